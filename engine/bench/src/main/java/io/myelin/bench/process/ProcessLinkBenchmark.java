package io.myelin.bench.process;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Transform;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a message of 64 characters costs that goes to a component in a child process and comes back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProcessLinkBenchmark {
    private static final int MESSAGES = 200_000;
    private static final String MESSAGE = "0123456789abcdef".repeat(4);

    /**
     * {@code link}: the engine's; {@code pipe}: the bare pipe with as many messages a frame as the link has at the most;
     * {@code flushed}: the bare pipe with one message a frame.
     */
    @Param({"link", "pipe", "flushed"})
    public String by = "link";

    private @Nullable Way way;

    /** One way to and fro. */
    private interface Way extends AutoCloseable {
        void roundTrips(int count) throws InterruptedException;

        @Override
        void close() throws InterruptedException;
    }

    /** Starts the child. */
    @Setup
    public void start() throws IOException {
        way = switch (by) {
            case "link" -> new Link();
            case "pipe" -> new Piped(512);
            case "flushed" -> new Piped(1);
            default -> throw new IllegalArgumentException(by);
        };
    }

    /** Ends it. */
    @TearDown
    public void stop() throws InterruptedException {
        Way open = way;
        if (open != null) {
            open.close();
        }
    }

    /** One message there and back. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void message() throws InterruptedException {
        Way open = way;
        if (open != null) {
            open.roundTrips(MESSAGES);
        }
    }

    private static final class Piped implements Way {
        private final BarePipe pipe;

        Piped(int messagesPerFrame) throws IOException {
            pipe = new BarePipe(messagesPerFrame);
        }

        @Override
        public void roundTrips(int count) throws InterruptedException {
            pipe.roundTrips(MESSAGE, count);
        }

        @Override
        public void close() {
            pipe.close();
        }
    }

    /** Asked for by the benchmark, sent by one component, counted by another. */
    private static final class Link implements Way {
        private final BlockingQueue<Integer> wanted = new ArrayBlockingQueue<>(1);
        private final Semaphore back = new Semaphore(0);
        private final GraphRun run;

        Link() {
            List<PlannedComponent> components = List.of(
                    component("feed", Feeding.class, new Feeding.Settings(wanted), Execution.TASKLET),
                    component("echo", Echoing.class, new NoSettings(), Execution.PROCESS),
                    component("count", Counting.class, new Counting.Settings(back, MESSAGES), Execution.MICROPROCESS));
            List<PlannedLink> links = List.of(
                    new PlannedLink("feed", "outbox", "echo", "inbox", List.of()),
                    new PlannedLink("echo", "outbox", "count", "inbox", List.of()));
            run = GraphRuns.start(
                    new RunPlan("", Path.of("").toAbsolutePath(), components, links),
                    new RunOptions(2, false, new NoConsole(), Duration.ofSeconds(5)));
        }

        @Override
        public void roundTrips(int count) throws InterruptedException {
            wanted.put(count);
            for (int left = count; left > 0; left -= MESSAGES) {
                back.acquire();
            }
        }

        @Override
        public void close() throws InterruptedException {
            run.stop();
            run.awaitEnd();
        }
    }

    private static PlannedComponent component(
            String path, Class<? extends Component> type, Record settings, Execution execution) {
        ComponentType of = ComponentType.of(type);
        return new PlannedComponent(
                path,
                path,
                of,
                settings,
                execution,
                ComponentState.ON,
                FailureHandling.DEFAULT,
                of.inboxes(settings),
                of.outboxes(settings),
                Map.of());
    }

    /** Sends as many as are asked for. */
    @ComponentInfo(
            id = "bench.feed",
            title = "Feed",
            summary = "Sends.",
            inboxes = {})
    public static final class Feeding implements SequentialComponent {
        private final Settings settings;

        /** Where it is said how many. */
        public record Settings(@Setting(help = "How many.") Object wanted) {}

        /** Waits there. */
        public Feeding(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void main(ComponentContext context) throws InterruptedException {
            BlockingQueue<?> wanted = (BlockingQueue<?>) settings.wanted();
            while (true) {
                int count = (Integer) wanted.take();
                for (int i = 0; i < count; i++) {
                    context.outbox().send(MESSAGE);
                }
            }
        }
    }

    /** Sends on. */
    @ComponentInfo(id = "bench.echo", title = "Echo", summary = "Sends on.")
    public static final class Echoing extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** Counts as the bare pipe does, by itself, and says so once a round: who waits for that is not measured. */
    @ComponentInfo(
            id = "bench.count",
            title = "Count",
            summary = "Counts.",
            outboxes = {})
    public static final class Counting extends Sink {
        private final Settings settings;
        private int counted;

        /** Where it says that so many have come. */
        public record Settings(
                @Setting(help = "Where.") Object back,
                @Setting(help = "How many.") int round) {}

        /** Says so there. */
        public Counting(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected void accept(Object message) {
            if (++counted == settings.round()) {
                counted = 0;
                ((Semaphore) settings.back()).release();
            }
        }
    }

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
