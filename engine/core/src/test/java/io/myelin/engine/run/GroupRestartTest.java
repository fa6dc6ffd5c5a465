package io.myelin.engine.run;

import static io.myelin.engine.run.Way.everyWay;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.RestartGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What may go wrong while a group is restarted. */
class GroupRestartTest {
    private static final long BAD = 2;

    /** Passes messages on, but fails at one, once. */
    private static final class FailsOnce extends Passing {
        private final AtomicInteger failures;

        FailsOnce(AtomicInteger failures) {
            this.failures = failures;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message.equals(BAD) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("it can't be done");
            }
            super.onMessage(inbox, message);
        }
    }

    @Test
    void m01_who_fails_while_it_is_taken_down_with_its_group_does_not_use_up_another_restart() throws Exception {
        everyWay(way -> {
            Sends sends = new Sends();
            AtomicInteger failures = new AtomicInteger(1);
            AtomicInteger lives = new AtomicInteger();
            List<Object> received = TestGraph.synchronizedList();
            TestGraph graph = way.graph();
            graph.reactive("source", () -> sends).inboxes();
            graph.reactive("sub/fails", () -> new FailsOnce(failures));
            graph.sequential("sub/stumbles", context -> {
                        lives.incrementAndGet();
                        try {
                            while (context.inbox().receive() != null) {
                                // Only that it is waiting counts.
                            }
                        } catch (RuntimeException toldToLeave) {
                            throw new IllegalStateException("it stumbles as it goes");
                        }
                    })
                    .outboxes();
            graph.sink("sink", received);
            graph.chain("source", "sub/fails", "sink").chain("source", "sub/stumbles");
            graph.subgraph("sub", FailurePolicy.RESTART, 1, RestartGroup.ALL);
            Way.Running running = way.start(graph);
            running.untilStatus("sub/stumbles", ComponentStatus.WAITING);
            sends.send(1L, BAD, 3L);
            running.until("both have begun again", () -> received.size() == 3 && lives.get() == 2);
            sends.leave();
            RunOutcome outcome = running.end();

            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(outcome.failures())
                    .extracting(ComponentFailure::path)
                    .containsExactlyInAnyOrder("sub/fails", "sub/stumbles");
            assertThat(outcome.failures())
                    .extracting(ComponentFailure::handledBy)
                    .containsOnly(FailurePolicy.RESTART);
            assertThat(received).containsExactly(1L, BAD, 3L);
            assertThat(running.counts("sub/stumbles").restarts()).isEqualTo(1);
        });
    }

    @Test
    void m01_the_very_first_of_a_group_is_not_waited_for_without_end_either() throws Exception {
        Way way = new Way(Way.OnScheduler.REAL, Execution.THREAD);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Sends sends = new Sends();
        TestGraph graph = way.graph();
        graph.sequential("sub/stubborn", context -> {
                    begun.countDown();
                    while (never.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                })
                .inboxes();
        graph.reactive("source", () -> sends).inboxes();
        graph.reactive("sub/fails", () -> new FailsOnce(new AtomicInteger(1)));
        graph.chain("source", "sub/fails");
        graph.subgraph("sub", FailurePolicy.RESTART, 3, RestartGroup.ALL);
        Way.Running running = way.start(graph, Duration.ofMillis(100));
        running.until("it is at work", () -> begun.getCount() == 0);
        sends.send(BAD);
        RunOutcome outcome = running.end();
        never.countDown();

        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FAILED);
        assertThat(outcome.failures()).anySatisfy(failure -> {
            assertThat(failure.path()).isEqualTo("sub/stubborn");
            assertThat(failure.message()).isEqualTo("It did not return within 100 ms of being restarted with others.");
        });
    }
}
