package io.myelin.palette.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.MessageText;
import io.myelin.palette.Bench;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Sources")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SourcesTest {
    @Test
    void values_are_sent_as_they_are_written_and_then_it_finishes() throws Exception {
        Bench bench = Bench.of(Values.class, "{\"values\":[\"a\",1.50,null,{\"x\":[true]},9007199254740993]}")
                .start();
        assertThat(bench.sent().stream().map(MessageText::json).toList())
                .containsExactly("\"a\"", "1.50", "null", "{\"x\":[true]}", "9007199254740993");
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void no_values_finish_at_once() throws Exception {
        Bench bench = Bench.of(Values.class, "{\"values\":[]}").start();
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.isFinished()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"to\":3}', '[1, 2, 3]'",
        "'{\"from\":10,\"to\":1,\"step\":-3}', '[10, 7, 4, 1]'",
        "'{\"from\":1,\"to\":6,\"step\":2}', '[1, 3, 5]'",
        "'{\"from\":5,\"to\":5}', '[5]'",
        "'{\"from\":5,\"to\":4}', '[]'",
        "'{\"from\":9223372036854775806,\"to\":9223372036854775807}',"
                + " '[9223372036854775806, 9223372036854775807]'",
        "'{\"from\":-9223372036854775807,\"to\":-9223372036854775808,\"step\":-1}',"
                + " '[-9223372036854775807, -9223372036854775808]'"
    })
    void a_sequence_has_both_ends_and_never_runs_over(String settings, String expected) throws Exception {
        Bench bench = Bench.of(Sequence.class, settings).start();
        assertThat(bench.sent().toString()).isEqualTo(expected);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void a_sequence_makes_no_more_than_there_is_room_for() throws Exception {
        Bench bench = Bench.of(Sequence.class, "{\"to\":1000000000000}").room(3).start();
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        bench.stop();
        assertThat(bench.sent()).hasSize(3);
    }

    @Test
    void a_step_of_0_and_a_missing_end_are_problems() {
        assertThat(Bench.problems(Sequence.class, "{\"to\":3,\"step\":0}"))
                .singleElement()
                .asString()
                .contains("`step` is 0");
        assertThat(Bench.problems(Sequence.class, "{}"))
                .singleElement()
                .asString()
                .contains("to");
    }

    @Test
    void a_timer_keeps_to_the_beat_and_finishes_after_its_count() throws Exception {
        Bench bench =
                Bench.of(TimerSource.class, "{\"every\":\"250ms\",\"count\":4}").start();
        assertThat(bench.sent()).isEmpty();
        bench.advance(Duration.ofMillis(249));
        assertThat(bench.sent()).isEmpty();
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.sent()).containsExactly(1L);
        bench.advance(Duration.ofMillis(749));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        assertThat(bench.isFinished()).isFalse();
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void beats_missed_while_it_is_held_up_are_not_made_up_for() throws Exception {
        Bench bench = Bench.of(TimerSource.class, "{}").room(1).start();
        bench.advance(Duration.ofMillis(5500));
        assertThat(bench.sent()).containsExactly(1L);
        bench.room(100);
        assertThat(bench.sent()).containsExactly(1L, 2L);
        bench.advance(Duration.ofMillis(499));
        assertThat(bench.sent()).containsExactly(1L, 2L);
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_timer_without_time_between_its_ticks_is_a_problem() {
        assertThat(Bench.problems(TimerSource.class, "{\"every\":\"0s\"}"))
                .singleElement()
                .asString()
                .contains("`every` is 0");
    }
}
