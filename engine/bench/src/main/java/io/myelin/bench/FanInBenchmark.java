package io.myelin.bench;

import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRuns;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a message costs where several sources feed one inbox. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class FanInBenchmark {
    private static final int MESSAGES = 1_000_000;

    /** Sources that feed the one inbox. */
    @Param({"4"})
    public int sources;

    /** Threads that step the components. */
    @Param({"1", "2"})
    public int workers;

    private @Nullable RunPlan plan;

    @Setup
    public void wire() {
        plan = BenchGraphs.fanIn(sources, MESSAGES / sources);
    }

    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public Object message() throws InterruptedException {
        return GraphRuns.start(Objects.requireNonNull(plan), BenchGraphs.options(workers))
                .awaitEnd();
    }
}
