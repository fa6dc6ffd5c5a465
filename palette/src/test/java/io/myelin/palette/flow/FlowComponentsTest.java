package io.myelin.palette.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.DataRecord;
import io.myelin.palette.Bench;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Flow components")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FlowComponentsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void batch_gathers_lists_and_sends_the_rest_at_the_end() throws Exception {
        Bench bench = Bench.of(Batch.class, "{\"size\":2}")
                .start()
                .send(1L, "b", true)
                .end();
        assertThat(bench.sent()).containsExactly(List.of(1L, "b"), List.of(true));
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void batch_never_sends_an_empty_list() throws Exception {
        assertThat(Bench.of(Batch.class, "{\"size\":1,\"within\":\"1s\"}")
                        .start()
                        .send(1L)
                        .advance(Duration.ofSeconds(5))
                        .end()
                        .sent())
                .containsExactly(List.of(1L));
    }

    @Test
    void batch_sends_a_shorter_list_once_its_first_message_has_waited_long_enough() throws Exception {
        Bench bench =
                Bench.of(Batch.class, "{\"size\":3,\"within\":\"1s\"}").start().send(1L);
        bench.advance(Duration.ofMillis(600)).send(2L).advance(Duration.ofMillis(399));
        assertThat(bench.sent()).isEmpty();
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.sent()).containsExactly(List.of(1L, 2L));
        bench.send(3L, 4L, 5L, 6L).advance(Duration.ofMillis(999));
        assertThat(bench.sent()).containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L));
        bench.end();
        assertThat(bench.sent()).last().isEqualTo(List.of(6L));
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void a_hard_stop_sends_nothing_more_of_a_batch() throws Exception {
        Bench bench = Bench.of(Batch.class, "{\"size\":3}").start().send(1L);
        bench.stop();
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void batch_needs_a_size_of_1_at_least() {
        assertThat(Bench.problems(Batch.class, "{\"size\":0}")).hasSize(1);
        assertThat(Bench.problems(Batch.class, "{}")).hasSize(1);
    }

    @Test
    void unbatch_takes_lists_apart_by_one_level_as_there_is_room() throws Exception {
        Bench bench = Bench.of(Unbatch.class, "{}").room(1).start();
        bench.send(List.of(1L, List.of(2L, 3L)), List.of(), List.of("end"));
        assertThat(bench.sent()).containsExactly(1L);
        bench.room(10).end();
        assertThat(bench.sent()).containsExactly(1L, List.of(2L, 3L), "end");
    }

    @Test
    void unbatch_takes_nothing_but_lists() throws Exception {
        Bench bench = Bench.of(Unbatch.class, "{}").start().send("a");
        assertThat(bench.errors()).containsExactly("expected a list, but found the text \"a\"");
    }

    @Test
    void take_passes_the_first_and_finishes_at_once() throws Exception {
        Bench bench = Bench.of(Take.class, "{\"count\":2}").start().send(1L);
        assertThat(bench.isFinished()).isFalse();
        bench.send(2L, 3L);
        assertThat(bench.sent()).containsExactly(1L, 2L);
        assertThat(bench.isFinished()).isTrue();
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void take_of_none_finishes_before_the_first_message() throws Exception {
        Bench bench = Bench.of(Take.class, "{\"count\":0}").start();
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void take_of_more_than_come_passes_all() throws Exception {
        Bench bench = Bench.of(Take.class, "{\"count\":5}").start().send(1L).end();
        assertThat(bench.sent()).containsExactly(1L);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void skip_leaves_out_the_first() throws Exception {
        assertThat(Bench.of(Skip.class, "{\"count\":2}")
                        .start()
                        .send(1L, 2L, 3L, 4L)
                        .end()
                        .sent())
                .containsExactly(3L, 4L);
        assertThat(Bench.of(Skip.class, "{\"count\":0}").start().send(1L).end().sent())
                .containsExactly(1L);
        assertThat(Bench.of(Skip.class, "{\"count\":2}").start().send(1L).end().sent())
                .isEmpty();
        assertThat(Bench.problems(Skip.class, "{\"count\":-1}")).hasSize(1);
    }

    @Test
    void delay_passes_everything_later_in_order_and_to_the_end() throws Exception {
        Bench bench = Bench.of(Delay.class, "{\"by\":\"1s\"}").start().send(1L, 2L);
        bench.advance(Duration.ofMillis(500)).send(3L).end();
        assertThat(bench.sent()).isEmpty();
        bench.advance(Duration.ofMillis(500));
        assertThat(bench.sent()).containsExactly(1L, 2L);
        assertThat(bench.isFinished()).isFalse();
        bench.advance(Duration.ofMillis(500));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void delay_lets_what_feeds_it_wait_when_too_much_is_under_way() throws Exception {
        Bench bench = Bench.of(Delay.class, "{\"by\":\"1s\"}").start();
        bench.send(LongStream.range(0, 100_000).boxed().toArray());
        assertThat(bench.waiting()).isEqualTo(100_000 - 65_536);
        bench.advance(SECOND).end().advance(SECOND);
        assertThat(bench.sent()).hasSize(100_000).isSorted();
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void rate_limit_lets_so_many_pass_in_any_stretch_of_time_and_loses_none() throws Exception {
        Bench bench = Bench.of(RateLimit.class, "{\"messages\":2}").start().send(1L);
        bench.advance(Duration.ofMillis(900)).send(2L, 3L, 4L, 5L).end();
        assertThat(bench.sent()).containsExactly(1L, 2L);
        bench.advance(Duration.ofMillis(100));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        bench.advance(Duration.ofMillis(899));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        bench.advance(Duration.ofMillis(1));
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(bench.isFinished()).isFalse();
        bench.advance(SECOND);
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void number_wraps_messages_with_their_number() throws Exception {
        assertThat(Bench.of(NumberMessages.class, "{\"from\":0}")
                        .start()
                        .send("a", "b")
                        .sent())
                .containsExactly(DataRecord.of("number", 0L, "value", "a"), DataRecord.of("number", 1L, "value", "b"));
        assertThat(Bench.of(NumberMessages.class, "{}").start().send("a").sent())
                .containsExactly(DataRecord.of("number", 1L, "value", "a"));
    }

    @Test
    void discard_takes_everything() throws Exception {
        Bench bench = Bench.of(Discard.class, "{}").start().send(1L, "a").end();
        assertThat(bench.waiting()).isZero();
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void sample_passes_the_first_of_every_so_many() throws Exception {
        assertThat(Bench.of(Sample.class, "{\"every\":3}")
                        .start()
                        .send(1L, 2L, 3L, 4L, 5L, 6L, 7L)
                        .end()
                        .sent())
                .containsExactly(1L, 4L, 7L);
    }

    @Test
    void sample_passes_the_last_within_a_time_and_at_the_end() throws Exception {
        Bench bench = Bench.of(Sample.class, "{\"every\":\"1s\"}")
                .start()
                .send(1L, 2L)
                .advance(SECOND);
        assertThat(bench.sent()).containsExactly(2L);
        bench.advance(Duration.ofSeconds(3)).send(3L, 4L).end();
        assertThat(bench.sent()).containsExactly(2L, 4L);
        bench.advance(SECOND);
        assertThat(bench.isFinished()).isTrue();
        assertThat(bench.sent()).containsExactly(2L, 4L);
    }

    @Test
    void sample_takes_a_number_or_a_duration_only() {
        for (String flawed : List.of("0", "-1", "1.5", "true", "\"often\"", "\"0s\"")) {
            assertThat(Bench.problems(Sample.class, "{\"every\":" + flawed + "}"))
                    .as(flawed)
                    .hasSize(1);
        }
    }

    @Test
    void gate_holds_messages_while_closed() throws Exception {
        Bench bench = Bench.of(Gate.class, "{}").start().send(1L);
        bench.sendTo("open", false).send(2L, 3L);
        assertThat(bench.sent()).containsExactly(1L);
        assertThat(bench.waiting()).isEqualTo(2);
        bench.sendTo("open", true);
        assertThat(bench.sent()).containsExactly(1L, 2L, 3L);
        bench.end("inbox");
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void gate_finishes_when_it_is_closed_for_good() throws Exception {
        Bench bench = Bench.of(Gate.class, "{}").start();
        bench.sendTo("open", false).send(1L).end("open");
        assertThat(bench.isFinished()).isTrue();
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void gate_stays_open_when_nobody_is_left_to_close_it() throws Exception {
        Bench bench = Bench.of(Gate.class, "{}").start().end("open").send(1L).end("inbox");
        assertThat(bench.sent()).containsExactly(1L);
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void gate_takes_only_true_and_false_on_open() throws Exception {
        Bench bench = Bench.of(Gate.class, "{}").start().sendTo("open", "yes");
        assertThat(bench.errors()).containsExactly("expected true or false, but found the text \"yes\"");
    }
}
