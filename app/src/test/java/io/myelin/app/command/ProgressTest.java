package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.run.ComponentStatus;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import io.myelin.engine.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The progress line. */
class ProgressTest {
    @Test
    void says_messages_rate_and_time() {
        assertThat(Progress.describe(snapshot(-1, 0), 45_600)).isEqualTo("1,234,567 messages  45.6 k/s  1:05");
    }

    @Test
    void says_how_much_of_a_source_of_known_size_is_done() {
        assertThat(Progress.describe(snapshot(2_000_000, 500_000), 10))
                .isEqualTo("1,234,567 messages  10/s  1:05  25 % of 2.0 MB");
    }

    @Test
    void says_only_what_is_done_where_the_size_is_not_known() {
        assertThat(Progress.describe(snapshot(-1, 500_000), 10)).endsWith("1:05  500 kB");
    }

    private static RunSnapshot snapshot(long total, long done) {
        return new RunSnapshot(
                RunState.RUNNING,
                Duration.ofSeconds(65),
                Map.of("read", counts(0, done, total), "parse", counts(1_234_567, 0, 0)),
                List.of());
    }

    private static ComponentCounts counts(long received, long done, long total) {
        return new ComponentCounts(
                ComponentStatus.WORKING, received, 0, 0, 0, 0, 0, 0, Map.of(), done, total, Optional.empty());
    }
}
