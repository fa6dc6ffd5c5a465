package io.myelin.bench;

import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the JDK's own bounded queue costs for one message in and out, on one thread: the measure to beat. */
@State(Scope.Thread)
public class HandOverBenchmark {
    private final ArrayBlockingQueue<Object> queue = new ArrayBlockingQueue<>(1024);
    private final Object message = new Object();

    @Benchmark
    public Object offerAndPoll() {
        queue.offer(message);
        return queue.poll();
    }
}
