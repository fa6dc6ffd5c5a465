package io.myelin.palette.csv;

import io.myelin.engine.message.FieldSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row as they stand in it, each made a text or a number when it is asked for.
 *
 * <p>A field's bounds are where it begins in the row, times 2^16, and where it ends. Those that stand in the row otherwise
 * than they read, with doubled quotes, are in {@code texts}, which may be null where there are none.
 */
final class RowFields implements FieldSource {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;

    private final String row;
    private final int[] bounds;
    private final @Nullable String @Nullable [] texts;
    private final boolean typed;

    /** Of a row of less than 2^15 characters; the arrays are its own from now on. */
    RowFields(String row, int[] bounds, @Nullable String @Nullable [] texts, boolean typed) {
        this.row = row;
        this.bounds = bounds;
        this.texts = texts;
        this.typed = typed;
    }

    /** Fields that have been made texts. */
    static RowFields of(List<String> texts, boolean typed) {
        return new RowFields("", new int[texts.size()], texts.toArray(String[]::new), typed);
    }

    /** A field's bounds in one. */
    static int bounds(int from, int to) {
        return from << BITS | to;
    }

    int size() {
        return bounds.length;
    }

    /** All of them. */
    List<Object> values() {
        return IntStream.range(0, bounds.length).mapToObj(this::value).toList();
    }

    @Override
    public Object value(int index) {
        String text = texts == null ? null : texts[index];
        if (text != null) {
            return typed ? FieldValues.typed(text, 0, text.length()) : text;
        }
        int from = bounds[index] >>> BITS;
        int to = bounds[index] & MASK;
        return typed ? FieldValues.typed(row, from, to) : row.substring(from, to);
    }
}
