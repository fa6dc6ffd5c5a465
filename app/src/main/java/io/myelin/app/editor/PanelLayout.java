package io.myelin.app.editor;

import io.myelin.app.editor.file.EditorSettings.PanelSizes;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The palette, the documents with the panels below them, and the inspector, side by side; each can be put away. */
final class PanelLayout {
    private static final double MIN_SIDE = 150;

    private final SplitPane sides = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final Node palette;
    private final Node inspector;
    private final BottomPanel bottom;
    private PanelSizes sizes;

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
        sides.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> this.sizes = measured());
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
            sides.setDividerPosition(0, sizes.palette() / width);
        }
        if (isInspectorShown()) {
            sides.setDividerPosition(sides.getDividers().size() - 1, 1 - sizes.inspector() / width);
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

    private PanelSizes measured() {
        return new PanelSizes(
                isPaletteShown() ? palette.getLayoutBounds().getWidth() : sizes.palette(),
                isInspectorShown() ? inspector.getLayoutBounds().getWidth() : sizes.inspector(),
                bottom.shownHeight());
    }
}
