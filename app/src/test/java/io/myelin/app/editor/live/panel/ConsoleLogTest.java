package io.myelin.app.editor.live.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.live.panel.ConsoleLine.Kind;
import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.engine.plan.Secrets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the runs of a document have printed")
class ConsoleLogTest {
    private final ConsoleLog log = new ConsoleLog();

    private static ConsoleBuffer.Output lines(int count) {
        return new ConsoleBuffer.Output(
                IntStream.range(0, count).mapToObj(String::valueOf).toList(), 0);
    }

    @Test
    void theNewestLinesAreKeptAndTheOthersCounted() {
        log.add(lines(ConsoleLog.KEPT), Secrets.NONE);
        log.add(lines(3), Secrets.NONE);
        assertThat(log.lines()).hasSize(ConsoleLog.KEPT);
        assertThat(log.lines().getFirst().text()).isEqualTo("3");
        assertThat(log.dropped()).isEqualTo(3);
    }

    @Test
    void whatWasPrintedTooFastToKeepIsSaid() {
        log.add(new ConsoleBuffer.Output(List.of("last"), 1_234), Secrets.NONE);
        assertThat(log.lines().getFirst().kind()).isEqualTo(Kind.NOTE);
        assertThat(log.lines().getFirst().text()).contains("1,234 lines left out");
        assertThat(log.dropped()).isEqualTo(1_234);
    }

    @Test
    void secretsDoNotShow() {
        log.add(new ConsoleBuffer.Output(List.of("key=hunter2"), 0), new Secrets(List.of("hunter2")));
        assertThat(log.lines()).extracting(ConsoleLine::text).containsExactly("key=***");
    }
}
