package io.myelin.app.editor.live.run;

import io.myelin.engine.plan.PlanDifference;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import io.myelin.engine.run.ChangeReport;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import io.myelin.engine.run.LinkTap;
import io.myelin.engine.run.RunNotice;
import io.myelin.engine.run.RunOutcome;
import io.myelin.engine.run.RunOutcome.Ending;
import io.myelin.engine.run.RunSnapshot;
import io.myelin.engine.run.RunSnapshot.ComponentCounts;
import io.myelin.engine.run.RunSnapshot.LinkCount;
import io.myelin.engine.run.RunState;
import io.myelin.engine.run.TopologyObserver;
import io.myelin.engine.run.WaitReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A run that does what a test says. */
public final class PretendedRun implements GraphRun {
    private final Map<PlannedLink, Long> delivered = new LinkedHashMap<>();
    private final Map<PlannedLink, List<LinkTap>> taps = new LinkedHashMap<>();
    private final Map<PlannedLink, LinkGate> gates = new ConcurrentHashMap<>();
    private final Map<String, ComponentCounts> components = new LinkedHashMap<>();
    private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
    private final AtomicInteger stops = new AtomicInteger();
    private final List<RunPlan> applied = new ArrayList<>();
    private RunPlan plan;
    private RunState state = RunState.RUNNING;
    private Duration slowMotion = Duration.ZERO;
    private final Set<PlannedLink> waiting = new HashSet<>();
    private boolean isHeld;
    private int vainTaps;

    /** A run of {@code plan} in which nothing has moved. */
    public PretendedRun(RunPlan plan) {
        this.plan = plan;
        plan.links().forEach(link -> {
            delivered.put(link, 0L);
            taps.put(link, new ArrayList<>());
        });
    }

    /** Delivers {@code message} along {@code link}. */
    public void deliver(PlannedLink link, Object message) {
        long sequence = delivered.merge(link, 1L, Long::sum);
        List.copyOf(taps.getOrDefault(link, List.of())).forEach(tap -> tap.delivered(message, sequence));
    }

    /** Delivers numbers along {@code link}, so many. */
    public void deliver(PlannedLink link, int count) {
        for (int number = 0; number < count; number++) {
            deliver(link, (Object) (delivered.getOrDefault(link, 0L) + 1));
        }
    }

    /** Says what a component has done. */
    public void count(String path, ComponentCounts counts) {
        components.put(path, counts);
    }

    /** How many listen on {@code link}. */
    public int listeners(PlannedLink link) {
        return taps.getOrDefault(link, List.of()).size();
    }

    /** The links on which a gate stands, as they are written. */
    public Set<String> gated() {
        return gates.keySet().stream().map(PlannedLink::toString).collect(Collectors.toSet());
    }

    /** Whether it is held where it has not come to its last change yet, and so knows of no new link. */
    public void hold(boolean held) {
        isHeld = held;
        waiting.clear();
    }

    /** How often somebody wanted to listen on a link that it did not know. */
    public int vainTaps() {
        return vainTaps;
    }

    /** How often it was told to stop. */
    public int stops() {
        return stops.get();
    }

    /** Comes to its end. */
    public void end(Ending ending) {
        state = RunState.ENDED;
        outcome.complete(new RunOutcome(ending, List.of(), List.of()));
    }

    @Override
    public RunState state() {
        return state;
    }

    @Override
    public void pause() {
        state = RunState.PAUSED;
    }

    @Override
    public void resume() {
        state = RunState.RUNNING;
    }

    @Override
    public void slowMotion(Duration delay) {
        slowMotion = delay;
    }

    @Override
    public Duration slowMotion() {
        return slowMotion;
    }

    @Override
    public CompletionStage<ChangeReport> apply(RunPlan plan) {
        if (state == RunState.STOPPING || state == RunState.ENDED) {
            throw new IllegalStateException("it is being stopped");
        }
        PlanDifference difference = PlanDifference.between(this.plan, plan);
        this.plan = plan;
        applied.add(plan);
        difference.unlinked().forEach(link -> {
            delivered.remove(link);
            taps.remove(link);
            gates.remove(link);
        });
        if (isHeld) {
            waiting.addAll(difference.linked());
        }
        difference.linked().forEach(link -> {
            delivered.put(link, 0L);
            taps.put(link, new ArrayList<>());
        });
        return CompletableFuture.completedFuture(new ChangeReport(
                paths(difference.added()),
                paths(difference.removed()),
                paths(difference.replaced()),
                paths(difference.restarted()),
                paths(difference.adjusted()),
                List.of(),
                difference.linked(),
                difference.unlinked(),
                Map.of()));
    }

    private static List<String> paths(List<PlannedComponent> components) {
        return components.stream().map(PlannedComponent::path).toList();
    }

    /** The plans that it was made the run of, in their order. */
    public List<RunPlan> applied() {
        return List.copyOf(applied);
    }

    @Override
    public void stop() {
        stops.incrementAndGet();
        state = RunState.STOPPING;
    }

    @Override
    public CompletionStage<RunOutcome> ended() {
        return outcome.minimalCompletionStage();
    }

    @Override
    public RunOutcome awaitEnd() {
        return outcome.join();
    }

    @Override
    public Optional<RunOutcome> awaitEnd(Duration atMost) {
        return Optional.ofNullable(outcome.getNow(null));
    }

    @Override
    public RunSnapshot snapshot() {
        List<LinkCount> links = new ArrayList<>();
        delivered.forEach((link, count) -> {
            if (!waiting.contains(link)) {
                links.add(new LinkCount(link, count));
            }
        });
        return new RunSnapshot(state, Duration.ofSeconds(1), Map.copyOf(components), links);
    }

    @Override
    public WaitReport explain() {
        return new WaitReport(List.of(), List.of());
    }

    @Override
    public List<RunNotice> notices() {
        return List.of();
    }

    @Override
    public Optional<Object> published(String path) {
        return Optional.empty();
    }

    @Override
    public void watchPublished(boolean watched) {
        // Nothing is published here.
    }

    @Override
    public AutoCloseable observe(TopologyObserver observer) {
        throw new UnsupportedOperationException("a pretended run never changes");
    }

    @Override
    public AutoCloseable tap(PlannedLink link, LinkTap tap) {
        if (isHeld) {
            vainTaps++;
            throw new IllegalArgumentException("the link " + link + " is not of this run");
        }
        taps.computeIfAbsent(link, _ -> new ArrayList<>()).add(tap);
        return () -> taps.getOrDefault(link, new ArrayList<>()).remove(tap);
    }

    @Override
    public LinkHold gate(PlannedLink link, LinkGate gate) {
        if (!delivered.containsKey(link) || gates.putIfAbsent(link, gate) != null) {
            throw new IllegalStateException("the link " + link + " leads nowhere any more, or has a gate already");
        }
        return new LinkHold() {
            @Override
            public void lookAgain() {
                // Nothing waits here.
            }

            @Override
            public void close() {
                gates.remove(link, gate);
            }
        };
    }
}
