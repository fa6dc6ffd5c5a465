package io.myelin.palette.csv;

import java.util.function.Consumer;

/**
 * Finds where rows end in a text that comes in pieces: at a line break outside quotes. It knows quotes and separators
 * only; taking a row apart is the reader's work. Used by one thread at a time.
 */
final class RowSplitter implements Utf8Pieces.Sink {
    /** The most characters in one row; a quote that is never closed would otherwise swallow everything. */
    static final int MAX_ROW = 16 * 1024 * 1024;

    private static final long ALL_WELL = -1;

    private final char separator;
    private final Consumer<Row> rows;
    private final StringBuilder pending = new StringBuilder();
    private Place place = Place.FIELD_START;
    private boolean behindReturn;
    private long line = 1;
    private long rowLine = 1;
    private long malformedAt = ALL_WELL;

    RowSplitter(char separator, Consumer<Row> rows) {
        this.separator = separator;
        this.rows = rows;
    }

    /**
     * One row as it was written.
     *
     * @param text without the line break at its end
     * @param line the line that it begins in, from 1
     * @param ending how it came to its end
     * @param malformedAt the offset of the first byte in it that is not UTF-8; below 0 where all is well
     */
    record Row(String text, long line, Ending ending, long malformedAt) {}

    /** How a row came to its end. */
    enum Ending {
        /** At a line break, or at the end of input. */
        WHOLE,
        /** The end of input came inside quotes. */
        QUOTE_LEFT_OPEN,
        /** It grew beyond {@link #MAX_ROW}; what follows is taken as a new row. */
        TOO_LONG
    }

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE
    }

    /** Takes one line, without its line break. */
    void line(String text) {
        if (isBetweenRows() && !hasBreak(text) && endsOutsideQuotes(text)) {
            rows.accept(new Row(text, line, Ending.WHOLE, ALL_WELL));
            skipLine();
            return;
        }
        text(text);
        text("\n");
    }

    /** Whether all that came has been given on, so that a row begins with what comes next. */
    boolean isBetweenRows() {
        return pending.isEmpty() && place == Place.FIELD_START;
    }

    /** A line has been a row and has been dealt with. */
    void skipLine() {
        behindReturn = false;
        line++;
        rowLine = line;
    }

    private static boolean hasBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    /** Whether a row that begins where {@code text} does is not inside quotes at its end; leaps from quote to quote. */
    private boolean endsOutsideQuotes(String text) {
        int field = 0;
        int quote = text.indexOf('"');
        while (quote >= 0) {
            field = Math.max(field, text.lastIndexOf(separator, quote) + 1);
            if (field == quote) {
                quote = closing(text, quote);
                if (quote < 0) {
                    return false;
                }
            }
            int separated = text.indexOf(separator, quote);
            field = separated + 1;
            quote = separated < 0 ? -1 : text.indexOf('"', field);
        }
        return true;
    }

    /** Where the quote that stands at {@code opening} is closed; below 0 where it isn't. */
    static int closing(String text, int opening) {
        int quote = text.indexOf('"', opening + 1);
        while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            quote = text.indexOf('"', quote + 2);
        }
        return quote;
    }

    @Override
    public void malformed(long offset) {
        if (malformedAt == ALL_WELL) {
            malformedAt = offset;
        }
    }

    /** Takes a piece of text with its line breaks. */
    @Override
    public void text(CharSequence piece) {
        int from = 0;
        for (int at = 0; at < piece.length(); at++) {
            char character = piece.charAt(at);
            if (behindReturn) {
                behindReturn = false;
                if (character == '\n') {
                    if (place == Place.FIELD_START && pending.isEmpty() && from == at) {
                        from = at + 1;
                    }
                    continue;
                }
            }
            if (character == '\n' || character == '\r') {
                behindReturn = character == '\r';
                line++;
                if (place != Place.QUOTED) {
                    pending.append(piece, from, at);
                    from = at + 1;
                    give(Ending.WHOLE);
                }
            } else {
                place = next(character);
            }
        }
        pending.append(piece, from, piece.length());
        if (pending.length() > MAX_ROW) {
            give(Ending.TOO_LONG);
        }
    }

    private Place next(char character) {
        return switch (place) {
            case FIELD_START ->
                character == '"' ? Place.QUOTED : character == separator ? Place.FIELD_START : Place.PLAIN;
            case PLAIN -> character == separator ? Place.FIELD_START : Place.PLAIN;
            case QUOTED -> character == '"' ? Place.BEHIND_QUOTE : Place.QUOTED;
            // A second quote was an escaped one; other characters are wrong, which the reader will say.
            case BEHIND_QUOTE ->
                character == '"' ? Place.QUOTED : character == separator ? Place.FIELD_START : Place.PLAIN;
        };
    }

    /** The end of input: what is left is the last row. */
    void end() {
        if (!pending.isEmpty()) {
            give(place == Place.QUOTED ? Ending.QUOTE_LEFT_OPEN : Ending.WHOLE);
        }
    }

    private void give(Ending ending) {
        String text = pending.toString();
        pending.setLength(0);
        place = Place.FIELD_START;
        long from = rowLine;
        rowLine = line;
        long malformed = malformedAt;
        malformedAt = ALL_WELL;
        rows.accept(new Row(text, from, ending, malformed));
    }
}
