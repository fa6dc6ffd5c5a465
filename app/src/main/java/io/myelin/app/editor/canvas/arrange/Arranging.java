package io.myelin.app.editor.canvas.arrange;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.MoveComponents.Move;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the selected components of a document into line or evenly apart, each time as one step of its history. */
public final class Arranging {
    private final Document document;
    private final CanvasGeometry geometry;

    /** Arranges the components of {@code document}, which are as large as {@code geometry} has them. */
    public Arranging(Document document, CanvasGeometry geometry) {
        this.document = document;
        this.geometry = geometry;
    }

    /** Brings the selected components onto one line; nothing where fewer than two are selected. */
    public void align(Alignment alignment) {
        Map<String, Bounds> selected = selected();
        if (selected.size() > 1) {
            Bounds all = Bounds.around(selected.values()).orElseThrow();
            Map<String, Point> places = new LinkedHashMap<>();
            selected.forEach((id, bounds) -> places.put(id, alignment.place(bounds, all)));
            move(alignment.title(), places);
        }
    }

    /** Makes the gaps between the selected components equal; nothing where fewer than three are selected. */
    public void distribute(Distribution distribution) {
        Map<String, Bounds> selected = selected();
        if (selected.size() > 2) {
            move(distribution.title(), distribution.places(selected));
        }
    }

    /** What is selected, each folded group once, under the id of one of its members. */
    private Map<String, Bounds> selected() {
        Map<String, Bounds> selected = new LinkedHashMap<>();
        for (ComponentShape shape : geometry.movable()) {
            if (geometry.oneWith(shape.id()).stream().anyMatch(document.selection()::contains)) {
                selected.put(shape.id(), shape.bounds());
            }
        }
        return selected;
    }

    private void move(String name, Map<String, Point> places) {
        List<Move> moves = moves(places);
        if (!moves.isEmpty()) {
            document.perform(name, new GraphEdit.MoveComponents(moves));
        }
    }

    /** The moves of all whose places are other than before; what is one with a component moves as it does. */
    List<Move> moves(Map<String, Point> places) {
        List<Move> moves = new ArrayList<>();
        places.forEach((id, place) -> geometry.component(id).ifPresent(shape -> {
            Point by = place.minus(new Point(shape.bounds().x(), shape.bounds().y()));
            geometry.oneWith(id).forEach(one -> move(one, by).ifPresent(moves::add));
        }));
        return moves;
    }

    private Optional<Move> move(String id, Point by) {
        boolean stays = by.x() == 0 && by.y() == 0 && isPlaced(id);
        return geometry.placeOf(id)
                .filter(_ -> !stays)
                .map(from ->
                        new Move(id, Optional.of(new Position(from.x() + by.x(), from.y() + by.y(), from.unknown()))));
    }

    /** A place that was only found, for a component that the file has none of, is kept from now on. */
    private boolean isPlaced(String id) {
        return document.graph().layout().components().containsKey(id);
    }
}
