package io.myelin.engine.message;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Builds message values from one JSON text. */
final class JsonReader {
    private final JsonParser parser;
    private final @Nullable JsonListener listener;
    private final LayoutMemory layouts = new LayoutMemory();

    /** Used again for each object at the same depth. */
    private final List<DataRecord.Builder> builders = new ArrayList<>();

    private int depth;

    JsonReader(JsonParser parser) {
        this.parser = parser;
        this.listener = null;
    }

    JsonReader(JsonParser parser, JsonListener listener) {
        this.parser = parser;
        this.listener = listener;
    }

    /** The next of the values that stand one behind the other; throws what the parser does, unexplained. */
    Object readNext() {
        return readValue(next(), "", false);
    }

    /** The one value there is; throws {@link JsonTextException}. */
    Object readAll() {
        try {
            return readOne();
        } catch (JacksonException malformed) {
            throw explain(malformed);
        }
    }

    private Object readOne() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonTextException("there is nothing; a JSON value is expected", 1, 1);
        }
        Object value = readValue(first, "", false);
        if (parser.nextToken() != null) {
            throw at("more text after the end of the value; only one value is allowed");
        }
        return value;
    }

    private Object readValue(JsonToken token, String name, boolean inObject) {
        if (listener != null) {
            TokenStreamLocation place = parser.currentTokenLocation();
            listener.begin(name, inObject, place.getLineNr(), place.getColumnNr());
        }
        Object value = switch (token) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw at("a value is expected");
        };
        if (listener != null) {
            listener.end();
        }
        return value;
    }

    private Number readNumber() {
        try {
            // The parser has seen to it that it is a number.
            char[] buffer = parser.getStringCharacters();
            int from = parser.getStringOffset();
            int length = parser.getStringLength();
            return isPlain(buffer, from, length)
                    ? JsonNumbers.ofPlain(CharBuffer.wrap(buffer), from, from + length)
                    : JsonNumbers.parse(new String(buffer, from, length));
        } catch (NumberFormatException beyond) {
            throw at(String.valueOf(beyond.getMessage()));
        }
    }

    private static boolean isPlain(char[] buffer, int from, int length) {
        if (buffer[from] == '-') {
            // Perhaps a negative zero, which is no plain number.
            return false;
        }
        for (int at = from; at < from + length; at++) {
            char character = buffer[at];
            if (character > '9' || (character < '0' && character != '.')) {
                return false;
            }
        }
        return true;
    }

    private List<Object> readArray() {
        JsonToken token = next();
        if (token == JsonToken.END_ARRAY) {
            return List.of();
        }
        List<Object> elements = new ArrayList<>();
        for (; token != JsonToken.END_ARRAY; token = next()) {
            elements.add(readValue(token, "", false));
        }
        return List.copyOf(elements);
    }

    private DataRecord readObject() {
        DataRecord.Builder fields = builder();
        depth++;
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            String name = parser.currentName();
            boolean again = fields.has(name);
            if (again) {
                reportDuplicate(name);
            }
            Object value = readValue(next(), name, true);
            if (!again) {
                fields.put(name, value);
            }
        }
        depth--;
        return fields.build();
    }

    private DataRecord.Builder builder() {
        if (depth == builders.size()) {
            builders.add(DataRecord.builder(layouts));
        }
        return builders.get(depth);
    }

    private void reportDuplicate(String name) {
        if (listener == null) {
            throw at("the key \"" + name + "\" stands twice in one object");
        }
        TokenStreamLocation place = parser.currentTokenLocation();
        listener.duplicate(name, place.getLineNr(), place.getColumnNr());
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw at("the text ends in the middle of a value");
        }
        return token;
    }

    private JsonTextException at(String problem) {
        TokenStreamLocation place = parser.currentTokenLocation();
        return new JsonTextException(problem, place.getLineNr(), place.getColumnNr());
    }

    private JsonTextException explain(JacksonException malformed) {
        // A bound that is broken comes without a place.
        TokenStreamLocation place = Objects.requireNonNullElse(malformed.getLocation(), parser.currentLocation());
        int line = Math.max(1, place.getLineNr());
        int column = Math.max(1, place.getColumnNr());
        String problem = switch (malformed) {
            case StreamConstraintsException bounds -> bound(String.valueOf(bounds.getOriginalMessage()));
            case UnexpectedEndOfInputException _ -> "the text ends in the middle of a value";
            default -> plain(String.valueOf(malformed.getOriginalMessage()));
        };
        return new JsonTextException(problem, line, column);
    }

    private static String bound(String message) {
        if (message.contains("nesting depth")) {
            return "values are nested more than " + JsonValues.MAX_DEPTH + " deep";
        }
        if (message.contains("Number value length")) {
            return "a number of more than " + JsonNumbers.MAX_LENGTH + " characters";
        }
        return message;
    }

    /** What the parser says, without its hints at switches that our users do not have. */
    private static String plain(String message) {
        String text = message.lines().findFirst().orElse("");
        if (text.contains("comment?")) {
            return "JSON has no comments";
        }
        int hint = text.indexOf(" (for ");
        if (text.startsWith("Unexpected end-of-input")) {
            return "the text ends in the middle of a value";
        }
        String kept = hint > 0 ? text.substring(0, hint) : text;
        return kept.isEmpty() ? "this is not JSON" : Character.toLowerCase(kept.charAt(0)) + kept.substring(1);
    }
}
