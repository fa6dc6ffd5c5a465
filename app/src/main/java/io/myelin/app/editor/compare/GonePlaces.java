package io.myelin.app.editor.compare;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where components that are only in the older version stand in a picture of the newer one: beside what they were linked
 * to, wherever that stands now, and on nothing else.
 */
final class GonePlaces {
    /** About the room that a component takes, in units of the world: no two begin in one such cell. */
    private static final double CELL_WIDTH = 120;

    private static final double CELL_HEIGHT = 72;
    private static final int MOST_STEPS = 200;

    private final Versions versions;
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Set<Cell> taken = new HashSet<>();

    private record Cell(long column, long row) {
        static Cell of(Position place) {
            return new Cell(Math.round(place.x() / CELL_WIDTH), Math.round(place.y() / CELL_HEIGHT));
        }
    }

    private GonePlaces(Versions versions) {
        this.versions = versions;
        for (GraphLink link : versions.before().links()) {
            join(link.from(), link.to());
            join(link.to(), link.from());
        }
        versions.after().layout().components().values().forEach(place -> taken.add(Cell.of(place)));
    }

    private void join(BoxReference one, BoxReference other) {
        neighbours.computeIfAbsent(one.component(), _ -> new ArrayList<>()).add(other.component());
    }

    /** The places by the ids of the older version; none for one that it does not place. */
    static Map<String, Position> of(Versions versions) {
        GonePlaces places = new GonePlaces(versions);
        Map<String, Position> found = new LinkedHashMap<>();
        for (String id : versions.gone()) {
            Position old = versions.before().layout().components().get(id);
            if (old != null) {
                found.put(id, places.free(places.moved(id, old)));
            }
        }
        return found;
    }

    private Position moved(String id, Position old) {
        return neighbours.getOrDefault(id, List.of()).stream()
                .flatMap(neighbour -> displacement(neighbour).stream())
                .findFirst()
                .map(by -> new Position(old.x() + by.x(), old.y() + by.y(), old.unknown()))
                .orElse(old);
    }

    private Optional<Position> displacement(String id) {
        Position was = versions.before().layout().components().get(id);
        Position now = versions.after().layout().components().get(versions.name(id));
        return was == null || now == null
                ? Optional.empty()
                : Optional.of(new Position(now.x() - was.x(), now.y() - was.y(), DataRecord.empty()));
    }

    private Position free(Position wanted) {
        Position place = wanted;
        for (int step = 0; step < MOST_STEPS && !taken.add(Cell.of(place)); step++) {
            place = new Position(place.x(), place.y() + CELL_HEIGHT, place.unknown());
        }
        return place;
    }
}
