package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.engine.component.Console;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import io.myelin.engine.run.RunOutcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A graph that is run from its start to its end in each round; the component {@code result} publishes what came out. */
final class GraphProgram implements Load {
    /** The path of the component that publishes the result. */
    static final String RESULT = "result";

    private static final RunOptions TWO_WORKERS = new RunOptions(2, false, new NoConsole(), Duration.ofSeconds(10));

    private final RunPlan plan;
    private final long expected;

    /** Runs of {@code plan} that must come to {@code expected}. */
    GraphProgram(RunPlan plan, long expected) {
        this.plan = plan;
        this.expected = expected;
    }

    @Override
    public void run() throws InterruptedException {
        GraphRun run = GraphRuns.start(plan, TWO_WORKERS);
        RunOutcome outcome = run.awaitEnd();
        Optional<Object> result = run.published(RESULT);
        if (outcome.ending() != RunOutcome.Ending.FINISHED || !result.equals(Optional.of(expected))) {
            throw new IllegalStateException("it came to " + result + ", not " + expected + ": " + outcome);
        }
    }

    @Override
    public void close() {}

    /** Nothing to read, nobody who reads. */
    private static final class NoConsole implements Console {
        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {}

        @Override
        public void flush() {}
    }
}
