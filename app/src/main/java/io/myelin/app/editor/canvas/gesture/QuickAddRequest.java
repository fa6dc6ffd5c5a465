package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import java.util.List;
import java.util.Optional;

/**
 * The wish for a new component at a place.
 *
 * @param place where, in the world
 * @param hanging the box of a link that was let go there, to be joined to the new component
 * @param between the link that the new component is to be put into
 */
public record QuickAddRequest(Point place, Optional<BoxShape> hanging, Optional<LinkEnds> between) {
    /** A wish for any component. */
    public static QuickAddRequest at(Point place) {
        return new QuickAddRequest(place, Optional.empty(), Optional.empty());
    }

    /** A wish for a component to be put into {@code link}, at its middle. */
    public static QuickAddRequest into(LinkShape link) {
        return new QuickAddRequest(
                link.path().at(0.5),
                Optional.empty(),
                Optional.of(new LinkEnds(link.reference(), link.from(), link.to())));
    }

    /** Whether {@code type} has the boxes that are asked for. */
    public boolean fits(ComponentType type) {
        boolean hangs = hanging.map(box -> fitting(type, box).isPresent()).orElse(true);
        return hangs
                && between.map(ends -> fitting(type, ends.from()).isPresent()
                                && fitting(type, ends.to()).isPresent())
                        .orElse(true);
    }

    /** The first box of {@code type} that {@code box} can be joined to. */
    static Optional<BoxDeclaration> fitting(ComponentType type, BoxShape box) {
        boolean needsInlet = box.side() == BoxShape.Side.OUTLET;
        List<BoxDeclaration> offered = needsInlet ? type.declaredInboxes() : type.declaredOutboxes();
        return offered.stream()
                .filter(other -> needsInlet ? box.declaration().fits(other) : other.fits(box.declaration()))
                .findFirst();
    }

    /**
     * A link and what it joins.
     *
     * @param link which
     * @param from where it begins
     * @param to where it ends
     */
    public record LinkEnds(LinkReference link, BoxShape from, BoxShape to) {}
}
