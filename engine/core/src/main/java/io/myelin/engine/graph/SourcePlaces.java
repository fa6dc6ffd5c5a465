package io.myelin.engine.graph;

import io.myelin.engine.message.JsonPointers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where each part of a graph stands in its file, by JSON Pointer. Immutable; safe from any thread.
 *
 * <p>The values of a file are numbered as they begin. For each there is its place, its name and the number of the first
 * value after its end; so a child's next sibling begins where the child ends, and a lookup walks from sibling to
 * sibling. It costs sixteen bytes a value, and looking up is rare. Inside values that hold very many others, the first
 * lookup makes an index, so that a file full of problems is told in time.
 */
public final class SourcePlaces {
    /** No file: every place is line 0, column 0. */
    public static final SourcePlaces NONE = new SourcePlaces(new int[0], new int[0], new int[0], new String[0]);

    private static final int WIDE = 1000;

    private final int[] lines;
    private final int[] columns;
    private final int[] ends;
    private final @Nullable String[] names;
    private final Map<Integer, Map<String, Integer>> wide = new ConcurrentHashMap<>();

    /** Takes over the arrays. */
    SourcePlaces(int[] lines, int[] columns, int[] ends, @Nullable String[] names) {
        this.lines = lines;
        this.columns = columns;
        this.ends = ends;
        this.names = names;
    }

    /** The place of the value at {@code pointer}, or of the nearest one around it that is known. */
    public Place of(String pointer) {
        if (lines.length == 0) {
            return new Place(0, 0);
        }
        int at = 0;
        for (String step : JsonPointers.steps(pointer)) {
            int child = child(at, step);
            if (child < 0) {
                break;
            }
            at = child;
        }
        return new Place(lines[at], columns[at]);
    }

    private int child(int parent, String step) {
        if (ends[parent] - parent > WIDE) {
            return wide.computeIfAbsent(parent, this::children).getOrDefault(step, -1);
        }
        int index = 0;
        for (int child = parent + 1; child < ends[parent]; child = ends[child]) {
            String name = names[child];
            if (step.equals(name == null ? Integer.toString(index) : name)) {
                return child;
            }
            index++;
        }
        return -1;
    }

    private Map<String, Integer> children(int parent) {
        Map<String, Integer> children = new HashMap<>();
        for (int child = parent + 1; child < ends[parent]; child = ends[child]) {
            String name = names[child];
            children.putIfAbsent(name == null ? Integer.toString(children.size()) : name, child);
        }
        return children;
    }

    /**
     * A place in a text.
     *
     * @param line from 1; 0 for none
     * @param column in characters from 1; 0 for none
     */
    public record Place(int line, int column) {}
}
