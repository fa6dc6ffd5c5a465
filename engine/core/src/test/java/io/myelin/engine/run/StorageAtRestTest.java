package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
