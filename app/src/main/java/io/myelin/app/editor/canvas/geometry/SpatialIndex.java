package io.myelin.app.editor.canvas.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Finds items by place: a grid of square cells, each with the items that touch it. An item that touches very many cells
 * stands in a list of its own, so that no item costs more than a bounded time to move. For one thread.
 *
 * @param <T> what is found; by {@code equals}
 */
public final class SpatialIndex<T> {
    private static final double CELL = 256;
    private static final int MOST_CELLS = 64;
    // Odd, so that different cells keep different keys, and near ones get hashes far apart.
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Map<T, Bounds> places = new LinkedHashMap<>();
    private final Map<Long, List<T>> cells = new HashMap<>();
    private final Set<T> large = new LinkedHashSet<>();

    /** Puts {@code item} at {@code bounds}, wherever it was before. */
    public void put(T item, Bounds bounds) {
        remove(item);
        places.put(item, bounds);
        if (cellCount(bounds) > MOST_CELLS) {
            large.add(item);
        } else {
            forEachCell(
                    bounds,
                    cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>(2)).add(item));
        }
    }

    /** Takes {@code item} out, if it is there. */
    public void remove(T item) {
        Bounds bounds = places.remove(item);
        if (bounds == null || large.remove(item)) {
            return;
        }
        forEachCell(bounds, cell -> {
            List<T> there = cells.get(cell);
            if (there != null && there.remove(item) && there.isEmpty()) {
                cells.remove(cell);
            }
        });
    }

    /** All items that touch {@code area}, each once, in no particular order. */
    public Collection<T> touching(Bounds area) {
        if (cellCount(area) >= places.size()) {
            return places.entrySet().stream()
                    .filter(entry -> entry.getValue().intersects(area))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        Set<T> found = new LinkedHashSet<>();
        forEachCell(area, cell -> {
            for (T item : cells.getOrDefault(cell, List.of())) {
                addIfTouching(item, area, found);
            }
        });
        large.forEach(item -> addIfTouching(item, area, found));
        return found;
    }

    /** How many items there are. */
    public int size() {
        return places.size();
    }

    private void addIfTouching(T item, Bounds area, Set<T> found) {
        Bounds bounds = places.get(item);
        if (bounds != null && bounds.intersects(area)) {
            found.add(item);
        }
    }

    private static double cellCount(Bounds bounds) {
        return (Math.floor(bounds.right() / CELL) - Math.floor(bounds.x() / CELL) + 1)
                * (Math.floor(bounds.bottom() / CELL) - Math.floor(bounds.y() / CELL) + 1);
    }

    private static void forEachCell(Bounds bounds, LongConsumer visitor) {
        long lastColumn = (long) Math.floor(bounds.right() / CELL);
        long lastRow = (long) Math.floor(bounds.bottom() / CELL);
        for (long column = (long) Math.floor(bounds.x() / CELL); column <= lastColumn; column++) {
            for (long row = (long) Math.floor(bounds.y() / CELL); row <= lastRow; row++) {
                visitor.accept((column << 32 ^ row & 0xFFFF_FFFFL) * SPREAD);
            }
        }
    }
}
