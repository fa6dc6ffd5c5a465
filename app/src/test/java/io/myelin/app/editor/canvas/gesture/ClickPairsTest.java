package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is a double-click when presses follow each other quickly. */
class ClickPairsTest {
    private final ClickPairs pairs = new ClickPairs();

    @Test
    void aDoubleClickRightAfterAnotherIsOneToo() {
        assertThat(presses(1, 2, 3, 4)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void aNewRowOfPressesBeginsWithASingleOne() {
        assertThat(presses(1, 1, 2, 1, 2, 3, 1)).containsExactly(1, 1, 2, 1, 2, 1, 1);
    }

    @Test
    void aKeyBetweenTwoPressesMakesThemTwoSingleOnes() {
        assertThat(presses(1)).containsExactly(1);
        pairs.interrupt();
        assertThat(presses(2, 3)).containsExactly(1, 2);
    }

    @Test
    void aPressThatWentElsewhereMakesNoPairHere() {
        assertThat(presses(1, 2)).containsExactly(1, 2);
        assertThat(presses(4, 5)).containsExactly(1, 2);
        assertThat(new ClickPairs().press(3)).isEqualTo(1);
    }

    private List<Integer> presses(int... counts) {
        return Arrays.stream(counts).map(pairs::press).boxed().toList();
    }
}
