package io.myelin.app.editor;

import io.myelin.app.editor.document.LinkReference;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;

/** The picture of one document, as the window sees it. */
public interface GraphView {
    /** What to show. */
    Node node();

    /** How large it is drawn; 1 is 100 %. */
    ReadOnlyDoubleProperty zoomProperty();

    /** Draws it at 100 %. */
    void zoomToActualSize();

    /** Draws it larger ({@code factor} above 1) or smaller, around the middle of the view. */
    void zoomBy(double factor);

    /** Makes all of it fit into the view. */
    void fitAll();

    /** Makes what is selected fit into the view. */
    void fitSelection();

    /** Brings a component into the view. */
    void reveal(String component);

    /** Brings a link into the view. */
    void reveal(LinkReference link);

    /** The middle of the view, in canvas units. */
    Point2D centre();

    /** The point of the canvas at a point of the scene; empty where the canvas is not there. */
    Optional<Point2D> toCanvas(double sceneX, double sceneY);

    /** Says whether the bare wheel zooms, else it scrolls. */
    void setWheelZooms(boolean zooms);

    /** Ends it: it listens to its document no more. */
    void close();
}
