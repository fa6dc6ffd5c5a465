package io.myelin.engine.message;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into message values, exactly: objects become {@link DataRecord}s, arrays immutable lists, numbers keep
 * their text, null becomes {@link JsonNull#NULL}. Keys that stand twice, more than one value and nesting deeper than
 * {@value #MAX_DEPTH} are refused.
 */
public final class JsonValues {
    /** How deeply values may be nested. */
    public static final int MAX_DEPTH = 1000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(JsonNumbers.MAX_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonValues() {}

    /** The one value in {@code text}; throws {@link JsonTextException}. */
    public static Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new JsonReader(parser).readAll();
        }
    }

    /** As {@link #parse(String)}, telling {@code listener} where each value stands. */
    public static Object parse(String text, JsonListener listener) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new JsonReader(parser, listener).readAll();
        }
    }

    /** The one value in {@code utf8}; throws {@link JsonTextException}, also where it is not UTF-8. */
    public static Object parse(Bytes utf8) {
        ByteBuffer bytes = utf8.asBuffer();
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException malformed) {
            throw new JsonTextException("the byte at offset " + bytes.position() + " is not UTF-8", 1, 1);
        }
    }
}
