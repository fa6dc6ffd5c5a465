package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.watch.RecentMessages;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Watching a run. */
class WatchTest {
    @Test
    void aTapSeesEveryMessageOfItsLinkUntilItIsClosed() throws Exception {
        everyWay(way -> {
            List<Object> tapped = TestGraph.synchronizedList();
            RoomTest.Gate gate = new RoomTest.Gate();
            TestGraph graph = way.graph();
            graph.counting("source", 1000);
            graph.reactive("sink", () -> gate).outboxes().limit(10);
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            AutoCloseable tap = run.tap(graph.plannedLink(0), (message, sequence) -> {
                assertThat(sequence).isEqualTo((Long) message + 1);
                tapped.add(message);
            });
            run.start();
            Way.Running running = way.running(run);
            running.untilStatus("source", ComponentStatus.BLOCKED);
            tap.close();
            gate.open(Long.MAX_VALUE);
            running.end();

            assertThat(gate.received).hasSize(1000);
            assertThat(tapped).isEqualTo(LongStream.range(0, 10).boxed().collect(Collectors.toList()));
        });
    }

    @Test
    void theRecentMessagesOfALinkAreASampleOfBoundedSize() throws Exception {
        everyWay(way -> {
            RecentMessages recent = new RecentMessages(8);
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.sink("sink", TestGraph.synchronizedList());
            graph.chain("source", "sink");
            RunningGraph run = way.prepare(graph);
            run.tap(graph.plannedLink(0), recent);
            run.start();
            way.running(run).end();

            assertThat(recent.look())
                    .extracting(RecentMessages.Seen::sequence)
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            recent.delivered("again", 101);
            assertThat(recent.lookSince(100))
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.message()).isEqualTo("again"));
        });
    }

    @Test
    void theSnapshotSaysWhatWentWhere() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.counting("source", 100);
            graph.pass("pass");
            graph.sink("sink", TestGraph.synchronizedList());
            graph.chain("source", "pass", "sink");
            Way.Running running = way.start(graph);
            running.end();
            RunSnapshot snapshot = running.run().snapshot();

            assertThat(snapshot.state()).isEqualTo(RunState.ENDED);
            assertThat(snapshot.links())
                    .extracting(RunSnapshot.LinkCount::delivered)
                    .containsExactly(100L, 100L);
            assertThat(running.counts("source").sent()).isEqualTo(100);
            assertThat(running.counts("pass").received()).isEqualTo(100);
            assertThat(running.inbox("sink").received()).isEqualTo(100);
            assertThat(snapshot.components().keySet()).containsExactly("source", "pass", "sink");
        });
    }

    @Test
    void whatAComponentPublishesCanBeSeen() throws Exception {
        everyWay(way -> {
            TestGraph graph = way.graph();
            graph.reactive("c", () -> new SendingTest.OnStart(context -> context.publish(List.of("shown"))))
                    .inboxes();
            Way.Running running = way.start(graph);
            running.end();

            assertThat(running.run().published("c")).contains(List.of("shown"));
        });
    }
}
