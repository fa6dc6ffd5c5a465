package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.Console;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.process.ChildCommand;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.ProcessComponents.Folder;
import io.myelin.engine.run.ProcessComponents.Gate;
import io.myelin.engine.run.ProcessComponents.Obeying;
import java.io.BufferedReader;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Child processes that fail, die, hang or lose their parent. */
class ProcessLifeTest {
    private static final Way REAL = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);

    @TempDir
    private Path folder;

    private final List<Object> received = TestGraph.synchronizedList();

    /** A source of these messages, a component in a process that does what they say, a sink. */
    private TestGraph obeying(FailurePolicy policy, Object... messages) {
        TestGraph graph = new TestGraph();
        graph.source("p", messages);
        graph.process("o", Obeying.class, new Folder(folder)).onError(policy);
        graph.sink("c", received);
        return graph.chain("p", "o", "c");
    }

    @Test
    void m01_a_failure_in_a_process_that_is_skipped_leaves_the_process_as_it_is() throws Exception {
        RunOutcome outcome = REAL.run(obeying(FailurePolicy.SKIP, "a", "fail", "item", "calls", "die", "b"));

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures())
                .extracting(ComponentFailure::item)
                .containsExactly(Optional.of("fail"), Optional.of("item"), Optional.of("die"));
        assertThat(outcome.failures().get(0).message()).isEqualTo("told to fail");
        assertThat(outcome.failures().get(0).cause().getStackTrace()[0].getClassName())
                .isEqualTo(Obeying.class.getName());
        assertThat(outcome.failures().get(2).message()).contains("exit status 9");
        // The instance stays as it is; what it had not sent on when it died was done again by the next one.
        assertThat(received).hasSize(3).startsWith("a").endsWith("b");
        assertThat(received.get(1)).isIn(4L, 1L);
    }

    @Test
    void m01_a_process_that_is_restarted_gets_the_message_in_hand_again_and_loses_none() throws Exception {
        TestGraph graph = obeying(FailurePolicy.RESTART, "a", "fail once", "b", "die once", "c");
        Way.Running running = REAL.start(graph);
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures())
                .extracting(ComponentFailure::item)
                .containsExactly(Optional.of("fail once"), Optional.of("die once"));
        // What came of a message just before it died may have been on its way when it had not yet said that it was
        // done.
        assertThat(new LinkedHashSet<>(received)).containsExactly("a", "not again", "b", "risen", "c");
        assertThat(received).hasSizeLessThanOrEqualTo(7);
        assertThat(running.counts("o").restarts()).isEqualTo(2);
        assertThat(folder.resolve("stopped")).exists();
    }

    @Test
    void m01_a_process_that_dies_stops_alone_or_stops_the_graph_as_its_policy_says() throws Exception {
        RunOutcome alone = REAL.run(obeying(FailurePolicy.STOP, "a", "die", "b"));
        assertThat(alone.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(alone.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.item()).contains("die"));

        RunOptions small = new RunOptions(
                2,
                true,
                new SilentConsole(),
                Duration.ofSeconds(5),
                StallPolicy.RESOLVE,
                true,
                32 << 20,
                Duration.ZERO);
        RunningGraph run =
                new RunningGraph(obeying(FailurePolicy.STOP_GRAPH, "memory out").plan(), small, new WorkerScheduler(2));
        run.start();
        RunOutcome graph = REAL.running(run).end();
        assertThat(graph.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(graph.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.message()).contains("exit status 3").contains("not enough memory");
            assertThat(failure.item()).contains("memory out");
        });
    }

    @Test
    void m01_a_process_killed_in_mid_stream_is_replaced_and_the_stream_stays_whole() throws Exception {
        int count = 60_000;
        TestGraph graph = new TestGraph();
        graph.counting("p", count);
        graph.process("e", Echo.class, new NoSettings()).onError(FailurePolicy.RESTART);
        graph.sink("c", received);
        graph.chain("p", "e", "c");
        Way.Running running = REAL.start(graph);
        running.until("the stream flows", () -> received.size() > 1000);
        long child = running.run().processes().iterator().next().pid();
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(outcome.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message()).contains("signal 9"));
        assertThat(running.counts("e").restarts()).isEqualTo(1);
        // What was in hand may have been sent before it died, and then comes a second time.
        assertThat(received).hasSizeLessThanOrEqualTo(count + 1);
        assertThat(new ArrayList<>(new LinkedHashSet<>(received))).isEqualTo(numbers(count));
    }

    @Test
    void whatAComponentPrintsOrPublishesComesOutInTheParentAndNeverAmongItsMessages() throws Exception {
        List<String> printed = new ArrayList<>();
        Console console = new Console() {
            @Override
            public String readLine() {
                return "input";
            }

            @Override
            public synchronized void printLine(String line) {
                printed.add(line);
            }

            @Override
            public void flush() {
                // All is out.
            }
        };
        TestGraph graph = obeying(FailurePolicy.STOP_GRAPH, "print", "publish", "folder", "memory", "b");
        RunOptions options = new RunOptions(
                2, true, console, Duration.ofSeconds(5), StallPolicy.RESOLVE, true, 64 << 20, Duration.ZERO);
        RunningGraph run = new RunningGraph(graph.plan(), options, new WorkerScheduler(2));
        run.start();
        RunOutcome outcome = REAL.running(run).end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(printed).containsExactly("in line");
        assertThat(run.published("o")).contains(List.of("content"));
        assertThat(run.snapshot().components().get("o").progressDone()).isEqualTo(3);
        assertThat(received).hasSize(3).endsWith("b");
        Path itsFolder = Path.of((String) received.get(0));
        assertThat(itsFolder).isNotEqualTo(Path.of("").toAbsolutePath()).doesNotExist();
        assertThat((Long) received.get(1)).isBetween(32L << 20, 64L << 20);
    }

    @Test
    void whatNativeCodeWritesToStandardOutputIsAFailureThatSaysSo() throws Exception {
        RunOutcome outcome = REAL.run(obeying(FailurePolicy.STOP, "garbage"));

        assertThat(outcome.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message()).contains("something else than messages"));
    }

    @Test
    void aClassThatItsProcessDoesNotFindIsNamed() throws Exception {
        byte[] code;
        try (InputStream file = Echo.class.getResourceAsStream("ProcessComponents$Hidden.class")) {
            code = file.readAllBytes();
        }
        Class<? extends Component> hidden = MethodHandles.lookup()
                .defineHiddenClass(code, false)
                .lookupClass()
                .asSubclass(Component.class);
        TestGraph graph = new TestGraph();
        graph.process("h", hidden, new NoSettings());
        RunOutcome outcome = REAL.run(graph);

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message())
                        .contains("ProcessComponents$Hidden")
                        .contains("not on the class path"));
    }

    @Test
    void f21_a_process_that_does_not_listen_to_a_stop_is_ended_by_force_within_the_grace() throws Exception {
        Way.Running running = REAL.start(obeying(FailurePolicy.STOP_GRAPH, "hang"), Duration.ofSeconds(2));
        running.until("it hangs", () -> Files.exists(folder.resolve("hangs")));
        long child = running.run().processes().iterator().next().pid();
        running.run().stop();
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        running.until("the process is gone", () -> isGone(child));
    }

    private static boolean isGone(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }

    /** The parent that is killed: runs a graph with a process, and prints whose child it has. */
    static final class Parent {
        private Parent() {}

        /** Runs until it is killed. */
        public static void main(String[] arguments) throws Exception {
            TestGraph graph = new TestGraph();
            graph.counting("p", Long.MAX_VALUE);
            graph.process("g", Gate.class, new Folder(Path.of(arguments[0])));
            graph.chain("p", "g");
            Way.Running running = REAL.start(graph);
            running.until("it has a child", () -> !running.run().processes().isEmpty());
            running.until("the inbox is full", () -> running.counts("p").status() == ComponentStatus.BLOCKED);
            System.out.println(running.run().processes().iterator().next().pid());
            running.end();
        }
    }

    @Test
    void aChildDoesNotOutliveItsParentEvenOneThatIsKilled() throws Exception {
        List<String> command = new ArrayList<>(ChildCommand.of(Parent.class, Parent.class, 0));
        command.add(folder.toString());
        Process parent = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8)) {
            long child = Long.parseLong(lines.readLine());
            assertThat(isGone(child)).isFalse();
            parent.destroyForcibly();
            assertThat(parent.waitFor(60, TimeUnit.SECONDS)).isTrue();
            long end = System.nanoTime() + Way.PATIENCE.toNanos();
            while (!isGone(child) && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            assertThat(isGone(child)).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void noSecretStandsOnTheCommandLineOfAChildOrInWhatItIsTold() {
        assertThat(ChildCommand.of(ProcessMain.class, Echo.class, 1 << 26))
                .noneMatch(word -> word.contains("SECRET"))
                .contains("-Xmx64m", ProcessMain.class.getName());
        ProcessStart start =
                new ProcessStart("a/b", "x.Y", DataRecord.of("token", "t"), "/", true, 5, 6, List.of(), List.of());
        assertThat(ProcessStart.of(start.asMessage())).isEqualTo(start);
    }
}
