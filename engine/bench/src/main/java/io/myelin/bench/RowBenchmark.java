package io.myelin.bench;

import io.myelin.bench.load.Load;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One round of one entry of one row. What it takes, divided by the operations of a round, is the row's figure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowBenchmark {
    /** The row's id. */
    @Param("stages-10")
    public String row = "";

    /** The entry's name. */
    @Param("myelin unfused")
    public String entry = "";

    private @Nullable Load load;

    /** Starts what is measured. */
    @Setup
    public void open() {
        load = Rows.entry(row, entry).open();
    }

    /** The round. */
    @Benchmark
    public void round() throws InterruptedException {
        Objects.requireNonNull(load).run();
    }

    /** Ends it. */
    @TearDown
    public void close() {
        Objects.requireNonNull(load).close();
    }
}
