package io.myelin.engine.message;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes message values as JSON, up to a bound. */
final class JsonText {
    /** Somewhat more than can be read, so that what was read can be wrapped and still be written. */
    private static final int MAX_DEPTH = JsonValues.MAX_DEPTH + 200;

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;
    private final int enough;
    private int depth;

    /** Where {@code enough} characters are there, the rest may be left out. */
    JsonText(boolean indented, int enough) {
        this.indented = indented;
        this.enough = enough;
    }

    void append(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> quote(text);
            case Number number -> number(number);
            case Boolean truth -> out.append(truth.booleanValue());
            case JsonNull _ -> out.append("null");
            case Map<?, ?> map -> object(map);
            case Iterable<?> elements when !(value instanceof java.nio.file.Path) -> array(elements);
            case Bytes bytes -> bytes(bytes);
            case Enum<?> constant -> quote(constant.name());
            case Optional<?> optional -> append(optional.orElse(null));
            case Record record -> record(record);
            default -> quote(value.toString());
        }
    }

    private void number(Number number) {
        String text = JsonNumbers.text(number);
        if (JsonNumbers.isNumber(text)) {
            out.append(text);
        } else {
            quote(text);
        }
    }

    private void bytes(Bytes bytes) {
        int shown = Math.min(bytes.length(), enough);
        byte[] content = shown == bytes.length() ? bytes.toArray() : firstOf(bytes, shown);
        out.append('"').append(Base64.getEncoder().encodeToString(content)).append('"');
    }

    private static byte[] firstOf(Bytes bytes, int count) {
        byte[] first = new byte[count];
        bytes.asBuffer().get(first);
        return first;
    }

    private void record(Record record) {
        Optional<Map<String, Object>> fields = RecordFields.of(record);
        if (fields.isPresent()) {
            object(fields.get());
        } else {
            quote(record.toString());
        }
    }

    private void object(Map<?, ?> map) {
        open('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (isEnough()) {
                break;
            }
            separate(first);
            first = false;
            quote(String.valueOf(entry.getKey()));
            out.append(indented ? ": " : ":");
            append(entry.getValue());
        }
        close('}', first);
    }

    private void array(Iterable<?> elements) {
        open('[');
        boolean first = true;
        for (Object element : elements) {
            if (isEnough()) {
                break;
            }
            separate(first);
            first = false;
            append(element);
        }
        close(']', first);
    }

    private void open(char bracket) {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("a message nested more than " + MAX_DEPTH + " deep can't be written");
        }
        out.append(bracket);
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(',');
        }
        if (indented) {
            newLine();
        }
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (indented && !empty) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        out.append('\n').repeat("  ", depth);
    }

    private boolean isEnough() {
        return out.length() >= enough;
    }

    private void quote(String text) {
        int end = (int) Math.min(text.length(), (long) enough + 1);
        out.append('"');
        int plainFrom = 0;
        for (int at = 0; at < end; at++) {
            char symbol = text.charAt(at);
            if (symbol >= ' ' && symbol != '"' && symbol != '\\' && !isLoneSurrogate(text, at)) {
                continue;
            }
            out.append(text, plainFrom, at);
            escape(symbol);
            plainFrom = at + 1;
        }
        out.append(text, plainFrom, end).append('"');
    }

    private void escape(char symbol) {
        switch (symbol) {
            case '"', '\\' -> out.append('\\').append(symbol);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append("\\u").append(HEX.toHexDigits(symbol));
        }
    }

    /** UTF-8 has no form for half a character; escaped, it survives. */
    private static boolean isLoneSurrogate(String text, int at) {
        char symbol = text.charAt(at);
        if (Character.isHighSurrogate(symbol)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(symbol) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
