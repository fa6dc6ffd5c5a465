package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.Optional;
import java.util.Set;

/** The link that a lone, unlinked component lies on while it is moved, by the pointer or by its middle, and so would be put
 * into. */
final class SpliceTarget {
    private static final double REACH = 16;

    private final Surface surface;
    private final Set<String> ids;
    private Optional<QuickAddRequest.LinkEnds> found = Optional.empty();

    SpliceTarget(Surface surface, Set<String> ids) {
        this.surface = surface;
        this.ids = ids;
    }

    /** Looks again, after the component was moved by a pointer that is at {@code pointer} in the world now. */
    void seek(Point pointer) {
        found = ids.size() == 1 ? seek(ids.iterator().next(), pointer) : Optional.empty();
    }

    private Optional<QuickAddRequest.LinkEnds> seek(String id, Point pointer) {
        if (!surface.geometry().linksAt(id).isEmpty()) {
            return Optional.empty();
        }
        return surface.geometry()
                .component(id)
                .flatMap(shape -> at(pointer, shape).or(() -> at(shape.bounds().centre(), shape)));
    }

    private Optional<QuickAddRequest.LinkEnds> at(Point place, ComponentShape shape) {
        return surface.hits()
                .link(place, REACH)
                .filter(link -> !link.reference().touches(shape.id()) && fits(shape, link))
                .map(link -> new QuickAddRequest.LinkEnds(link.reference(), link.from(), link.to()));
    }

    private static boolean fits(ComponentShape shape, LinkShape link) {
        return first(shape, Side.INLET, link.from()).isPresent()
                && first(shape, Side.OUTLET, link.to()).isPresent();
    }

    /** The first data box on one side of {@code shape} that {@code other} can be joined to. */
    static Optional<BoxShape> first(ComponentShape shape, Side side, BoxShape other) {
        return shape.boxes(side).stream()
                .filter(box -> box.standing() == Standing.DATA)
                .filter(box -> LinkRules.refusal(box, other, _ -> false).isEmpty())
                .findFirst();
    }

    Optional<QuickAddRequest.LinkEnds> found() {
        return found;
    }
}
