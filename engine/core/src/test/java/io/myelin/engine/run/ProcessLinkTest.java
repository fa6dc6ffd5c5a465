package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.run.ProcessComponents.Count;
import io.myelin.engine.run.ProcessComponents.Counting;
import io.myelin.engine.run.ProcessComponents.Echo;
import io.myelin.engine.run.ProcessComponents.Folder;
import io.myelin.engine.run.ProcessComponents.Gate;
import io.myelin.engine.run.ProcessComponents.Obeying;
import io.myelin.engine.run.ProcessComponents.Twofold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The link to a child process: when what is sent comes, and what a child that does not listen may hold up. */
class ProcessLinkTest {
    private static final Way REAL = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
    private static final NoSettings NONE = new NoSettings();

    @TempDir
    private Path folder;

    private final List<Object> received = TestGraph.synchronizedList();

    /** A source that sends what the test says, whenever it says so, until it is told to end. */
    private static final class Talker implements ReactiveComponent {
        private final CompletableFuture<ComponentContext> begun = new CompletableFuture<>();

        @Override
        public void onStart(ComponentContext context) {
            context.expect("the test");
            begun.complete(context);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new AssertionError("a source got a message");
        }

        void say(Object... messages) {
            ComponentContext context = begun.join();
            context.execute(() -> List.of(messages).forEach(context.outbox()::send));
        }

        void end() {
            ComponentContext context = begun.join();
            context.execute(context::finish);
        }
    }

    /** Immutable, but only this machine knows how to make it. */
    private static final class Local {
        private final int number;

        Local(int number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "local " + number;
        }
    }

    private static void signal(String signal, long process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private static long childOf(Way.Running running) {
        return running.run().processes().iterator().next().pid();
    }

    @Test
    void aSingleMessageIsAnsweredThoughNoOtherFollows() throws Exception {
        Talker talker = new Talker();
        TestGraph graph = new TestGraph();
        graph.reactive("p", () -> talker).inboxes();
        graph.process("e", Echo.class, NONE);
        graph.sink("c", received);
        Way.Running running = REAL.start(graph.chain("p", "e", "c"));
        for (int round = 1; round <= 500; round++) {
            long message = round;
            talker.say(message);
            running.until("the answer to " + round + " comes", () -> received.contains(message));
        }
        talker.end();

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).hasSize(500);
    }

    @Test
    void aMessageThatComesWhileTheProcessWorksIsAnsweredThoughNoOtherFollows() throws Exception {
        Talker talker = new Talker();
        TestGraph graph = new TestGraph();
        graph.reactive("p", () -> talker).inboxes();
        graph.process("o", Obeying.class, new Folder(folder)).onError(FailurePolicy.SKIP);
        graph.sink("c", received);
        Way.Running running = REAL.start(graph.chain("p", "o", "c"));
        for (int round = 1; round <= 200; round++) {
            // Two at a time: the second finds it at work, or just through with the first.
            talker.say("first " + round);
            talker.say("second " + round);
            String last = "second " + round;
            running.until("the answer to " + last + " comes", () -> received.contains(last));
        }
        talker.end();

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).hasSize(400);
    }

    @Test
    void a13_what_is_refused_does_not_keep_those_before_it_from_the_process() throws Exception {
        Talker talker = new Talker();
        TestGraph graph = new TestGraph();
        graph.reactive("p", () -> talker).inboxes();
        graph.process("e", Echo.class, NONE).onError(FailurePolicy.SKIP);
        graph.sink("c", received);
        Way.Running running = REAL.start(graph.chain("p", "e", "c"));
        for (int round = 1; round <= 50; round++) {
            long message = round;
            talker.say(message, new Local(round));
            running.until("message " + round + " comes", () -> received.contains(message));
        }
        talker.end();
        RunOutcome outcome = running.end();

        assertThat(outcome.failures()).hasSize(50);
        assertThat(received).isEqualTo(numbers(51).subList(1, 51));
    }

    @Test
    void e05_a_process_whose_messages_an_inbox_refuses_loses_no_credit_by_that() throws Exception {
        int count = 2000;
        RoomTest.Gate gate = new RoomTest.Gate();
        TestGraph graph = new TestGraph();
        graph.process("p", Counting.class, new Count(count)).inboxes().onError(FailurePolicy.SKIP);
        graph.reactive("c", () -> gate).outboxes().limit("inbox", 4, OverflowPolicy.FAIL);
        Way.Running running = REAL.start(graph.chain("p", "c"));
        running.until(
                "all but what finds room has been refused",
                () -> running.counts("p").failures() == count - 4);
        gate.open(Long.MAX_VALUE);
        RunOutcome outcome = running.end();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(gate.received).isEqualTo(numbers(4));
        assertThat(outcome.failures()).hasSize(count - 4);
    }

    @Test
    void e09_what_has_waited_for_credit_arrives_as_it_was_sent() throws Exception {
        int count = 3000;
        List<Object> others = TestGraph.synchronizedList();
        TestGraph graph = new TestGraph();
        graph.counting("p", count);
        graph.process("t", Twofold.class, NONE).outboxes("outbox", "other");
        graph.sink("c", received).limit(1);
        graph.sink("d", others).limit(2);
        graph.link("p.outbox", "t.inbox").link("t.outbox", "c.inbox").link("t.other", "d.inbox");
        RunOutcome outcome = REAL.run(graph);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        List<Object> wanted = new ArrayList<>();
        List<Object> wantedOthers = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            wanted.add("one " + index);
            wantedOthers.addAll(List.of("other " + index, List.of(index, index), DataRecord.of("message", index)));
        }
        assertThat(received).isEqualTo(wanted);
        assertThat(others).isEqualTo(wantedOthers);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void f21_a_frozen_process_is_stopped_in_time_whatever_is_on_its_way_to_it() throws Exception {
        Talker control = new Talker();
        Talker talker = new Talker();
        TestGraph graph = new TestGraph();
        graph.reactive("q", () -> control).inboxes();
        graph.reactive("p", () -> talker).inboxes();
        graph.process("e", Echo.class, NONE);
        graph.sink("c", received);
        graph.chain("p", "e", "c").link("q.outbox", "e.control");
        Way.Running running = REAL.start(graph, Duration.ofSeconds(2));
        talker.say("to begin with");
        running.until("it has answered", () -> received.size() == 1);
        long child = childOf(running);
        signal("STOP", child);
        // Nearly all that a pipe holds, then what would have found room in an empty one.
        control.say("c".repeat(60 << 10));
        running.until(
                "it is on its way",
                () -> running.run().snapshot().components().get("q").sent() == 1);
        for (int index = 0; index < 20; index++) {
            long before = index;
            talker.say("m".repeat(index == 0 ? 10_000 : 2100));
            running.until("it has left the inbox", () -> running.counts("p").sent() == before + 2);
        }
        running.run().stop();

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.STOPPED);
        assertThat(running.counts("e").status()).isEqualTo(ComponentStatus.STOPPED);
        running.until(
                "the process is gone",
                () -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatIsFrozenForAWhileGoesOnWhereItWas() throws Exception {
        int count = 20_000;
        TestGraph graph = new TestGraph();
        graph.counting("p", count);
        graph.process("e", Echo.class, NONE);
        graph.sink("c", received);
        Way.Running running = REAL.start(graph.chain("p", "e", "c"));
        running.until("the stream flows", () -> received.size() > 1000);
        long child = childOf(running);
        signal("STOP", child);
        running.until(
                "nothing more fits",
                () -> running.counts("p").status() == ComponentStatus.BLOCKED
                        || running.counts("p").status() == ComponentStatus.FINISHED);
        signal("CONT", child);

        assertThat(running.end().ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        assertThat(received).isEqualTo(numbers(count));
    }

    @Test
    void aProcessThatHasEndedLeavesNoThreadBehind() throws Exception {
        TestGraph graph = new TestGraph();
        graph.process("ended", Counting.class, new Count(10)).inboxes();
        graph.counting("p", 5);
        graph.process("stopped", Gate.class, new Folder(folder));
        Way.Running running = REAL.start(graph.chain("p", "stopped"));
        running.until("one has ended", () -> running.counts("ended").status() == ComponentStatus.FINISHED);
        running.run().stop();
        running.end();

        running.until(
                "their threads are gone",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> name.endsWith("-ended") || name.endsWith("-stopped")));
    }
}
