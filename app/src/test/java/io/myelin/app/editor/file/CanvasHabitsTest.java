package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanvasHabitsTest {
    @Test
    void theLastTypeComesFirstEachOnceAndNotTooMany() {
        CanvasHabits habits = IntStream.range(0, 30)
                .mapToObj(i -> "family.type" + i)
                .reduce(CanvasHabits.DEFAULT, CanvasHabits::withRecentType, (a, _) -> a);
        habits = habits.withRecentType("family.type25");
        assertThat(habits.recentTypes()).hasSize(CanvasHabits.RECENT).doesNotHaveDuplicates();
        assertThat(habits.recentTypes().getFirst()).isEqualTo("family.type25");
    }
}
