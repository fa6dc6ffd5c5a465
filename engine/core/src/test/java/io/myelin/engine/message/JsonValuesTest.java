package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @Test
    void everyKindOfValueBecomesAMessage() {
        assertThat(JsonValues.parse(" {\"b\": [1, \"x\", true, null], \"a\": {}} "))
                .isEqualTo(DataRecord.of("b", List.of(1L, "x", true, JsonNull.NULL), "a", DataRecord.empty()));
    }

    @Test
    void numbersAreExact() {
        assertThat(JsonValues.parse("9007199254740993")).isEqualTo(9_007_199_254_740_993L);
        assertThat(JsonValues.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(JsonValues.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
        assertThat(JsonValues.parse("1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(JsonValues.parse("-0")).isEqualTo(new LiteralNumber("-0"));
        assertThat(JsonValues.parse("1E5")).isEqualTo(new LiteralNumber("1E5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "0.0",
                "1.50",
                "1E5",
                "1e-999999999",
                "0.10000000000000000000000001",
                "100000000000000000000000000",
                "-1.0e+10",
                "123456789012345678",
                "1234567890123456789"
            })
    void aNumberLeavesAsTheTextItCameAs(String text) {
        assertThat(MessageText.json(JsonValues.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1, column 1: there is nothing; a JSON value is expected",
                "{\"a\": 1, \"a\": 2} | line 1, column 10: the key \"a\" stands twice in one object",
                "[1] 2 | line 1, column 5: more text after the end of the value; only one value is allowed",
                "[1, | line 1, column 4: the text ends in the middle of a value",
                "{\"a | line 1, column 4: the text ends in the middle of a value",
                "[1,] | line 1, column 4: unexpected character (']' (code 93)): expected a valid value",
                "1e99999999999 | line 1, column 1: '1e99999999999' has an exponent beyond all bounds",
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> JsonValues.parse(json))
                .isInstanceOf(JsonTextException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aThousandLevelsAreReadAndMoreAreRefused() {
        assertThat(JsonValues.parse("[".repeat(1000) + "]".repeat(1000))).isInstanceOf(List.class);
        assertThatThrownBy(() -> JsonValues.parse("[".repeat(1001) + "]".repeat(1001)))
                .hasMessageContaining("nested more than 1000 deep");
        assertThatThrownBy(() -> JsonValues.parse("{\"a\":".repeat(100_000)))
                .hasMessageContaining("nested more than 1000 deep");
    }

    @Test
    void bytesAreReadAsUtf8Only() {
        assertThat(JsonValues.parse(Bytes.copyOf("\"é\"".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("é");
        assertThatThrownBy(() -> JsonValues.parse(Bytes.copyOf("\"é\"".getBytes(StandardCharsets.ISO_8859_1))))
                .hasMessageContaining("the byte at offset 1 is not UTF-8");
    }

    @Property
    void anyTextIsReadOrRefusedButNeverAnythingElse(@ForAll String text) {
        try {
            JsonValues.parse(text);
        } catch (JsonTextException refused) {
            assertThat(refused.line()).isPositive();
            assertThat(refused.column()).isPositive();
        }
    }

    @Property
    void anyTextIsWrittenSoThatItReadsBack(@ForAll String text) {
        assertThat(JsonValues.parse(MessageText.json(text))).isEqualTo(text);
    }
}
