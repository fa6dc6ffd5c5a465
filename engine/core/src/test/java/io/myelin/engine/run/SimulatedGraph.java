package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A graph drawn from a seed, with all that graphs can have at once: cycles and self loops, fan-in and fan-out, every
 * overflow policy, small and large inboxes, every execution, components that fail, that delay, that end early. What its
 * components do is drawn from the seed too, so that the same seed is the same run.
 */
final class SimulatedGraph {
    private static final Execution[] EXECUTIONS = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD};
    private static final int MOST_HOPS = 5;

    final TestGraph graph = new TestGraph();
    final SequenceOracle oracle = new SequenceOracle();
    private final SplittableRandom random;
    private final Set<String> links = new HashSet<>();
    private final Set<String> unfed = new HashSet<>();
    private boolean forward = true;
    private boolean gentle = true;

    SimulatedGraph(long seed) {
        random = new SplittableRandom(seed);
        int count = 2 + random.nextInt(8);
        int sources = 1 + random.nextInt(Math.max(1, count / 2));
        List<String> outboxes = new ArrayList<>();
        List<String> inboxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String path = "c" + i;
            Node node = new Node(path, random.split(), i < sources);
            TestGraph.Part part = graph.on(EXECUTIONS[random.nextInt(EXECUTIONS.length)])
                    .reactive(path, () -> node)
                    .outboxes("outbox", "other")
                    .onError(policy(), 1000);
            if (i < sources) {
                part.inboxes();
            } else {
                part.inboxes("inbox", "second");
                unfed.add(path);
                inboxes.add(limited(part, path, "inbox"));
                inboxes.add(limited(part, path, "second"));
            }
            outboxes.add(path + ".outbox");
            outboxes.add(path + ".other");
        }
        int wanted = count + random.nextInt(2 * count);
        for (int i = 0; i < wanted; i++) {
            link(outboxes.get(random.nextInt(outboxes.size())), inboxes.get(random.nextInt(inboxes.size())));
        }
    }

    private void link(String from, String to) {
        if (links.add(from + " " + to)) {
            graph.link(from, to);
            unfed.remove(to.substring(0, to.indexOf('.')));
            forward &= from.compareTo(to) < 0 && !from.substring(0, 2).equals(to.substring(0, 2));
        }
    }

    private FailurePolicy policy() {
        return switch (random.nextInt(8)) {
            case 0 -> careless(FailurePolicy.STOP);
            case 1 -> careless(FailurePolicy.STOP_GRAPH);
            case 2, 3, 4 -> FailurePolicy.RESTART;
            default -> FailurePolicy.SKIP;
        };
    }

    private FailurePolicy careless(FailurePolicy policy) {
        gentle = false;
        return policy;
    }

    private String limited(TestGraph.Part part, String path, String inbox) {
        int capacity = random.nextInt(4) == 0 ? InboxLimit.UNBOUNDED : 1 + random.nextInt(6);
        OverflowPolicy overflow = random.nextInt(3) > 0
                ? OverflowPolicy.BLOCK
                : OverflowPolicy.values()[random.nextInt(OverflowPolicy.values().length)];
        // A sender that fails for want of room has no message of its own to skip.
        gentle &= overflow != OverflowPolicy.FAIL;
        part.limit(inbox, capacity, overflow);
        oracle.expect(path + "." + inbox, overflow);
        return path + "." + inbox;
    }

    /** Whether it has no cycle, none that nothing feeds and none that a failure ends: it is bound to finish. */
    boolean mustFinish() {
        return forward && gentle && unfed.isEmpty();
    }

    /** One component; it lives on through restarts, as the test's own memory of what has been sent. */
    private final class Node implements ReactiveComponent {
        private final String path;
        private final SplittableRandom own;
        private final int failsOneIn;
        private final int endsAfter;
        private final boolean delays;
        private boolean mayFail = true;
        private int toBegin;
        private int got;
        private ComponentContext context;

        Node(String path, SplittableRandom own, boolean source) {
            this.path = path;
            this.own = own;
            this.toBegin = source ? own.nextInt(40) : 0;
            this.failsOneIn = own.nextInt(3) == 0 ? 3 + own.nextInt(20) : 0;
            this.endsAfter = !source && own.nextInt(6) == 0 ? 1 + own.nextInt(30) : Integer.MAX_VALUE;
            this.delays = own.nextInt(5) == 0;
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            while (toBegin > 0) {
                toBegin--;
                send(1 + own.nextInt(MOST_HOPS));
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            SequenceOracle.Tagged tagged = (SequenceOracle.Tagged) message;
            String at = path + "." + inbox.name();
            oracle.taken(at, tagged);
            try {
                answer(at, tagged);
                mayFail = true;
            } catch (InboxFullException full) {
                // Once for each message: one that fails each time it is given again would be given again for ever.
                if (mayFail) {
                    mayFail = false;
                    oracle.failsOn(at, tagged);
                    throw full;
                }
                mayFail = true;
            }
        }

        private void answer(String at, SequenceOracle.Tagged tagged) {
            if (failsOneIn > 0 && mayFail && own.nextInt(failsOneIn) == 0) {
                mayFail = false;
                oracle.failsOn(at, tagged);
                throw new IllegalStateException("drawn to fail");
            }
            if (++got >= endsAfter) {
                context.finish();
            } else if (tagged.hopsLeft() > 0) {
                if (delays) {
                    context.schedule(Duration.ofMillis(own.nextInt(5)), () -> send(tagged.hopsLeft() - 1));
                } else {
                    for (int i = own.nextInt(3); i > 0; i--) {
                        send(tagged.hopsLeft() - 1);
                    }
                }
            }
        }

        private void send(int hopsLeft) {
            Outbox outbox = context.outbox(own.nextBoolean() ? "outbox" : "other");
            outbox.send(oracle.next(path + "." + outbox.name(), hopsLeft));
        }
    }
}
