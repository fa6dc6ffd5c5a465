package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Components go to the worker of those who wait for them, and home again when there is no place for them there. */
class VisitTest {
    private static final Way TWO_WORKERS = new Way(Way.OnScheduler.REAL, Execution.MICROPROCESS);
    private static final Way UNFUSED = new Way(Way.OnScheduler.UNFUSED, Execution.MICROPROCESS);

    /** Passes on whatever comes, for ever, and says which thread runs it; begins with a message of its own if so told. */
    private static class Answering implements ReactiveComponent {
        private final AtomicBoolean busy = new AtomicBoolean();
        private final boolean begins;
        private final AtomicReference<Thread> thread = new AtomicReference<>();
        private final AtomicLong received = new AtomicLong();
        private final AtomicInteger twiceAtOnce = new AtomicInteger();
        private ComponentContext context;

        Answering(boolean begins) {
            this.begins = begins;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            thread.set(Thread.currentThread());
            if (begins) {
                context.outbox().send(0L);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (!busy.compareAndSet(false, true)) {
                twiceAtOnce.incrementAndGet();
            }
            thread.set(Thread.currentThread());
            received.incrementAndGet();
            // Set free before it sends: what it sends may come back to it before the call returns.
            busy.set(false);
            context.outbox().send((Long) message + 1);
        }

        Thread thread() {
            return thread.get();
        }
    }

    @Test
    void twoThatOnlyAnswerEachOtherComeToBeRunByOneThread() throws Exception {
        for (Way way : new Way[] {TWO_WORKERS, UNFUSED}) {
            Answering ping = new Answering(true);
            Answering pong = new Answering(false);
            TestGraph graph = way.graph();
            graph.reactive("ping", () -> ping);
            graph.reactive("pong", () -> pong);
            graph.chain("ping", "pong", "ping");
            Way.Running running = way.start(graph);
            running.until(
                    "both are run by one thread", () -> pong.received.get() > 1000 && ping.thread() == pong.thread());
            running.run().stop();
            running.end();
            assertThat(ping.twiceAtOnce.get() + pong.twiceAtOnce.get()).isZero();
            assertThat(ping.received.get()).isBetween(pong.received.get() - 1, pong.received.get() + 1);
        }
    }

    @Test
    void aVisitorGoesHomeWhereOthersKeepItsHostBusy() throws Exception {
        Answering ping = new Answering(true);
        Answering pong = new Answering(false);
        AtomicBoolean crowd = new AtomicBoolean();
        TestGraph graph = UNFUSED.graph();
        graph.reactive("ping", () -> ping);
        // Two that are always ready, at the worker of the first half, once there is a crowd.
        for (String path : new String[] {"busy1", "busy2"}) {
            graph.reactive(path, () -> new BusyWhile(crowd));
            graph.chain(path, path);
        }
        graph.reactive("idle1", () -> new Answering(false));
        graph.reactive("idle2", () -> new Answering(false));
        graph.reactive("pong", () -> pong);
        graph.chain("ping", "pong", "ping");
        Way.Running running = UNFUSED.start(graph);
        running.until("pong visits ping", () -> pong.received.get() > 1000 && ping.thread() == pong.thread());
        crowd.set(true);
        running.until("pong has been at home", () -> pong.thread() != ping.thread());
        running.run().stop();
        running.end();
        assertThat(ping.twiceAtOnce.get() + pong.twiceAtOnce.get()).isZero();
    }

    /** Sends itself a message again and again while there is a crowd; looks now and then whether there is one. */
    private static final class BusyWhile implements ReactiveComponent {
        private final AtomicBoolean crowd;
        private ComponentContext context;

        BusyWhile(AtomicBoolean crowd) {
            this.crowd = crowd;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            look();
        }

        private void look() {
            if (crowd.get()) {
                context.outbox().send(0L);
            } else {
                context.schedule(Duration.ofMillis(5), this::look);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    @Test
    void manyRingsWhoseComponentsMoveAboutLoseAndDoubleNothing() throws Exception {
        int rings = 6;
        int size = 5;
        long laps = 3_000;
        AtomicInteger through = new AtomicInteger();
        TestGraph graph = TWO_WORKERS.graph();
        Answering[][] members = new Answering[rings][size];
        // The members of a ring are spread over the graph, and so over the workers.
        for (int place = 0; place < size; place++) {
            for (int ring = 0; ring < rings; ring++) {
                boolean head = place == 0;
                Answering member = new Answering(head) {
                    @Override
                    public void onMessage(Inbox inbox, Object message) {
                        if (head && (Long) message >= laps * size - 1) {
                            through.incrementAndGet();
                        } else {
                            super.onMessage(inbox, message);
                        }
                    }
                };
                members[ring][place] = member;
                graph.reactive(path(ring, place), () -> member);
            }
        }
        for (int ring = 0; ring < rings; ring++) {
            for (int place = 0; place < size; place++) {
                graph.chain(path(ring, place), path(ring, (place + 1) % size));
            }
        }
        Way.Running running = TWO_WORKERS.start(graph);
        running.until("all rings are through", () -> through.get() == rings);
        running.run().stop();
        running.end();
        for (Answering[] ring : members) {
            for (int place = 0; place < size; place++) {
                assertThat(ring[place].received).hasValue(place == 0 ? laps - 1 : laps);
                assertThat(ring[place].twiceAtOnce).hasValue(0);
            }
        }
    }

    private static String path(int ring, int place) {
        return "ring" + ring + "-" + place;
    }
}
