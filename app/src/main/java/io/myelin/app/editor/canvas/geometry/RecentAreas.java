package io.myelin.app.editor.canvas.geometry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What was found in the areas that were asked for last: all layers of a frame ask for the same few. To be cleared when
 * anything has moved. For one thread.
 *
 * @param <T> what is found
 */
final class RecentAreas<T> {
    private static final int MOST = 6;

    private final Map<Bounds, T> found = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bounds, T> eldest) {
            return size() > MOST;
        }
    };

    /** What is in {@code area}, by {@code search} where that is not known. */
    T computeIfAbsent(Bounds area, Function<Bounds, T> search) {
        T known = found.get(area);
        if (known == null) {
            known = search.apply(area);
            found.put(area, known);
        }
        return known;
    }

    /** As {@link #computeIfAbsent}, but where what is in an area around {@code area} is known, by {@code narrow} from that. */
    T computeIfAbsent(Bounds area, Function<Bounds, T> search, UnaryOperator<T> narrow) {
        return computeIfAbsent(
                area,
                wanted -> found.entrySet().stream()
                        .filter(known -> known.getKey().contains(wanted))
                        .findFirst()
                        .map(known -> narrow.apply(known.getValue()))
                        .orElseGet(() -> search.apply(wanted)));
    }

    void clear() {
        found.clear();
    }
}
