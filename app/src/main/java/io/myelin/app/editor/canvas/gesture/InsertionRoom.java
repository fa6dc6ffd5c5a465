package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Point;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a component that is put into a link goes, and what makes room for it: it stands behind the card from which the
 * link comes, and where the card to which it leads is too near, that one and what is behind it move on to the right.
 *
 * @param by how far the component goes from where it was to be put
 * @param pushed the ids of what moves on
 * @param push how far that moves, to the right
 */
record InsertionRoom(Point by, Set<String> pushed, double push) {
    /** The least that is between two cards that a link joins: a card whose title is made longer still has room. */
    private static final double GAP = 56;

    /** The least that is left between cards that have nothing to do with each other. */
    private static final double CLEAR = 8;

    private static final double GRID = 8;
    private static final double LEVEL = 24;

    InsertionRoom {
        pushed = Set.copyOf(pushed);
    }

    /** Room for {@code id}, the card of which would be {@code card}, in the link between {@code ends}. */
    static InsertionRoom of(CanvasGeometry geometry, String id, Bounds card, QuickAddRequest.LinkEnds ends) {
        Optional<Bounds> from = bounds(geometry, ends.from().reference().component());
        Optional<Bounds> to = bounds(geometry, ends.to().reference().component());
        Bounds placed = card;
        if (from.isPresent() && isInRowWith(placed, from.get()) && !isLeftOf(placed, from.get())) {
            double least = upToGrid(from.get().right() + GAP);
            placed = placed.moved(Math.max(0, least - placed.x()), 0);
        }
        double moved = placed.x() - card.x();
        boolean forward =
                from.isPresent() && to.isPresent() && to.get().x() >= from.get().right();
        double push = forward && isInRowWith(placed, to.get())
                ? upToGrid(placed.right() + GAP - to.get().x())
                : 0;
        if (push <= 0) {
            // A link that leads back, or has room enough: only a forward one is a row of cards.
            return new InsertionRoom(new Point(forward ? moved : 0, 0), Set.of(), 0);
        }
        return new InsertionRoom(
                new Point(moved, 0), behind(geometry, id, ends, to.get().x(), push), push);
    }

    /** How far up or down a card goes so that its link is level, where it nearly is. */
    static double level(double from, double to) {
        double off = to - from;
        return Math.abs(off) <= LEVEL ? off : 0;
    }

    private static Optional<Bounds> bounds(CanvasGeometry geometry, String id) {
        return geometry.component(id).map(ComponentShape::bounds);
    }

    private static boolean isInRowWith(Bounds one, Bounds other) {
        return one.y() < other.y() + other.height() + CLEAR && other.y() < one.y() + one.height() + CLEAR;
    }

    private static boolean isLeftOf(Bounds card, Bounds other) {
        return card.right() + GAP <= other.x();
    }

    private static double upToGrid(double value) {
        return Math.ceil(value / GRID) * GRID;
    }

    /** What the link leads to, all that is behind that to the right, and whatever those would come to lie on. */
    private static Set<String> behind(
            CanvasGeometry geometry, String id, QuickAddRequest.LinkEnds ends, double left, double push) {
        Set<String> stays =
                new HashSet<>(geometry.oneWith(ends.from().reference().component()));
        stays.add(id);
        List<GroupShape> folded =
                geometry.layout().groups().stream().filter(GroupShape::isFolded).toList();
        Set<String> pushed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(ends.to().reference().component()));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            Optional<Bounds> card = bounds(geometry, next);
            if (stays.contains(next)
                    || pushed.contains(next)
                    || card.isEmpty()
                    || card.get().x() < left) {
                continue;
            }
            // A folded group is one card, and goes as a whole.
            List<String> together = geometry.oneWith(next);
            pushed.addAll(together);
            together.forEach(one -> open.addAll(linkedBehind(geometry, one)));
            Bounds taken = card.get().moved(push, 0).grown(CLEAR);
            geometry.componentsIn(taken).forEach(shape -> open.add(shape.id()));
            folded.stream()
                    .filter(group -> group.bounds().intersects(taken))
                    .forEach(group -> open.addAll(geometry.members(group)));
        }
        return pushed;
    }

    private static Collection<String> linkedBehind(CanvasGeometry geometry, String id) {
        return geometry.linksAt(id).stream()
                .filter(link -> link.from().component().equals(id))
                .map(link -> link.to().component())
                .toList();
    }
}
