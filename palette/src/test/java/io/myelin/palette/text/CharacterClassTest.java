package io.myelin.palette.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.palette.Bench;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Splitting by a class of characters gives what splitting by the regular expression gives. */
class CharacterClassTest {
    @Property(tries = 2_000)
    void splits_as_the_regular_expression_does(@ForAll("patterns") String pattern, @ForAll("texts") String text)
            throws Exception {
        assertThat(CharacterClass.repeatedIn(pattern)).isPresent();
        List<Object> parts = Bench.of(Split.class, "{\"pattern\":" + quoted(pattern) + "}")
                .start()
                .send(text)
                .end()
                .sent();
        assertThat(parts)
                .isEqualTo(Arrays.stream(Pattern.compile(pattern).split(text))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String quoted(String pattern) {
        return "\"" + pattern.replace("\\", "\\\\") + "\"";
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "\\W+",
                "\\s",
                "\\d+",
                ",",
                " +",
                "[^\\p{L}\\p{N}]+",
                "\\P{L}+",
                "[,;]",
                "[a-c[x-z]]+",
                "[\\]a]+",
                "ä",
                "[^a]");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcxyz ,;]1ä\tЖ世\uD83D\uDE00\uD800\\".toCharArray())
                .ofMaxLength(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a|b",
                "ab",
                "(a)",
                "a*",
                "a++",
                "^",
                "[a][b]",
                "[a]+[b]",
                "\\b",
                "\\Q[\\E",
                "[\\Q]\\E]",
                "a{2}",
                "\\R"
            })
    void other_patterns_are_left_to_the_matcher(String pattern) {
        assertThat(CharacterClass.repeatedIn(pattern)).isEmpty();
    }
}
