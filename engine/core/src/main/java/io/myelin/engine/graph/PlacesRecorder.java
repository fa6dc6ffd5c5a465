package io.myelin.engine.graph;

import io.myelin.engine.message.JsonListener;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.JsonTextException;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes where the values of a text stand while it is read, and the keys that stand twice. */
final class PlacesRecorder implements JsonListener {
    /** The most values that a graph file may hold; so a hostile one cannot use up the memory. */
    static final int MAX_VALUES = 4_000_000;

    private int[] lines = new int[1024];
    private int[] columns = new int[1024];
    private int[] ends = new int[1024];
    private @Nullable String[] names = new String[1024];
    private int count;

    private final List<Open> open = new ArrayList<>();
    private final List<Problem> duplicates = new ArrayList<>();

    /** A value that has begun and not ended. */
    private static final class Open {
        private final int number;
        private final String step;
        private int children;

        Open(int number, String step) {
            this.number = number;
            this.step = step;
        }
    }

    @Override
    public void begin(String name, boolean inObject, int line, int column) {
        if (count == MAX_VALUES) {
            throw new JsonTextException(
                    "there are more than " + MAX_VALUES + " values; a graph is smaller", line, column);
        }
        if (count == lines.length) {
            grow();
        }
        lines[count] = line;
        columns[count] = column;
        names[count] = inObject ? name : null;
        String step = name;
        if (!open.isEmpty()) {
            Open parent = open.getLast();
            step = inObject ? name : Integer.toString(parent.children);
            parent.children++;
        }
        open.add(new Open(count, step));
        count++;
    }

    private void grow() {
        int size = 2 * count;
        lines = Arrays.copyOf(lines, size);
        columns = Arrays.copyOf(columns, size);
        ends = Arrays.copyOf(ends, size);
        names = Arrays.copyOf(names, size);
    }

    @Override
    public void end() {
        ends[open.removeLast().number] = count;
    }

    @Override
    public void duplicate(String name, int line, int column) {
        String pointer = "";
        for (Open value : open.subList(1, open.size())) {
            pointer = JsonPointers.child(pointer, value.step);
        }
        duplicates.add(new Problem(
                Problem.Severity.ERROR,
                JsonPointers.child(pointer, name),
                line,
                column,
                Wording.of(Phrase.KEY_TWICE, name),
                Optional.empty()));
    }

    /** The keys that stood twice. */
    List<Problem> duplicates() {
        return duplicates;
    }

    SourcePlaces places() {
        return new SourcePlaces(
                Arrays.copyOf(lines, count),
                Arrays.copyOf(columns, count),
                Arrays.copyOf(ends, count),
                Arrays.copyOf(names, count));
    }
}
