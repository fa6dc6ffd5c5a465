package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One parser for many texts tells of each what a parser of its own would. */
class JsonTextParserTest {
    @Property(tries = 3_000)
    void everyTextReadsAsIfItWereTheOnlyOne(@ForAll("texts") List<String> texts) {
        JsonTextParser parser = new JsonTextParser();
        for (String text : texts) {
            assertThat(outcome(() -> parser.parse(text))).isEqualTo(outcome(() -> JsonValues.parse(text)));
        }
    }

    private interface Reading {
        Object value();
    }

    /** The value's text tells more than the value: the order of fields, and how numbers are written. */
    private static String outcome(Reading reading) {
        try {
            Object value = reading.value();
            return value.getClass() + " " + MessageText.json(value);
        } catch (JsonTextException malformed) {
            return malformed.getMessage() + " " + malformed.line() + " " + malformed.column();
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> whole = Arbitraries.of(
                "{\"a\":1,\"b\":\"x\"}",
                "{\"a\":1.50,\"b\":{\"a\":-0,\"c\":[1e5,-7,9007199254740993]}}",
                "{\"b\":1,\"a\":2}",
                "{}",
                "[]",
                "[1,[2],{}]",
                " 12 ",
                "12",
                "\"text\"",
                "null",
                "true",
                "123456789012345678901234567890",
                "{\"a\":\"" + "long ".repeat(900) + "\"}",
                "\"" + "x".repeat(3997) + "\"",
                "\"" + "x".repeat(70_000) + "\"");
        Arbitrary<String> malformed = Arbitraries.of(
                "",
                " ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "1 2",
                "{\"a\":1,\"a\":2}",
                "\"open",
                "tru",
                "[1,]",
                "01",
                "\"a\nb\"");
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, whole), net.jqwik.api.Tuple.of(1, malformed))
                .list()
                .ofMaxSize(8);
    }
}
