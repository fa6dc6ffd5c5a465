package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    enum Colour {
        DARK_RED
    }

    record Reading(String place, double degrees, LocalDate day, Colour colour, Optional<Long> count) {}

    @Test
    void aTextIsItselfAndAnythingElseCompactJson() {
        assertThat(MessageText.of("a \"b\"\n")).isEqualTo("a \"b\"\n");
        assertThat(MessageText.of(List.of("a", 1L))).isEqualTo("[\"a\",1]");
        assertThat(MessageText.json("a")).isEqualTo("\"a\"");
        assertThat(MessageText.of(JsonNull.NULL)).isEqualTo("null");
    }

    @Test
    void fieldsKeepTheirOrderAndNonAsciiStaysAsItIs() {
        assertThat(MessageText.of(DataRecord.of("ß", "日本 😀", "a", List.of()))).isEqualTo("{\"ß\":\"日本 😀\",\"a\":[]}");
    }

    @Test
    void controlCharactersAndHalfCharactersAreEscaped() {
        assertThat(MessageText.json("\u0000\b\t\n\f\r\u001f\"\\/\u007f\ud83d"))
                .isEqualTo("\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f\\ud83d\"");
    }

    @Test
    void decimalsKeepTheirScaleInPlainDigits() {
        assertThat(MessageText.of(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(MessageText.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(MessageText.of(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(MessageText.of(2.0)).isEqualTo("2");
        assertThat(MessageText.of(0.1)).isEqualTo("0.1");
        assertThat(MessageText.of(Double.NaN)).isEqualTo("\"NaN\"");
    }

    @Test
    void recordsBytesEnumsAndTimesHaveAForm() {
        Reading reading = new Reading("hut", 20.5, LocalDate.of(2026, 1, 2), Colour.DARK_RED, Optional.empty());

        assertThat(MessageText.of(reading))
                .isEqualTo(
                        "{\"place\":\"hut\",\"degrees\":20.5,\"day\":\"2026-01-02\",\"colour\":\"DARK_RED\",\"count\":null}");
        assertThat(MessageText.of(Bytes.copyOf(new byte[] {1, 2, 3}))).isEqualTo("\"AQID\"");
        assertThat(MessageText.of(Duration.ofSeconds(90))).isEqualTo("\"PT1M30S\"");
    }

    @Test
    void indentedTextHasALineForEachField() {
        assertThat(MessageText.indented(DataRecord.of("a", List.of(1L, 2L), "b", DataRecord.empty())))
                .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
    }

    @Test
    void aPreviewIsBoundedHoweverLargeTheMessage() {
        assertThat(MessageText.shorten("abcdef", 4)).isEqualTo("abc…");
        assertThat(MessageText.shorten("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(MessageText.shorten(List.of(1L, 2L), 5)).isEqualTo("[1,2]");
        assertThat(MessageText.shorten(Bytes.copyOf(new byte[10_000_000]), 10)).hasSize(10);
        assertThat(MessageText.shorten(List.of("x".repeat(10_000_000)), 10)).hasSize(10);
    }

    @Property
    void aPreviewIsTheBeginningOfTheWhole(@ForAll List<String> message, @ForAll @IntRange(min = 1, max = 50) int most) {
        String whole = MessageText.of(List.copyOf(message));
        String preview = MessageText.shorten(List.copyOf(message), most);

        assertThat(preview.length()).isLessThanOrEqualTo(most);
        if (whole.length() <= most) {
            assertThat(preview).isEqualTo(whole);
        } else {
            assertThat(preview).endsWith("…");
            assertThat(whole).startsWith(preview.substring(0, preview.length() - 1));
        }
    }

    @Test
    void nestingWithoutEndIsRefusedRatherThanCrashing() {
        Object nested = List.of();
        for (int level = 0; level < 100_000; level++) {
            nested = List.of(nested);
        }
        Object message = nested;

        assertThatThrownBy(() -> MessageText.of(message)).hasMessageContaining("nested more than");
    }

    @Test
    void aMutableListIsWrittenToo() {
        assertThat(MessageText.of(new ArrayList<>(List.of(1L)))).isEqualTo("[1]");
    }
}
