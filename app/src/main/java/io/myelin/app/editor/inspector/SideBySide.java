package io.myelin.app.editor.inspector;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Gives its children equal widths beside each other where each has the room that it needs, else one below the other. */
final class SideBySide extends Pane {
    private final double gap;

    /** With so much between two of {@code children}. */
    SideBySide(double gap, List<? extends Node> children) {
        this.gap = gap;
        getChildren().addAll(children);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double needed() {
        return getManagedChildren().stream()
                .mapToDouble(child -> child.minWidth(-1))
                .max()
                .orElse(0);
    }

    private double share(double width) {
        int count = Math.max(1, getManagedChildren().size());
        return (width - snappedLeftInset() - snappedRightInset() - (count - 1) * gap) / count;
    }

    private boolean fits(double width) {
        return share(width) >= needed();
    }

    @Override
    protected double computeMinWidth(double height) {
        return needed() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = Math.max(1, getManagedChildren().size());
        return count * needed() + (count - 1) * gap + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        boolean fits = fits(room);
        double each = fits ? share(room) : room - snappedLeftInset() - snappedRightInset();
        double[] heights = getManagedChildren().stream()
                .mapToDouble(child -> child.prefHeight(each))
                .toArray();
        double content = 0;
        for (double height : heights) {
            content = fits ? Math.max(content, height) : content + height;
        }
        return content + (fits ? 0 : Math.max(0, heights.length - 1) * gap) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        boolean fits = fits(getWidth());
        double each = fits ? share(getWidth()) : getWidth() - snappedLeftInset() - snappedRightInset();
        double x = snappedLeftInset();
        double y = snappedTopInset();
        for (Node child : getManagedChildren()) {
            double height = child.prefHeight(each);
            child.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(each), snapSizeY(height));
            if (fits) {
                x += each + gap;
            } else {
                y += height + gap;
            }
        }
    }
}
