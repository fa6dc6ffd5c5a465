package io.myelin.app.editor;

import io.myelin.app.editor.file.WindowPlaces.PanelSizes;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The palette, the documents with the panels below them, and the inspector, side by side; each can be put away. */
final class PanelLayout {
    private static final double MIN_SIDE = 150;
    /** As wide a side grows with its texts, as a part of the window; and as wide as people may drag it. */
    private static final double MOST_GROWN = 0.3;

    private static final double MOST_DRAGGED = 0.45;
    private static final double DRAGGED_FROM = 2;

    private final SplitPane sides = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final Node palette;
    private final Node inspector;
    private final BottomPanel bottom;
    /** At the usual size of text; larger texts make the sides wider. */
    private PanelSizes sizes;

    private double larger = 1;
    private boolean dragged;

    PanelLayout(Node palette, Node documents, Node inspector, PanelSizes sizes) {
        this.palette = palette;
        this.inspector = inspector;
        this.sizes = sizes;
        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().add(documents);
        bottom = new BottomPanel(middle, sizes.bottom());
        bottom.setShown(sizes.bottom() > 0);
        sides.setId("panels");
        sides.getItems().addAll(palette, middle, inspector);
        // The sides keep their width, whatever the window's becomes: a real display gives it in several steps.
        sides.widthProperty().subscribe(() -> Platform.runLater(this::restoreSizes));
        sides.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> measure());
        for (Node side : new Node[] {palette, inspector}) {
            SplitPane.setResizableWithParent(side, false);
            if (side instanceof Region region) {
                region.setMinWidth(MIN_SIDE);
            }
        }
    }

    Node node() {
        return sides;
    }

    BottomPanel bottom() {
        return bottom;
    }

    /** Has texts of {@code percent} of the usual size: the sides grow with them, as far as the middle leaves room. */
    void setTextSize(int percent) {
        larger = percent / 100.0;
        dragged = false;
        restoreSizes();
    }

    /** How wide a side is that would be {@code usual} wide with texts of the usual size. */
    private double side(double usual) {
        double most = sides.getWidth() * (dragged ? MOST_DRAGGED : MOST_GROWN);
        return larger == 1 ? usual : Math.min(usual * larger, Math.max(most, MIN_SIDE));
    }

    /** Gives the panels their remembered sizes. */
    void restoreSizes() {
        placeDividers();
        // A second time after the layout that the first one asked for: split panes take the first as a proposal.
        Platform.runLater(this::placeDividers);
    }

    private void placeDividers() {
        double width = sides.getWidth();
        if (width <= 0) {
            return;
        }
        if (isPaletteShown()) {
            sides.setDividerPosition(0, side(sizes.palette()) / width);
        }
        if (isInspectorShown()) {
            sides.setDividerPosition(sides.getDividers().size() - 1, 1 - side(sizes.inspector()) / width);
        }
        if (bottom.isShown() && sizes.bottom() > 0 && middle.getHeight() > 0) {
            middle.setDividerPosition(0, 1 - sizes.bottom() / middle.getHeight());
        }
    }

    boolean isPaletteShown() {
        return sides.getItems().contains(palette);
    }

    void setPaletteShown(boolean shown) {
        if (shown != isPaletteShown()) {
            sizes = sizes();
            if (shown) {
                sides.getItems().addFirst(palette);
            } else {
                sides.getItems().remove(palette);
            }
            restoreSizes();
        }
    }

    boolean isInspectorShown() {
        return sides.getItems().contains(inspector);
    }

    void setInspectorShown(boolean shown) {
        if (shown != isInspectorShown()) {
            sizes = sizes();
            if (shown) {
                sides.getItems().addLast(inspector);
            } else {
                sides.getItems().remove(inspector);
            }
            restoreSizes();
        }
    }

    /** How large the panels are now; those put away as they were. */
    PanelSizes sizes() {
        return new PanelSizes(sizes.palette(), sizes.inspector(), bottom.shownHeight());
    }

    /** Remembers how wide people have made the sides; one that only has no room to be as wide as it would is left. */
    private void measure() {
        sizes = new PanelSizes(
                isPaletteShown() ? measured(palette, sizes.palette()) : sizes.palette(),
                isInspectorShown() ? measured(inspector, sizes.inspector()) : sizes.inspector(),
                bottom.shownHeight());
    }

    private double measured(Node side, double usual) {
        double width = side.getLayoutBounds().getWidth();
        if (Math.abs(width - side(usual)) < DRAGGED_FROM) {
            return usual;
        }
        dragged = true;
        return width / larger;
    }
}
