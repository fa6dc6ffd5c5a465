package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bench for components promises. */
class ComponentBenchTest {
    /** One more. */
    @ComponentInfo(id = "test.next", title = "Next", summary = "One more.")
    public static final class Next extends Transform {
        @Override
        protected Object apply(Object message) {
            return (Long) message + 1;
        }
    }

    /** One more, by itself. */
    @ComponentInfo(id = "test.nexts", title = "Next", summary = "One more.")
    public static final class SequentialNext implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            Inbox inbox = context.inbox();
            for (Object message : inbox) {
                context.outbox().send((Long) message + 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Execution.class, names = "PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void runsAReactiveComponentUnderEveryExecution(Execution execution) {
        BenchResult result = ComponentBench.of(Next.class)
                .on(execution)
                .given("inbox", 1L, 2L)
                .run();

        assertThat(result.outbox()).containsExactly(2L, 3L);
        assertThat(result.signals()).hasSize(1);
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void runsASequentialComponent() {
        BenchResult result =
                ComponentBench.of(SequentialNext.class).given("inbox", 1L, 2L).run();

        assertThat(result.outbox()).containsExactly(2L, 3L);
        assertThat(result.outcome().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
    }

    @Test
    void aFullOutboxHoldsTheComponentBackAndAStopEndsIt() {
        BenchRun run = ComponentBench.of(Next.class)
                .capacity("inbox", 2)
                .fullAfter("outbox", 2)
                .start();
        for (long i = 0; i < 10; i++) {
            run.send("inbox", i);
        }
        run.awaitCounts(counts -> counts.status() == ComponentStatus.BLOCKED);
        run.stop();
        BenchResult result = run.awaitEnd();

        assertThat(result.outbox()).containsExactly(1L, 2L);
        assertThat(result.counts().status()).isEqualTo(ComponentStatus.STOPPED);
        assertThat(result.counts().undelivered()).isEqualTo(1);
    }
}
