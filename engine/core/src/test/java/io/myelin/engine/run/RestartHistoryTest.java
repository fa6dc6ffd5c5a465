package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.plan.FailureHandling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long restarts wait, and when there are too many. */
class RestartHistoryTest {
    private static final FailureHandling TEN_A_MINUTE =
            new FailureHandling(FailurePolicy.RESTART, 10, Duration.ofMinutes(1), Duration.ofSeconds(1));

    @Test
    void m01_each_wait_is_twice_the_one_before_and_a_little_more_and_never_longer_than_the_time_counted() {
        RestartHistory history = new RestartHistory("a");
        long expected = Duration.ofSeconds(1).toNanos();
        for (int i = 0; i < 10; i++) {
            long most = Duration.ofMinutes(1).toNanos();
            assertThat(history.next(TEN_A_MINUTE, 0).orElseThrow())
                    .isBetween(Math.min(expected, most), Math.min(expected + expected / 10, most));
            expected *= 2;
        }
    }

    @Test
    void m01_the_waits_of_two_components_drift_apart_and_are_the_same_in_every_run() {
        long a = new RestartHistory("a").next(TEN_A_MINUTE, 0).orElseThrow();

        assertThat(new RestartHistory("b").next(TEN_A_MINUTE, 0).orElseThrow()).isNotEqualTo(a);
        assertThat(new RestartHistory("a").next(TEN_A_MINUTE, 0)).hasValue(a);
    }

    @Test
    void m01_restarts_longer_ago_than_the_time_counted_are_forgotten() {
        FailureHandling two =
                new FailureHandling(FailurePolicy.RESTART, 2, Duration.ofSeconds(1), Duration.ofMillis(1));
        RestartHistory history = new RestartHistory("a");

        assertThat(history.next(two, 0)).isPresent();
        assertThat(history.next(two, 500_000_000)).isPresent();
        assertThat(history.next(two, 900_000_000)).isEmpty();
        assertThat(history.next(two, 1_000_000_000)).isEmpty();
        assertThat(history.next(two, 1_100_000_000)).isPresent();
        assertThat(history.next(two, 1_200_000_000)).isEmpty();
    }
}
