package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What components keep while nothing happens. */
class StorageAtRestTest {
    /** Sends what the test says, when it says so. */
    private static final class Sending implements ReactiveComponent {
        private final CompletableFuture<ComponentContext> context = new CompletableFuture<>();
        private final CompletableFuture<OutsideWork> work = new CompletableFuture<>();

        @Override
        public void onStart(ComponentContext given) {
            work.complete(given.expect("the test"));
            context.complete(given);
        }

        void send(Object... messages) {
            ComponentContext mine = context.join();
            mine.execute(() -> List.of(messages).forEach(mine.outbox()::send));
        }

        void finish() {
            work.join().done();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("it has no inbox");
        }
    }

    /** Takes what comes. */
    private interface Taking extends ReactiveComponent {
        void take(Object message);

        @Override
        default void onMessage(Inbox inbox, Object message) {
            take(message);
        }
    }

    /** Passes on. */
    private static class Relaying implements ReactiveComponent {
        private Outbox outbox;

        @Override
        public void onStart(ComponentContext context) {
            outbox = context.outbox();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            outbox.send(message);
        }
    }

    private static Way.Running start(TestGraph graph, int workers) {
        RunOptions options = new RunOptions(workers, true, new SilentConsole(), Duration.ofSeconds(5));
        RunningGraph run = new RunningGraph(graph.plan(), options, new WorkerScheduler(workers));
        run.start();
        return new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS).running(run);
    }

    @Test
    void whatHoldsNoMessageWhileTheWorkerRestsTakesNoStorageAndLosesNeitherMessagesNorCounts() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        Sending sending = new Sending();
        TestGraph graph = new TestGraph();
        graph.reactive("sending", () -> sending).inboxes();
        graph.pass("pass");
        graph.sink("sink", received);
        graph.chain("sending", "pass", "sink");
        Way.Running running = start(graph, 1);
        WiredInbox pass = running.run().component("pass").boxes().inbox("inbox");
        WiredInbox sink = running.run().component("sink").boxes().inbox("inbox");
        for (int round = 1; round <= 3; round++) {
            int messages = 3 * round;
            sending.send(3 * round - 2, 3 * round - 1, 3 * round);
            running.until("all have come", () -> received.size() == messages);
            running.until("the storage is given back", () -> !pass.hasRing() && !sink.hasRing());

            assertThat(running.inbox("pass").received()).isEqualTo(messages);
            assertThat(running.inbox("pass").depth()).isZero();
            assertThat(running.counts("sink").received()).isEqualTo(messages);
        }
        sending.finish();

        assertThat(running.end().failures()).isEmpty();
        assertThat(received).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(running.inbox("sink").received()).isEqualTo(9);
    }

    @Test
    void aComponentOfARowTakesNoMoreThanThisOfTheHeapOnceItHasHadAMessage() throws Exception {
        int count = 20_000;
        CompletableFuture<Object> received = new CompletableFuture<>();
        Sending sending = new Sending();
        TestGraph graph = new TestGraph();
        graph.reactive("sending", () -> sending).inboxes();
        graph.reactive("sink", () -> (Taking) received::complete).outboxes();
        for (int i = 0; i < count; i++) {
            graph.reactive("pass" + i, Relaying::new);
            graph.chain(i == 0 ? "sending" : "pass" + (i - 1), "pass" + i);
        }
        graph.chain("pass" + (count - 1), "sink");
        long before = engineBytes();
        Way.Running running = start(graph, 1);
        sending.send("message");
        received.join();
        for (RunningComponent component : running.run().components()) {
            running.until("the storage is given back", () -> !component.boxes().haveRing());
        }

        double each = (double) (engineBytes() - before) / count;
        assertThat(each).as("bytes of the engine's objects for each component").isBetween(200.0, 350.0);
        sending.finish();
        assertThat(running.end().failures()).isEmpty();
    }

    @Test
    void aComponentThatExpectsSomethingTakesNoMoreThanThisOfTheHeap() throws Exception {
        int count = 20_000;
        CountDownLatch missing = new CountDownLatch(count);
        List<OutsideWork> works = Collections.synchronizedList(new ArrayList<>());
        TestGraph graph = new TestGraph();
        for (int i = 0; i < count; i++) {
            graph.reactive("expecting" + i, () -> new Relaying() {
                @Override
                public void onStart(ComponentContext context) {
                    super.onStart(context);
                    works.add(context.expect("the end"));
                    missing.countDown();
                }
            });
        }
        long before = engineBytes();
        Way.Running running = start(graph, 2);
        missing.await();

        double each = (double) (engineBytes() - before) / count;
        assertThat(each).as("bytes of the engine's objects for each component").isBetween(200.0, 290.0);
        works.forEach(OutsideWork::done);
        assertThat(running.end().failures()).isEmpty();
    }

    /** Bytes of what is there of the engine's own classes and of arrays of them, but for what tests have written. */
    private static long engineBytes() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long bytes = 0;
        for (String line : histogram.lines().toList()) {
            String[] fields = line.trim().split("\\s+");
            if (fields.length >= 4 && fields[3].contains("io.myelin.engine.run.") && !fields[3].contains("Test")) {
                bytes += Long.parseLong(fields[2]);
            }
        }
        return bytes;
    }

    @Test
    void anInboxThatIsFedFromElsewhereOrByManyKeepsItsStorage() throws Exception {
        List<Object> received = TestGraph.synchronizedList();
        Sending one = new Sending();
        Sending other = new Sending();
        TestGraph graph = new TestGraph();
        graph.reactive("one", () -> one).inboxes();
        graph.reactive("other", () -> other).inboxes();
        graph.pass("pass");
        graph.sink("sink", received);
        graph.chain("one", "pass", "sink").chain("other", "pass");
        Way.Running running = start(graph, 1);
        WiredInbox pass = running.run().component("pass").boxes().inbox("inbox");
        WiredInbox sink = running.run().component("sink").boxes().inbox("inbox");
        one.send(1);
        other.send(2);
        running.until("all have come", () -> received.size() == 2);
        running.until("the storage is given back", () -> !sink.hasRing());

        assertThat(pass.hasRing()).isTrue();
        one.finish();
        other.finish();
        assertThat(running.end().failures()).isEmpty();
        assertThat(received).containsExactlyInAnyOrder(1, 2);
    }
}
