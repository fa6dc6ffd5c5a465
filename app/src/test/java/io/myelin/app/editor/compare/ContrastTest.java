package io.myelin.app.editor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.diff.Difference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left out of two long texts in the list of differences. */
class ContrastTest {
    @Test
    void whatDiffersIsKeptAndWhatIsCommonIsLeftOut() {
        assertThat(Contrast.of("\"Lower case of all the words\"", "\"Lower case of all the CRASH words\""))
                .isEqualTo(new Contrast("…l the words\"", "…l the CRASH words\""));
        assertThat(Contrast.of("in the middle one of them", "in the middle two of them"))
                .isEqualTo(new Contrast("…iddle one of th…", "…iddle two of th…"));
    }

    @Test
    void shortTextsStayWhole() {
        assertThat(Contrast.of("1", "10")).isEqualTo(new Contrast("1", "10"));
        assertThat(Contrast.of("\"lower\"", "\"upper\"")).isEqualTo(new Contrast("\"lower\"", "\"upper\""));
    }

    @Test
    void aLongDifferenceShowsHowItBeginsAndEnds() {
        assertThat(Contrast.of("x", "a".repeat(30) + "b".repeat(30)).after())
                .isEqualTo("a".repeat(12) + "…" + "b".repeat(12));
    }

    @Test
    void aSignOfTwoHalvesIsNeverParted() {
        String smiles = "😀".repeat(20);

        assertThat(Contrast.of(smiles + "a" + smiles, smiles + "b" + smiles).before())
                .matches("…(😀)+a(😀)+…");
        assertThat(Contrast.of("x", smiles).after()).matches("(😀)+…(😀)+");
    }

    @Test
    void theListShowsTheDifferenceAndTheTooltipTheWhole() {
        DifferenceText text = DifferenceText.of(new Difference.ValueChanged(
                "/components/lower/title",
                Optional.of("Lower case, whatever the language of the text, power on"),
                Optional.of("Lower case, whatever the language of the text, power CRASH")));

        assertThat(text.detail()).isEqualTo("…power on\" → …power CRASH\"");
        assertThat(text.whole()).contains("Lower case, whatever the language of the text, power CRASH");
        assertThat(text.spoken()).contains("Lower case, whatever the language of the text, power CRASH");
    }
}
