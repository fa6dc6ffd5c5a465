package io.myelin.bench.probe;

import com.sun.management.OperatingSystemMXBean;
import io.myelin.bench.myelin.MeasuredComponents;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.bench.pekko.Systems;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Very many components that wait: what each takes of the heap, how long it takes to start, and what rest costs. */
final class RestProbe {
    private static final int UNIT = 100_000;
    private static final int WAITING = 10_000;
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(5);

    private RestProbe() {}

    /** Bytes of heap and nanoseconds to start, each; {@code size} hundred thousand of them. */
    static double[] myelin(int size) throws InterruptedException {
        // The first time warms up.
        startMyelin(UNIT);
        return startMyelin(size * UNIT);
    }

    private static double[] startMyelin(int count) throws InterruptedException {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        for (int i = 0; i < count; i++) {
            graph.add("rest" + i, Resting.class);
        }
        RunPlan plan = graph.plan();
        Counting counting = new Counting(new CountDownLatch(count));
        long before = usedHeap();
        long begun = System.nanoTime();
        GraphRun run = GraphRuns.start(plan, options(counting));
        counting.missing().await();
        double nanos = System.nanoTime() - begun;
        double bytes = usedHeap() - before;
        run.stop();
        run.awaitEnd();
        return new double[] {bytes / count, nanos / count};
    }

    /** The same for actors. */
    static double[] pekko(Systems systems, int size) throws InterruptedException {
        startPekko(systems, UNIT);
        return startPekko(systems, size * UNIT);
    }

    private static double[] startPekko(Systems systems, int count) throws InterruptedException {
        CountDownLatch missing = new CountDownLatch(count);
        Behavior<Object> resting = Behaviors.setup(context -> {
            missing.countDown();
            return Behaviors.receiveMessage(message -> Behaviors.same());
        });
        ActorSystem<Object> system = ActorSystem.create(
                Behaviors.receive((context, message) -> {
                    for (int i = 0; i < count; i++) {
                        context.spawnAnonymous(resting);
                    }
                    return Behaviors.same();
                }),
                "rest",
                systems.config());
        long before = usedHeap();
        long begun = System.nanoTime();
        system.tell("start");
        missing.await();
        double nanos = System.nanoTime() - begun;
        double bytes = usedHeap() - before;
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
        return new double[] {bytes / count, nanos / count};
    }

    /** Percent of a core that a graph of 10,000 waiting components takes, over {@code size} seconds. */
    static double[] waiting(int size) throws InterruptedException {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS).add("wait0", Resting.class);
        for (int i = 1; i < WAITING; i++) {
            graph.add("wait" + i, MeasuredComponents.Passing.class);
            graph.link("wait" + (i - 1), "wait" + i);
        }
        Counting counting = new Counting(new CountDownLatch(1));
        GraphRun run = GraphRuns.start(graph.plan(), options(counting));
        counting.missing().await();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        // What the compiler still has to do is not the graph's.
        var _ = run.awaitEnd(UNTIL_QUIET);
        long cpu = system.getProcessCpuTime();
        long begun = System.nanoTime();
        var _ = run.awaitEnd(Duration.ofSeconds(size));
        double percent = 100.0 * (system.getProcessCpuTime() - cpu) / (System.nanoTime() - begun);
        run.stop();
        run.awaitEnd();
        return new double[] {percent};
    }

    private static RunOptions options(Console console) {
        return new RunOptions(2, false, console, Duration.ofSeconds(60));
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        // What the first collection finds to be cleaned, the next one frees.
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    /** Counts those that have started. */
    private record Counting(CountDownLatch missing) implements Console {
        @Override
        public @Nullable String readLine() {
            return null;
        }

        @Override
        public void printLine(String line) {}

        @Override
        public void flush() {}
    }

    /** Waits for what never comes. */
    @ComponentInfo(id = "bench.rest", title = "Rest", summary = "Waits.")
    public static final class Resting implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            context.expect("the end");
            ((Counting) context.console()).missing().countDown();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("nothing is linked to it");
        }
    }
}
