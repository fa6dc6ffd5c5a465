package io.myelin.app.editor.canvas.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.TextMeasure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers and texts short enough for a wire. */
class FiguresTest {
    private static final TextMeasure LETTERS = (text, _) -> text.length();

    @Test
    void counts_are_exact_while_they_are_short() {
        assertThat(List.of(Figures.count(0), Figures.count(9_999), Figures.count(12_345), Figures.count(1_234_567)))
                .containsExactly("0", "9999", "12.3k", "1.2M");
        assertThat(Figures.count(999_999)).isEqualTo("1.0M");
        assertThat(Figures.count(Long.MAX_VALUE)).isEqualTo("9.2E");
    }

    @Test
    void rates_are_a_second() {
        assertThat(List.of(Figures.rate(0.5), Figures.rate(2), Figures.rate(41.4), Figures.rate(5_300)))
                .containsExactly("0.5/s", "2/s", "41/s", "5.3k/s");
    }

    @Test
    void texts_are_broken_between_words_and_cut_at_the_last_line() {
        assertThat(Wrapping.wrap("one two three four five", 9, 2, LETTERS)).containsExactly("one two", "three fo…");
        assertThat(Wrapping.wrap("short", 9, 2, LETTERS)).containsExactly("short");
    }
}
