package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.plan.RunPlan;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * A graph drawn from a seed, with all that graphs can have at once: cycles and self loops, fan-in and fan-out, every
 * overflow policy, small and large inboxes, every execution, components that fail, that delay, that end early. What its
 * components do is drawn from the seed too, so that the same seed is the same run; and so is what becomes of it when it
 * is edited.
 */
final class SimulatedGraph {
    private static final Execution[] EXECUTIONS = {Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD};
    private static final int MOST_HOPS = 5;
    private static final List<String> INBOXES = List.of("inbox", "second");
    private static final List<String> OUTBOXES = List.of("outbox", "other");

    final SequenceOracle oracle = new SequenceOracle();
    private final SplittableRandom random;
    private final Map<String, Drawn> components = new LinkedHashMap<>();
    private final Set<Link> links = new LinkedHashSet<>();

    /** What is fed by components that have been taken out: until they have ended, what they send goes where it went. */
    private final Set<String> fedByLeaving = new HashSet<>();

    private int drawn;
    private boolean careful = true;

    /** A link from a box of a component to one of another. */
    private record Link(String from, String outbox, String to, String inbox) {}

    /**
     * One component as drawn.
     *
     * @param id what it is called by the oracle: another one where it is replaced by one that runs another way
     */
    private record Drawn(
            String path,
            String id,
            Callable<ReactiveComponent> maker,
            Execution execution,
            FailurePolicy policy,
            boolean isSource,
            Map<String, Integer> capacities,
            Map<String, OverflowPolicy> overflows) {
        /** The same with other settings. */
        Drawn made(Callable<ReactiveComponent> otherwise) {
            return new Drawn(path, id, otherwise, execution, policy, isSource, capacities, overflows);
        }
    }

    SimulatedGraph(long seed) {
        random = new SplittableRandom(seed);
        int count = 2 + random.nextInt(8);
        int sources = 1 + random.nextInt(Math.max(1, count / 2));
        for (int i = 0; i < count; i++) {
            draw("c" + drawn++, i < sources);
        }
        expectAllBut(Set.of());
        int wanted = count + random.nextInt(2 * count);
        for (int i = 0; i < wanted; i++) {
            Link link = drawLink();
            if (links.add(link)) {
                oracle.linked(from(link), to(link), false);
            }
        }
    }

    private void draw(String path, boolean source) {
        Drawn before = components.get(path);
        String id = before == null ? path : before.id() + "'";
        Node node = new Node(id, random.split(), source);
        Map<String, Integer> capacities = new LinkedHashMap<>();
        Map<String, OverflowPolicy> overflows = new LinkedHashMap<>();
        for (String inbox : source ? List.<String>of() : INBOXES) {
            capacities.put(inbox, random.nextInt(4) == 0 ? InboxLimit.UNBOUNDED : 1 + random.nextInt(6));
            OverflowPolicy overflow = random.nextInt(3) > 0
                    ? OverflowPolicy.BLOCK
                    : OverflowPolicy.values()[random.nextInt(OverflowPolicy.values().length)];
            // A sender that fails for want of room has no message of its own to skip.
            careful &= overflow != OverflowPolicy.FAIL;
            overflows.put(inbox, overflow);
        }
        Execution execution = EXECUTIONS[random.nextInt(EXECUTIONS.length)];
        if (before != null && before.execution() == execution) {
            execution = execution == Execution.THREAD ? Execution.MICROPROCESS : Execution.THREAD;
        }
        components.put(path, new Drawn(path, id, () -> node, execution, drawPolicy(), source, capacities, overflows));
    }

    /** The oracle is to know the inboxes of all but {@code known}. */
    private void expectAllBut(Set<String> known) {
        components.values().stream()
                .filter(one -> !known.contains(one.id()))
                .forEach(one ->
                        one.overflows().forEach((inbox, overflow) -> oracle.expect(one.id() + "." + inbox, overflow)));
    }

    private FailurePolicy drawPolicy() {
        return switch (random.nextInt(8)) {
            case 0 -> careless(FailurePolicy.STOP);
            case 1 -> careless(FailurePolicy.STOP_GRAPH);
            case 2, 3, 4 -> FailurePolicy.RESTART;
            default -> FailurePolicy.SKIP;
        };
    }

    private FailurePolicy careless(FailurePolicy policy) {
        careful = false;
        return policy;
    }

    private Link drawLink() {
        List<Drawn> all = List.copyOf(components.values());
        List<Drawn> takers = all.stream().filter(one -> !one.isSource()).toList();
        return new Link(pick(all).path(), pick(OUTBOXES), pick(takers).path(), pick(INBOXES));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String from(Link link) {
        return components.get(link.from()).id() + "." + link.outbox();
    }

    private String to(Link link) {
        return components.get(link.to()).id() + "." + link.inbox();
    }

    RunPlan plan() {
        TestGraph graph = new TestGraph();
        components.values().forEach(one -> {
            TestGraph.Part part = graph.on(one.execution())
                    .reactive(one.path(), one.maker())
                    .inboxes(one.isSource() ? new String[0] : INBOXES.toArray(String[]::new))
                    .outboxes(OUTBOXES.toArray(String[]::new))
                    .onError(one.policy(), 1000);
            one.capacities()
                    .forEach((inbox, capacity) ->
                            part.limit(inbox, capacity, one.overflows().get(inbox)));
        });
        links.forEach(link -> graph.link(link.from() + "." + link.outbox(), link.to() + "." + link.inbox()));
        return graph.plan();
    }

    /** Whether it has no cycle, none that nothing feeds and none that a failure ends: it is bound to finish. */
    boolean mustFinish() {
        Set<String> unfed = new HashSet<>();
        components.values().stream().filter(one -> !one.isSource()).forEach(one -> unfed.add(one.path()));
        boolean forward = true;
        for (Link link : links) {
            unfed.remove(link.to());
            forward &= number(link.from()) < number(link.to());
        }
        return forward && careful && unfed.isEmpty();
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(1));
    }

    // ---- Edits

    /** Draws how long the run goes on before it is edited next, in steps of its scheduler. */
    int stepsUntilEdit() {
        return 1 + random.nextInt(80);
    }

    /** Draws how often it is edited. */
    int edits() {
        return 1 + random.nextInt(4);
    }

    /** Edits it at random, by one to three changes at once; {@code now} is how the run is at this moment. */
    Edit edit(RunSnapshot now) {
        Map<String, Drawn> before = new LinkedHashMap<>(components);
        Map<Link, List<String>> linkedBefore = new LinkedHashMap<>();
        links.forEach(link -> linkedBefore.put(link, List.of(from(link), to(link))));
        Set<String> drawnAnew = new HashSet<>();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(drawnAnew);
        }
        expectAllBut(before.values().stream().map(Drawn::id).collect(Collectors.toSet()));
        Set<String> leaving = new HashSet<>();
        before.forEach((path, was) -> {
            Drawn is = components.get(path);
            if (is == null || !is.id().equals(was.id())) {
                leaving.add(path);
            }
        });
        Set<String> losing = new HashSet<>();
        Set<List<String>> kept = new HashSet<>();
        links.forEach(link -> kept.add(List.of(from(link), to(link))));
        linkedBefore.forEach((link, ends) -> {
            if (leaving.contains(link.from())) {
                fedByLeaving.add(ends.getLast());
                oracle.touched(ends.getLast());
            } else if (!kept.contains(ends)) {
                losing.add(ends.getFirst());
                oracle.unlinked(ends.getFirst(), ends.getLast());
            }
        });
        for (Link link : links) {
            if (!linkedBefore.containsValue(List.of(from(link), to(link)))) {
                oracle.linked(from(link), to(link), losing.contains(from(link)));
                oracle.touched(to(link));
            }
        }
        return new Edit(left(before, leaving, now));
    }

    /** What of those that leave is to be accounted for, where nothing more can come in. */
    private Map<String, String> left(Map<String, Drawn> before, Set<String> leaving, RunSnapshot now) {
        Map<String, String> left = new LinkedHashMap<>();
        for (String path : leaving) {
            Drawn was = before.get(path);
            was.overflows().keySet().forEach(inbox -> {
                String id = was.id() + "." + inbox;
                oracle.leaves(id);
                if (!fedByLeaving.contains(id)) {
                    oracle.hasReceived(id, now.components().get(path).inboxes().get(inbox));
                    left.put(path + "." + inbox, id);
                }
            });
        }
        return left;
    }

    /** Each of {@code drawnAnew} runs another way than before already; another time might be the same way again. */
    private void change(Set<String> drawnAnew) {
        switch (random.nextInt(8)) {
            case 0, 1 -> links.add(drawLink());
            case 2 -> removeLink();
            case 3 -> {
                // It moves.
                removeLink();
                links.add(drawLink());
            }
            case 4 -> {
                String path = "c" + drawn++;
                draw(path, random.nextInt(4) == 0);
                drawnAnew.add(path);
                links.add(new Link(path, pick(OUTBOXES), drawLink().to(), pick(INBOXES)));
                if (!components.get(path).isSource()) {
                    links.add(new Link(pick(List.copyOf(components.keySet())), pick(OUTBOXES), path, pick(INBOXES)));
                }
            }
            case 5 -> remove(pick(List.copyOf(components.keySet())));
            case 6 -> {
                Drawn one = pick(List.copyOf(components.values()));
                Callable<ReactiveComponent> same = one.maker();
                components.put(one.path(), one.made(same::call));
            }
            default -> {
                Drawn one = pick(List.copyOf(components.values()));
                if (drawnAnew.add(one.path())) {
                    draw(one.path(), one.isSource());
                }
            }
        }
    }

    private void removeLink() {
        if (!links.isEmpty()) {
            links.remove(pick(List.copyOf(links)));
        }
    }

    private void remove(String path) {
        boolean othersTake = components.values().stream()
                .anyMatch(one -> !one.isSource() && !one.path().equals(path));
        if (othersTake) {
            components.remove(path);
            links.removeIf(link -> link.from().equals(path) || link.to().equals(path));
        }
    }

    /**
     * One edit that has been made.
     *
     * @param left the inboxes of those that leave, by {@code path.box}, and what the oracle calls them
     */
    record Edit(Map<String, String> left) {}

    /** One component; it lives on through restarts, as the test's own memory of what has been sent. */
    private final class Node implements ReactiveComponent {
        private final String id;
        private final SplittableRandom own;
        private final int failsOneIn;
        private final int endsAfter;
        private final boolean delays;
        private boolean mayFail = true;
        private int toBegin;
        private int got;
        private ComponentContext context;

        Node(String id, SplittableRandom own, boolean source) {
            this.id = id;
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
            String at = id + "." + inbox.name();
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
            outbox.send(oracle.next(id + "." + outbox.name(), hopsLeft));
        }
    }
}
