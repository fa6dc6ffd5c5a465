package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.MoveComponents.Move;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows components that were given new places: a note keeps its place beside the component that it is nearest to,
 * one of its group where it is in one, and links are led through their old waypoints no more.
 */
final class Followers {
    private final GraphLayout layout;
    private final CanvasGeometry geometry;

    /** For the places that {@code geometry} still has. */
    Followers(GraphLayout layout, CanvasGeometry geometry) {
        this.layout = layout;
        this.geometry = geometry;
    }

    /** The edits that go with {@code moves}. */
    List<GraphEdit> following(List<Move> moves) {
        Map<String, Point> moved = new HashMap<>();
        for (Move move : moves) {
            move.position()
                    .flatMap(to ->
                            geometry.placeOf(move.id()).map(from -> new Point(to.x() - from.x(), to.y() - from.y())))
                    .ifPresent(by -> moved.put(move.id(), by));
        }
        List<GraphEdit> edits = new ArrayList<>();
        layout.notes()
                .forEach((name, note) -> nearest(name, note)
                        .flatMap(id -> Optional.ofNullable(moved.get(id)))
                        .filter(by -> by.x() != 0 || by.y() != 0)
                        .ifPresent(by -> edits.add(new GraphEdit.ChangeNote(
                                name, Optional.of(note.movedTo(note.x() + by.x(), note.y() + by.y()))))));
        for (LinkLayout link : layout.links()) {
            boolean isMoved = moved.containsKey(link.from().component())
                    || moved.containsKey(link.to().component());
            if (isMoved && !link.waypoints().isEmpty()) {
                edits.add(GraphEdit.ChangeLinkLayout.to(link.withWaypoints(List.of())));
            }
        }
        return edits;
    }

    private Optional<String> nearest(String name, Note note) {
        Bounds bounds = new Bounds(note.x(), note.y(), note.width(), note.height());
        Collection<String> candidates = layout.groups().values().stream()
                .filter(group -> group.notes().contains(name))
                .map(group -> group.members().stream()
                        .filter(id -> geometry.component(id).isPresent())
                        .toList())
                .filter(members -> !members.isEmpty())
                .findFirst()
                .orElseGet(() -> List.copyOf(geometry.graph().components().keySet()));
        return candidates.stream()
                .min(Comparator.comparingDouble(id -> geometry.component(id)
                        .map(shape -> gap(shape.bounds(), bounds))
                        .orElse(Double.MAX_VALUE)));
    }

    private static double gap(Bounds one, Bounds other) {
        double across = Math.max(0, Math.max(one.x() - other.right(), other.x() - one.right()));
        double down = Math.max(0, Math.max(one.y() - other.bottom(), other.y() - one.bottom()));
        return Math.hypot(across, down);
    }
}
