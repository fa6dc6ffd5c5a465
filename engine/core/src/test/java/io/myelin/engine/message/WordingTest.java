package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void partsStandWhereThePhraseHasThem() {
        Wording allowed = Wording.of(Phrase.WHOLE_NUMBER_FROM_TO, 1, 9);

        assertThat(Wording.of(Phrase.FOUND, Wording.describing("$1 {0}"), allowed)
                        .english())
                .isEqualTo("found the text \"$1 {0}\"; allowed: a whole number from 1 to 9");
        assertThat(Wording.of(Phrase.PARAMETER_UNKNOWN, "x", "y").english())
                .isEqualTo("found the unknown parameter \"x\"; allowed: y (a literal ${ is written $${)");
    }

    @Test
    void whatIsTakenOutIsTakenOutOfEveryPart() {
        Wording wording = Wording.of(Phrase.FOUND, Wording.describing(List.of("hidden")), Wording.of("not hidden"));

        assertThat(wording.map(text -> text.replace("hidden", "***")).english())
                .isEqualTo("found a list [\"***\"]; allowed: not ***");
    }
}
