package io.myelin.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Random edits of random running graphs: on links that no edit touches nothing is lost, doubled or reordered. Every
 * message says who sent it and as which one; what each sink got from each source is compared with what that sent. The
 * seed of a failure is in its message; {@code -Dmyelin.edits} says how many graphs are tried.
 */
class RandomEditsTest {
    private static final int GRAPHS = Integer.getInteger("myelin.edits", 45);
    private static final int EDITS = 8;

    /** One message: who sent it, and as which one. */
    record Numbered(int source, long number) {}

    /** One graph being edited, and what moved in it. */
    private static final class Edited {
        private final SplittableRandom random;
        private final Execution execution;
        private final AtomicBoolean enough = new AtomicBoolean();
        private final List<Callable<ReactiveComponent>> sources = new ArrayList<>();
        private final Map<Integer, Long> sent = new ConcurrentHashMap<>();
        private final List<Callable<ReactiveComponent>> sinks = new ArrayList<>();
        private final List<List<Numbered>> got = new ArrayList<>();
        private final List<Integer> limits = new ArrayList<>();

        /** {@code source * 100 + sink}: there from the first graph to the last. */
        private final Set<Integer> untouched = new HashSet<>();

        private final Set<Integer> touched = new HashSet<>();
        private final Set<Integer> passing = new HashSet<>();
        private final Map<Integer, Callable<ReactiveComponent>> middles = new TreeMap<>();

        Edited(long seed, Execution execution) {
            this.random = new SplittableRandom(seed);
            this.execution = execution;
            int count = 2 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                int source = i;
                sources.add(() -> new Sender(messages(source)));
                List<Numbered> into = java.util.Collections.synchronizedList(new ArrayList<>());
                got.add(into);
                sinks.add(() -> (TestGraph.ReactiveListener) (inbox, message) -> into.add((Numbered) message));
                limits.add(1 + random.nextInt(20));
            }
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    if (from == to || random.nextInt(3) == 0) {
                        untouched.add(from * 100 + to);
                    }
                }
            }
        }

        private Iterator<?> messages(int source) {
            return new Iterator<Object>() {
                @Override
                public boolean hasNext() {
                    return !enough.get();
                }

                @Override
                public Object next() {
                    return new Numbered(source, sent.merge(source, 1L, Long::sum) - 1);
                }
            };
        }

        void edit() {
            int from = random.nextInt(sources.size());
            int to = random.nextInt(sources.size());
            int link = from * 100 + to;
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    if (!untouched.contains(link) && !touched.remove(link)) {
                        touched.add(link);
                    }
                }
                case 2 -> {
                    if (middles.remove(link) == null) {
                        middles.put(link, Passing::new);
                    }
                }
                // Other settings: another maker.
                default -> middles.computeIfPresent(link, (_, _) -> Relay::new);
            }
        }

        RunPlan plan() {
            TestGraph graph = new TestGraph().on(execution);
            for (int i = 0; i < sources.size(); i++) {
                graph.reactive("source" + i, sources.get(i)).inboxes();
                graph.reactive("sink" + i, sinks.get(i)).outboxes().limit(limits.get(i));
            }
            Set<Integer> direct = new HashSet<>(untouched);
            direct.addAll(touched);
            direct.stream()
                    .sorted()
                    .forEach(link -> graph.link("source" + link / 100 + ".outbox", "sink" + link % 100 + ".inbox"));
            middles.forEach((link, maker) -> {
                graph.reactive("middle" + link, maker).limit(3);
                graph.link("source" + link / 100 + ".outbox", "middle" + link + ".inbox");
                graph.link("middle" + link + ".outbox", "sidesink.inbox");
            });
            graph.reactive("sidesink", SIDE).outboxes().limit(5);
            return graph.plan();
        }

        void check(String which) {
            for (int link : untouched) {
                List<Numbered> fromIt = got.get(link % 100).stream()
                        .filter(message -> message.source() == link / 100)
                        .toList();
                for (int i = 0; i < fromIt.size(); i++) {
                    assertThat(fromIt.get(i).number())
                            .as("%s: message %d of source %d at sink %d", which, i, link / 100, link % 100)
                            .isEqualTo(i);
                }
                assertThat(fromIt)
                        .as("%s: what source %d sent to sink %d", which, link / 100, link % 100)
                        .hasSize(sent.getOrDefault(link / 100, 0L).intValue());
            }
        }
    }

    private static final Callable<ReactiveComponent> SIDE = () -> (TestGraph.ReactiveListener) (inbox, message) -> {};

    /** Passes on, but is another component. */
    private static final class Relay implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext given) {
            context = given;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
        }
    }

    private static void tryOut(Way way, long seed) throws Exception {
        Edited edited = new Edited(seed, way.execution());
        Way.Running running = way.start(edited.plan(), new SilentConsole());
        List<CompletableFuture<ChangeReport>> reports = new ArrayList<>();
        String which = way + ", seed " + seed;
        try {
            for (int i = 0; i < EDITS; i++) {
                long seen = edited.sent.getOrDefault(0, 0L);
                running.until("messages move", () -> edited.sent.getOrDefault(0, 0L) > seen + 20);
                edited.edit();
                reports.add(running.run().apply(edited.plan()).toCompletableFuture());
            }
            running.until("all changes are made", () -> reports.stream().allMatch(CompletableFuture::isDone));
            edited.enough.set(true);
            running.until(
                    "the untouched have ended",
                    () -> edited.untouched.stream()
                            .allMatch(
                                    link -> running.counts("sink" + link % 100).status() == ComponentStatus.FINISHED));
        } catch (AssertionError failed) {
            throw new AssertionError(which + ": " + failed.getMessage(), failed);
        } finally {
            running.run().stop();
        }
        RunOutcome outcome = running.end();
        assertThat(outcome.failures()).as(which).isEmpty();
        edited.check(which);
    }

    @Test
    void randomEditsOnTheDeterministicSchedulerDisturbNoUntouchedLink() throws Exception {
        for (long seed = 1; seed <= GRAPHS; seed++) {
            tryOut(new Way(Way.OnScheduler.DRAWN, execution(seed)), seed);
        }
    }

    @Test
    void randomEditsOnRealThreadsDisturbNoUntouchedLink() throws Exception {
        for (long seed = 1; seed <= GRAPHS / 3; seed++) {
            // Not as tasklets: always busy ones on few cores keep others from their carriers, as Java schedules them.
            tryOut(new Way(Way.OnScheduler.REAL, seed % 2 == 0 ? Execution.MICROPROCESS : Execution.THREAD), seed);
        }
    }

    private static Execution execution(long seed) {
        return List.of(Execution.MICROPROCESS, Execution.TASKLET, Execution.THREAD)
                .get((int) (seed % 3));
    }
}
