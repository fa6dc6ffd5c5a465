package io.myelin.palette.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the fields stand in a row that is written as it should be. It looks at each character once and copies none;
 * where it isn't sure of what is meant it says so, and the library has to be asked. Used by one thread at a time.
 */
final class RowScanner {
    /** The most characters of a row: fewer fields than the library allows, and bounds that fit in {@link RowFields}. */
    static final int LONGEST = 16_000;

    private static final int UNSURE = -1;
    private static final int FIRST_SIZE = 8;
    private static final char QUOTE = '"';

    private final char separator;

    /** Whatever is above it is text; what isn't has to be looked at. */
    private final char highest;

    private int[] bounds = new int[FIRST_SIZE];

    /** The fields that read otherwise than they are written, in their places; null where there are none. */
    private @Nullable String @Nullable [] texts;

    private int count;
    private boolean breaksLine;

    RowScanner(char separator) {
        this.separator = separator;
        this.highest = (char) Math.max(separator, QUOTE);
    }

    /** Finds the fields of {@code row}; false where it isn't sure of them. */
    boolean scan(String row) {
        count = 0;
        texts = null;
        breaksLine = false;
        int length = row.length();
        if (length == 0 || length > LONGEST) {
            return false;
        }
        int end = UNSURE;
        do {
            int from = end + 1;
            end = from < length && row.charAt(from) == QUOTE ? quoted(row, from) : plain(row, from);
            if (end == UNSURE) {
                return false;
            }
        } while (end < length);
        return true;
    }

    /** Where the field that begins at {@code from} ends. */
    private int plain(String row, int from) {
        int length = row.length();
        int at = from;
        for (; at < length; at++) {
            char character = row.charAt(at);
            if (character <= highest) {
                if (character == separator) {
                    break;
                }
                if (character == QUOTE || character == '\n' || character == '\r') {
                    return UNSURE;
                }
            }
        }
        add(from, at);
        return at;
    }

    /** Where the field that begins with the quote at {@code opening} ends, with its quotes. */
    private int quoted(String row, int opening) {
        int length = row.length();
        boolean doubled = false;
        for (int at = opening + 1; at < length; at++) {
            char character = row.charAt(at);
            if (character > QUOTE) {
                continue;
            }
            if (character == QUOTE) {
                int next = at + 1;
                if (next < length && row.charAt(next) == QUOTE) {
                    doubled = true;
                    at = next;
                } else {
                    if (next < length && row.charAt(next) != separator) {
                        return UNSURE;
                    }
                    add(opening + 1, at);
                    if (doubled) {
                        addText(row.substring(opening + 1, at).replace("\"\"", "\""));
                    }
                    return next;
                }
            } else if (character == '\n' || character == '\r') {
                breaksLine = true;
            }
        }
        return UNSURE;
    }

    private void add(int from, int to) {
        if (count == bounds.length) {
            bounds = Arrays.copyOf(bounds, count * 2);
        }
        bounds[count++] = RowFields.bounds(from, to);
    }

    /** The field that was added last reads like this. */
    private void addText(String text) {
        @Nullable String[] longer = texts == null ? new String[bounds.length] : Arrays.copyOf(texts, bounds.length);
        longer[count - 1] = text;
        texts = longer;
    }

    /** Whether there is a line break inside quotes. */
    boolean breaksLine() {
        return breaksLine;
    }

    /** What was found last, in {@code row}. */
    RowFields fields(String row, boolean typed) {
        return new RowFields(
                row, Arrays.copyOf(bounds, count), texts == null ? null : Arrays.copyOf(texts, count), typed);
    }
}
