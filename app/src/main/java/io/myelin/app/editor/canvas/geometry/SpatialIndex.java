package io.myelin.app.editor.canvas.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Finds items by place: a grid of square cells, each with the items that touch it. An item that touches very many cells
 * stands in a list of its own, so that no item costs more than a bounded time to move. For one thread.
 *
 * @param <K> what an item is known by; by {@code equals}
 * @param <V> what is found, without looking anything up or comparing it
 */
public final class SpatialIndex<K, V> {
    private static final double CELL = 256;
    private static final int MOST_CELLS = 64;
    // Odd, so that different cells keep different keys, and near ones get hashes far apart.
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Map<K, Item<V>> items = new LinkedHashMap<>();
    private final Map<Long, List<Item<V>>> cells = new HashMap<>();
    private final Set<Item<V>> large = new LinkedHashSet<>();
    private long searches;
    private long puts;

    /** Puts {@code value}, known by {@code key}, at {@code bounds}, wherever it was before. */
    public void put(K key, V value, Bounds bounds) {
        remove(key);
        Item<V> placed = new Item<>(value, bounds, puts++);
        items.put(key, placed);
        if (cellCount(bounds) > MOST_CELLS) {
            large.add(placed);
        } else {
            forEachCell(
                    bounds,
                    cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>(2)).add(placed));
        }
    }

    /** Takes out what is known by {@code key}, if it is there. */
    public void remove(K key) {
        Item<V> placed = items.remove(key);
        if (placed == null || large.remove(placed)) {
            return;
        }
        forEachCell(placed.bounds, cell -> {
            List<Item<V>> there = cells.get(cell);
            if (there != null && there.remove(placed) && there.isEmpty()) {
                cells.remove(cell);
            }
        });
    }

    /** All items that touch {@code area}, each once, in no particular order. */
    public List<V> touching(Bounds area) {
        List<V> values = new ArrayList<>();
        itemsTouching(area).forEach(item -> values.add(item.value));
        return values;
    }

    /** As {@link #touching}, in the order in which they were put in: of any two the same one comes first in all areas. */
    public List<V> touchingInOrder(Bounds area) {
        List<Item<V>> found = itemsTouching(area);
        found.sort(Comparator.comparingLong(item -> item.put));
        List<V> values = new ArrayList<>(found.size());
        found.forEach(item -> values.add(item.value));
        return values;
    }

    private List<Item<V>> itemsTouching(Bounds area) {
        List<Item<V>> found = new ArrayList<>();
        searches++;
        if (cellCount(area) >= items.size()) {
            items.values().forEach(item -> addIfTouching(item, area, found));
            return found;
        }
        forEachCell(area, cell -> {
            List<Item<V>> there = cells.get(cell);
            if (there != null) {
                there.forEach(item -> addIfTouching(item, area, found));
            }
        });
        large.forEach(item -> addIfTouching(item, area, found));
        return found;
    }

    /** Whether more than {@code count} items touch {@code area}; looks at hardly more than so many. */
    public boolean hasMoreIn(Bounds area, int count) {
        if (cellCount(area) >= items.size()) {
            return items.values().stream()
                            .filter(item -> item.bounds.intersects(area))
                            .limit(count + 1L)
                            .count()
                    > count;
        }
        List<Item<V>> found = new ArrayList<>();
        searches++;
        large.forEach(item -> addIfTouching(item, area, found));
        return found.size() > count
                || anyCell(area, cell -> {
                    cells.getOrDefault(cell, List.of()).forEach(item -> addIfTouching(item, area, found));
                    return found.size() > count;
                });
    }

    /** How many items there are. */
    public int size() {
        return items.size();
    }

    private void addIfTouching(Item<V> item, Bounds area, List<Item<V>> found) {
        if (item.search != searches) {
            item.search = searches;
            if (item.bounds.intersects(area)) {
                found.add(item);
            }
        }
    }

    private static double cellCount(Bounds bounds) {
        return (Math.floor(bounds.right() / CELL) - Math.floor(bounds.x() / CELL) + 1)
                * (Math.floor(bounds.bottom() / CELL) - Math.floor(bounds.y() / CELL) + 1);
    }

    private static void forEachCell(Bounds bounds, LongConsumer visitor) {
        anyCell(bounds, cell -> {
            visitor.accept(cell);
            return false;
        });
    }

    /** Goes through the cells that {@code bounds} touch until {@code wanted} is true of one; tells whether it was. */
    private static boolean anyCell(Bounds bounds, LongPredicate wanted) {
        long lastColumn = (long) Math.floor(bounds.right() / CELL);
        long lastRow = (long) Math.floor(bounds.bottom() / CELL);
        for (long column = (long) Math.floor(bounds.x() / CELL); column <= lastColumn; column++) {
            for (long row = (long) Math.floor(bounds.y() / CELL); row <= lastRow; row++) {
                if (wanted.test((column << 32 ^ row & 0xFFFF_FFFFL) * SPREAD)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** An item in its place; by identity, so that finding thousands of them compares none. */
    private static final class Item<V> {
        private final V value;
        private final Bounds bounds;
        private final long put;
        private long search;

        private Item(V value, Bounds bounds, long put) {
            this.value = value;
            this.bounds = bounds;
            this.put = put;
        }
    }
}
