package io.myelin.engine.run;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which components and links a run has, while they come and go. Readers get all of them as they were after some change;
 * a change is made under the lock and seen whole.
 *
 * <p>Adding takes three steps: {@link #make} makes and links components that nothing sees yet, their outer links are
 * made, {@link #start} counts them, shows them and starts them. The run can't end in between, since whoever adds is a
 * component that has not ended, or holds the run open by {@link #tryHold}.
 */
final class Topology {
    private final RunningGraph run;
    private final Scheduler scheduler;
    private final Wiring wiring = new Wiring();
    private final Map<String, RunningComponent> byPath = new LinkedHashMap<>();
    private final Map<PlannedLink, WiredLink> links = new LinkedHashMap<>();
    private final AtomicInteger unended = new AtomicInteger();
    private volatile @Nullable List<RunningComponent> seen;

    Topology(RunningGraph run, Scheduler scheduler) {
        this.run = run;
        this.scheduler = scheduler;
    }

    Wiring wiring() {
        return wiring;
    }

    // ---- Who is there; any thread

    /** All components, in plan order and then as they came. */
    Collection<RunningComponent> components() {
        List<RunningComponent> known = seen;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            List<RunningComponent> now = List.copyOf(byPath.values());
            seen = now;
            return now;
        }
    }

    /** All links of plans. */
    synchronized Map<PlannedLink, WiredLink> links() {
        return new LinkedHashMap<>(links);
    }

    /** The component at {@code path}; throws IllegalArgumentException where there is none. */
    synchronized RunningComponent component(String path) {
        RunningComponent component = byPath.get(path);
        if (component == null) {
            throw new IllegalArgumentException(
                    "there is no component '" + path + "'; there are " + String.join(", ", byPath.keySet()));
        }
        return component;
    }

    /** The handle of a link of a plan; throws IllegalArgumentException where it is not of this run. */
    synchronized WiredLink wired(PlannedLink link) {
        WiredLink wired = links.get(link);
        if (wired == null) {
            throw new IllegalArgumentException("the link " + link + " is not of this run");
        }
        return wired;
    }

    /** How many components have not ended. */
    int unended() {
        return unended.get();
    }

    /** Keeps the run from ending until {@link #ended}; false where it has ended. */
    boolean tryHold() {
        int now = unended.get();
        while (now > 0) {
            if (unended.compareAndSet(now, now + 1)) {
                return true;
            }
            now = unended.get();
        }
        return false;
    }

    /** A component has ended, or what held the run open; true where it was the last. */
    boolean ended() {
        return unended.decrementAndGet() == 0;
    }

    // ---- They come and go

    /**
     * Makes the components and links of {@code plan} without starting them, as part of {@code group}, which owns the
     * links; where that is null, as part of the run itself.
     */
    RunAddition make(RunPlan plan, @Nullable ChildGraph group) {
        Map<String, RunningComponent> made = new LinkedHashMap<>();
        Map<PlannedLink, WiredLink> linked = new LinkedHashMap<>();
        for (PlannedComponent component : plan.components()) {
            RunningComponent driver = driver(group == null ? component : component.under(group.path()), group);
            driver.prepare(scheduler);
            made.put(driver.path(), driver);
        }
        RunAddition addition = new RunAddition(made, linked);
        Object owner = group == null ? run : group;
        wiring.together(() -> {
            for (PlannedLink planned : plan.links()) {
                PlannedLink link = group == null ? planned : planned.under(group.path());
                linked.put(
                        link,
                        wiring.link(
                                addition.component(link.fromPath()).boxes.outbox(link.outbox()),
                                addition.component(link.toPath()).boxes.inbox(link.inbox()),
                                owner));
            }
        });
        return addition;
    }

    private RunningComponent driver(PlannedComponent plan, @Nullable ChildGraph group) {
        if (plan.state() == ComponentState.MUTED) {
            return new ReactiveDriver(plan, run, group, StandIn.Muted::new);
        }
        if (plan.state() == ComponentState.BYPASSED) {
            return new ReactiveDriver(plan, run, group, StandIn.Bypassed::new);
        }
        if (plan.execution() == Execution.PROCESS) {
            return processDriver(plan, group);
        }
        return ReactiveComponent.class.isAssignableFrom(plan.type().componentClass())
                ? new ReactiveDriver(plan, run, group, Topology::makeReactive)
                : new SequentialDriver(plan, run, group);
    }

    private RunningComponent processDriver(PlannedComponent plan, @Nullable ChildGraph group) {
        ProcessWindow window = new ProcessWindow(plan);
        RunningComponent driver = new ReactiveDriver(plan, run, group, made -> new ProcessStandIn(made, window));
        run.windows().put(driver, window);
        return driver;
    }

    private static ReactiveComponent makeReactive(RunningComponent driver) throws Exception {
        return (ReactiveComponent) driver.run.makeInstance(driver.plan);
    }

    /** Counts and shows what was made, without starting it. */
    void show(RunAddition addition) {
        unended.addAndGet(addition.byPath().size());
        synchronized (this) {
            byPath.putAll(addition.byPath());
            links.putAll(addition.links());
            seen = null;
        }
    }

    /** Counts, shows and starts what was made; a run that is paused or being stopped holds or stops it at once. */
    void start(RunAddition addition) {
        scheduler.enlist();
        try {
            show(addition);
            scheduler.place();
            List<RunningComponent> added = new ArrayList<>(addition.byPath().values());
            run.joined(added);
            added.forEach(component -> component.strand().start());
        } finally {
            scheduler.retire();
        }
    }

    /** They have ended, and are not shown any more. */
    synchronized void remove(RunAddition addition) {
        addition.byPath().forEach(byPath::remove);
        addition.byPath().values().forEach(run.windows()::remove);
        addition.links().forEach(links::remove);
        seen = null;
    }
}
