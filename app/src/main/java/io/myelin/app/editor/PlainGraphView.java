package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The plainest picture of a graph: an empty sheet. */
final class PlainGraphView implements GraphView {
    private final Pane pane = new Pane();
    private final SimpleDoubleProperty zoom = new SimpleDoubleProperty(1);

    PlainGraphView(Document document) {
        pane.setId("canvas");
        pane.setStyle("-fx-background-color: -myelin-canvas;");
        pane.setFocusTraversable(true);
        pane.setOnMousePressed(_ -> document.selection().clear());
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom;
    }

    @Override
    public void zoomToActualSize() {
        zoom.set(1);
    }

    @Override
    public void zoomBy(double factor) {
        zoom.set(zoom.get() * factor);
    }

    @Override
    public void fitAll() {
        zoom.set(1);
    }

    @Override
    public void fitSelection() {
        zoom.set(1);
    }

    @Override
    public void reveal(String component) {
        pane.requestFocus();
    }

    @Override
    public void reveal(LinkReference link) {
        pane.requestFocus();
    }

    @Override
    public Point2D centre() {
        return new Point2D(pane.getWidth() / 2, pane.getHeight() / 2);
    }

    @Override
    public Optional<Point2D> toCanvas(double sceneX, double sceneY) {
        Point2D local = pane.sceneToLocal(sceneX, sceneY);
        return pane.contains(local) ? Optional.of(local) : Optional.empty();
    }

    @Override
    public void setWheelZooms(boolean zooms) {
        pane.setUserData(zooms);
    }

    @Override
    public void close() {
        pane.getChildren().clear();
    }
}
