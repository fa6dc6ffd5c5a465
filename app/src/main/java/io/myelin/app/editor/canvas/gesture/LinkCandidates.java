package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import java.util.Comparator;
import java.util.List;

/** Finds the boxes that a box can be joined to, those that are likely meant first. */
final class LinkCandidates {
    private final CanvasGeometry geometry;

    LinkCandidates(CanvasGeometry geometry) {
        this.geometry = geometry;
    }

    /** Whether no link is at {@code box}. */
    boolean isFree(BoxShape box) {
        return geometry.linksAt(box.reference().component()).stream()
                .noneMatch(
                        link -> (box.side() == BoxShape.Side.INLET ? link.to() : link.from()).equals(box.reference()));
    }

    /**
     * The boxes that {@code box} can be joined to and is not yet: data boxes before {@code control} and {@code signal},
     * other components before its own, free ones first, those of the very types before those that take more, then the
     * nearest.
     */
    List<BoxShape> of(BoxShape box) {
        return geometry.components().stream()
                .flatMap(shape -> shape.boxes(box.side().opposite()).stream())
                .filter(other -> LinkRules.refusal(
                                box, other, link -> geometry.link(link).isPresent())
                        .isEmpty())
                .sorted(likeliest(box))
                .toList();
    }

    private Comparator<BoxShape> likeliest(BoxShape box) {
        String home = box.reference().component();
        return Comparator.<BoxShape, Boolean>comparing(
                        other -> (other.standing() == Standing.DATA) != (box.standing() == Standing.DATA))
                .thenComparing(other -> other.reference().component().equals(home))
                .thenComparing(other -> !isFree(other))
                .thenComparing(other ->
                        !other.declaration().types().equals(box.declaration().types()))
                .thenComparingDouble(other -> other.centre().distance(box.centre()));
    }
}
