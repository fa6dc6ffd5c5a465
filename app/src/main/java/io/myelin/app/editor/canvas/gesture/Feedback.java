package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is drawn over the graph while a gesture goes on, or the pointer rests on something. All places are in the world.
 *
 * @param pointer how the pointer looks
 * @param hover what the pointer is on, while no gesture goes on
 * @param marquee the rectangle in which things are being selected
 * @param draft the link being drawn
 * @param slice the two ends of the line that cuts links
 * @param marked links that are about to be cut, or taken apart to put a component between
 * @param guides lines along which what is moved stands in line with something else, and its gaps that are equal
 * @param group the name of the group that what is moved would join
 */
public record Feedback(
        PointerShape pointer,
        Hit hover,
        Optional<Bounds> marquee,
        Optional<LinkDraft> draft,
        Optional<Line> slice,
        Set<LinkReference> marked,
        List<Line> guides,
        Optional<String> group) {
    /** Nothing. */
    public static final Feedback NONE = of(PointerShape.ARROW);

    /** Copies the collections. */
    public Feedback {
        marked = Set.copyOf(marked);
        guides = List.copyOf(guides);
    }

    static Feedback of(PointerShape pointer) {
        return new Feedback(
                pointer,
                new Hit.OnNothing(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.empty());
    }

    static Feedback hovering(PointerShape pointer, Hit hit) {
        Feedback bare = of(pointer);
        return new Feedback(pointer, hit, bare.marquee, bare.draft, bare.slice, bare.marked, bare.guides, bare.group);
    }

    /** What of it changes the picture of the whole graph: all else is drawn over that. */
    public Feedback underneath() {
        Hit lasting = hover instanceof Hit.OnGroup || hover instanceof Hit.OnBorder ? hover : new Hit.OnNothing();
        Optional<LinkDraft> begun = draft.map(link ->
                new LinkDraft(link.fixed(), link.fixed().centre(), Optional.empty(), Optional.empty(), link.lifted()));
        return new Feedback(
                PointerShape.ARROW, lasting, Optional.empty(), begun, Optional.empty(), Set.of(), List.of(), group);
    }

    Feedback withMarquee(Bounds changed) {
        return new Feedback(pointer, hover, Optional.of(changed), draft, slice, marked, guides, group);
    }

    Feedback withDraft(LinkDraft changed) {
        return new Feedback(pointer, hover, marquee, Optional.of(changed), slice, marked, guides, group);
    }

    Feedback withSlice(Line changed) {
        return new Feedback(pointer, hover, marquee, draft, Optional.of(changed), marked, guides, group);
    }

    Feedback withMarked(Set<LinkReference> changed) {
        return new Feedback(pointer, hover, marquee, draft, slice, changed, guides, group);
    }

    Feedback withGuides(List<Line> changed) {
        return new Feedback(pointer, hover, marquee, draft, slice, marked, changed, group);
    }

    Feedback withGroup(Optional<String> changed) {
        return new Feedback(pointer, hover, marquee, draft, slice, marked, guides, changed);
    }

    /**
     * A straight line.
     *
     * @param from one end
     * @param to the other end
     * @param size how long it is, for people, where it marks a gap; else empty
     */
    public record Line(Point from, Point to, String size) {
        /** A line that marks no gap. */
        public Line(Point from, Point to) {
            this(from, to, "");
        }

        /** Whether it marks a gap that is equal to another. */
        public boolean isGap() {
            return !size.isEmpty();
        }
    }
}
