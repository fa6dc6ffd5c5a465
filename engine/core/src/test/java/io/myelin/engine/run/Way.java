package io.myelin.engine.run;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.plan.RunPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One of the ways in which a graph can run: on a scheduler, under an execution. */
record Way(OnScheduler scheduler, Execution execution) {
    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("myelin.patience", 60));

    /** Where thousands of changed engines are tried: what the deterministic schedulers do not find is left out. */
    private static final boolean ONLY_DETERMINISTIC = Boolean.getBoolean("myelin.deterministic");

    /** The schedulers. */
    enum OnScheduler {
        REAL,
        ONE_WORKER,
        UNFUSED,
        IN_ORDER,
        DRAWN
    }

    /** What a test does in each way. */
    interface Body {
        void run(Way way) throws Exception;
    }

    /** Does {@code body} in every way. */
    static void everyWay(Body body) throws Exception {
        for (Execution execution : List.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)) {
            for (OnScheduler scheduler : OnScheduler.values()) {
                if (scheduler != OnScheduler.UNFUSED || execution == Execution.MICROPROCESS) {
                    inIfWanted(new Way(scheduler, execution), body);
                }
            }
        }
    }

    /** Does {@code body} in every way, and once more where what the test is about runs in a process of its own. */
    static void everyExecution(Body body) throws Exception {
        everyWay(body);
        in(new Way(OnScheduler.REAL, Execution.PROCESS), body);
    }

    /** Does {@code body} on every scheduler, with microprocesses. */
    static void everyScheduler(Body body) throws Exception {
        for (OnScheduler scheduler : OnScheduler.values()) {
            inIfWanted(new Way(scheduler, Execution.MICROPROCESS), body);
        }
    }

    private static void inIfWanted(Way way, Body body) throws Exception {
        if (way.isDeterministic() || !ONLY_DETERMINISTIC) {
            in(way, body);
        }
    }

    private static void in(Way way, Body body) throws Exception {
        try {
            body.run(way);
        } catch (AssertionError failed) {
            throw new AssertionError(way + ": " + failed.getMessage(), failed);
        }
    }

    /** An empty graph whose components run so. */
    TestGraph graph() {
        // What is written inside a test can't be made in another process.
        return new TestGraph().on(execution == Execution.PROCESS ? Execution.MICROPROCESS : execution);
    }

    /** Adds to {@code graph} a component of {@code type} that runs so; a sequential one at least as a tasklet. */
    TestGraph.Part add(TestGraph graph, String path, Class<? extends Component> type, Record settings) {
        boolean mustBlock = execution == Execution.MICROPROCESS && SequentialComponent.class.isAssignableFrom(type);
        return graph.made(path, type, settings).on(mustBlock ? Execution.TASKLET : execution);
    }

    /** As above, where the type has no settings. */
    TestGraph.Part add(TestGraph graph, String path, Class<? extends Component> type) {
        return add(graph, path, type, new NoSettings());
    }

    /** Starts {@code graph}. */
    Running start(TestGraph graph) {
        return start(graph, Duration.ofSeconds(5));
    }

    /** Starts {@code graph}, whose components may take {@code grace} to end. */
    Running start(TestGraph graph, Duration grace) {
        RunningGraph prepared = prepare(graph, grace);
        prepared.start();
        return running(prepared);
    }

    /** Makes the run of {@code graph} without starting it. */
    RunningGraph prepare(TestGraph graph) {
        return prepare(graph, Duration.ofSeconds(5));
    }

    /** Starts {@code graph}, in which this is done about components that lock each other up. */
    Running start(TestGraph graph, StallPolicy stall) {
        RunningGraph prepared =
                prepare(graph.plan(), new RunOptions(2, true, new SilentConsole(), Duration.ofSeconds(5), stall));
        prepared.start();
        return running(prepared);
    }

    /** Makes the run of {@code graph}, in slow motion from its beginning, without starting it. */
    RunningGraph prepareSlow(TestGraph graph, Duration delay) {
        return prepare(
                graph.plan(),
                new RunOptions(2, true, new SilentConsole(), Duration.ofSeconds(5)).withSlowMotion(delay));
    }

    private RunningGraph prepare(TestGraph graph, Duration grace) {
        return prepare(graph.plan(), new RunOptions(2, true, new SilentConsole(), grace));
    }

    /** Makes the run of {@code plan} without starting it. */
    RunningGraph prepare(RunPlan plan, Console console) {
        return prepare(plan, new RunOptions(2, true, console, Duration.ofSeconds(5)));
    }

    /** Starts {@code plan}. */
    Running start(RunPlan plan, Console console) {
        RunningGraph prepared = prepare(plan, console);
        prepared.start();
        return running(prepared);
    }

    private RunningGraph prepare(RunPlan plan, RunOptions options) {
        Scheduler on = switch (scheduler) {
            case REAL, UNFUSED -> new WorkerScheduler(2);
            case ONE_WORKER -> new WorkerScheduler(1);
            case IN_ORDER -> DeterministicScheduler.inOrder();
            case DRAWN -> DeterministicScheduler.drawnFrom(42);
        };
        return new RunningGraph(plan, options.withFusion(scheduler != OnScheduler.UNFUSED), on);
    }

    /** A prepared run that has been started. */
    Running running(RunningGraph prepared) {
        return new Running(prepared);
    }

    /** Runs {@code graph} to its end. */
    RunOutcome run(TestGraph graph) throws InterruptedException {
        return start(graph).end();
    }

    boolean isDeterministic() {
        return scheduler == OnScheduler.IN_ORDER || scheduler == OnScheduler.DRAWN;
    }

    /** A run under way. */
    static final class Running {
        private final RunningGraph run;

        private Running(RunningGraph run) {
            this.run = run;
        }

        RunningGraph run() {
            return run;
        }

        /** Lets it run until {@code condition} holds; fails where it does not in time. */
        void until(String what, BooleanSupplier condition) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("waited in vain until " + what + ": " + run.snapshot());
                }
                if (!(run.scheduler() instanceof DeterministicScheduler deterministic)) {
                    Thread.yield();
                } else if (!deterministic.step()) {
                    deterministic.pass(deterministic.nanoTime() + 1_000_000);
                }
            }
        }

        /** Lets it run until the component at {@code path} has this status. */
        void untilStatus(String path, ComponentStatus status) {
            until(path + " is " + status, () -> counts(path).status() == status);
        }

        RunSnapshot.ComponentCounts counts(String path) {
            return run.snapshot().components().get(path);
        }

        RunSnapshot.InboxCounts inbox(String path) {
            return counts(path).inboxes().get("inbox");
        }

        RunOutcome end() throws InterruptedException {
            return run.awaitEnd(PATIENCE)
                    .orElseThrow(() -> new AssertionError("it did not end: " + describe(run.snapshot())));
        }

        private static String describe(RunSnapshot snapshot) {
            List<String> lines = new ArrayList<>();
            snapshot.components().forEach((path, counts) -> lines.add(path + " " + counts));
            return String.join("\n", lines);
        }
    }
}
