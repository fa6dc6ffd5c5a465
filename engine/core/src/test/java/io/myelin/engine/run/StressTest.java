package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Random graphs, each message of which is followed: on every link all arrive, once, in order. */
class StressTest {
    private static final long SECONDS = Long.getLong("myelin.stress.seconds", 4);

    /** A message that knows its way: who sent it last, and its number there. */
    record Numbered(String sender, long number) {}

    @Test
    void noMessageIsLostDoubledOrOvertakenInRandomGraphs() throws Exception {
        long first = Long.getLong("myelin.stress.seed", System.nanoTime());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long seed = first;
        do {
            try {
                runGraph(seed);
            } catch (AssertionError failed) {
                throw new AssertionError("-Dmyelin.stress.seed=" + seed + ": " + failed.getMessage(), failed);
            }
            seed++;
        } while (System.nanoTime() - end < 0);
    }

    private static void runGraph(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int layers = 2 + random.nextInt(4);
        int width = 1 + random.nextInt(4);
        long messages = 1 + random.nextInt(3000);
        Execution[] executions = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD};
        TestGraph graph = new TestGraph();
        AtomicReference<String> flaw = new AtomicReference<>();
        List<List<String>> paths = new ArrayList<>();
        List<Following> all = new ArrayList<>();
        Map<String, Long> expected = new HashMap<>();
        for (int layer = 0; layer < layers; layer++) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                String path = "c" + layer + "_" + i;
                row.add(path);
                graph.on(executions[random.nextInt(executions.length)]);
                if (layer == 0) {
                    graph.reactive(path, () -> new Sender(numbered(path, messages)))
                            .inboxes();
                    expected.put(path, messages);
                    continue;
                }
                int capacity = random.nextInt(4) == 0 ? InboxLimit.UNBOUNDED : 1 + random.nextInt(20);
                boolean drops = random.nextInt(6) == 0;
                boolean oldest = random.nextBoolean();
                Following follower = new Following(path, drops, flaw);
                all.add(follower);
                graph.reactive(path, () -> follower)
                        .limit(
                                "inbox",
                                capacity,
                                !drops
                                        ? OverflowPolicy.BLOCK
                                        : oldest ? OverflowPolicy.DROP_OLDEST : OverflowPolicy.DROP_NEWEST);
                List<String> before = paths.get(layer - 1);
                boolean linked = false;
                for (String sender : before) {
                    if (random.nextBoolean() || (!linked && sender.equals(before.getLast()))) {
                        graph.link(sender + ".outbox", path + ".inbox");
                        follower.senders.add(sender);
                        linked = true;
                    }
                }
            }
            paths.add(row);
        }
        Way.OnScheduler[] schedulers = Way.OnScheduler.values();
        Way way = new Way(schedulers[random.nextInt(schedulers.length)], Execution.MICROPROCESS);
        RunOutcome outcome = way.run(graph);
        assertThat(flaw.get()).isNull();
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.FINISHED);
        for (Following follower : all) {
            long total = 0;
            for (String sender : follower.senders) {
                total += expected.get(sender);
            }
            if (!follower.drops) {
                assertThat(follower.received).as(follower.path).isEqualTo(total);
            }
            expected.put(follower.path, follower.received);
        }
    }

    private static java.util.Iterator<Object> numbered(String path, long count) {
        CountingIterator numbers = new CountingIterator(count);
        return new java.util.Iterator<>() {
            @Override
            public boolean hasNext() {
                return numbers.hasNext();
            }

            @Override
            public Object next() {
                return new Numbered(path, (Long) numbers.next() + 1);
            }
        };
    }

    /** Checks the order of what comes and numbers it anew. */
    private static final class Following implements ReactiveComponent {
        private final String path;
        private final boolean drops;
        private final AtomicReference<String> flaw;
        private final List<String> senders = new ArrayList<>();
        private final Map<String, Long> last = new HashMap<>();
        private long received;
        private ComponentContext context;

        Following(String path, boolean drops, AtomicReference<String> flaw) {
            this.path = path;
            this.drops = drops;
            this.flaw = flaw;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            Numbered one = (Numbered) message;
            long before = last.getOrDefault(one.sender(), 0L);
            boolean follows = drops ? one.number() > before : one.number() == before + 1;
            if (!follows) {
                flaw.compareAndSet(null, path + " got " + one + " after " + before);
            }
            last.put(one.sender(), one.number());
            received++;
            context.outbox().send(new Numbered(path, received));
        }
    }
}
