package io.myelin.engine.message;

import java.io.Reader;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads one JSON text after the other, each as {@link JsonValues#parse(String)} does, but faster. Used by one thread at a
 * time.
 *
 * <p>Making a parser for each text costs as much as reading a short one, so one parser reads them all, as if they were
 * lines of one input. It is given up, and the text read by a parser of its own, wherever anything is not as expected: that
 * tells what is wrong with the text and where, and no text can leave traces in the next.
 */
public final class JsonTextParser {
    /** What is longer is read by a parser of its own, so that the common one keeps small buffers. */
    private static final int LONGEST_SHARED = 1 << 16;

    private final OneText source = new OneText();
    private final Rest rest = new Rest();
    private @Nullable Shared shared;

    private record Shared(JsonParser parser, JsonReader reader) {}

    /** The one value in {@code text}; throws {@link JsonTextException}. */
    public Object parse(String text) {
        Object value = text.length() <= LONGEST_SHARED ? parseShared(text) : null;
        return value == null ? JsonValues.parse(text) : value;
    }

    /** Null where that did not go well. */
    private @Nullable Object parseShared(String text) {
        Shared used = shared;
        if (used == null) {
            JsonParser parser = JsonValues.FACTORY.createParser(ObjectReadContext.empty(), source);
            used = new Shared(parser, new JsonReader(parser));
        }
        shared = null;
        source.begin(text);
        try {
            Object value = used.reader().readNext();
            rest.blank = true;
            used.parser().releaseBuffered(rest);
            if (source.isUsedUp() && rest.blank) {
                shared = used;
                return value;
            }
            return null;
        } catch (JacksonException | JsonTextException malformed) {
            return null;
        } finally {
            source.begin("");
        }
    }

    /** Gives a text and a line break, and ends if it is asked for more. */
    private static final class OneText extends Reader {
        private String text = "";
        private int given;

        void begin(String next) {
            text = next;
            given = 0;
        }

        boolean isUsedUp() {
            return given == text.length() + 1;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            int left = text.length() - given;
            if (left < 0) {
                given++;
                return -1;
            }
            int count = Math.min(left, length);
            text.getChars(given, given + count, buffer, offset);
            if (count < length) {
                buffer[offset + count++] = '\n';
            }
            given += count;
            return count;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Looks at what the parser has read and not used. */
    private static final class Rest extends Writer {
        private boolean blank;

        @Override
        public void write(char[] buffer, int offset, int length) {
            for (int at = offset; at < offset + length; at++) {
                char character = buffer[at];
                blank &= character == '\n' || character == ' ' || character == '\t' || character == '\r';
            }
        }

        @Override
        public void flush() {
            // Nothing is held.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
