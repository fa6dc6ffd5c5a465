package io.myelin.engine.run;

import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<RunningComponent> leaving = new LinkedHashSet<>();
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

    /** All components, in plan order and then as they came; those last that are about to go. */
    Collection<RunningComponent> components() {
        List<RunningComponent> known = seen;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            List<RunningComponent> now = new ArrayList<>(byPath.values());
            now.addAll(leaving);
            now = Collections.unmodifiableList(now);
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
        return plan.isDrivenByCalls()
                ? new ReactiveDriver(plan, run, group, maker(plan))
                : new SequentialDriver(plan, run, group);
    }

    /** What makes the instances of {@code plan} where it is driven by calls. */
    static ReactiveLife.InstanceMaker maker(PlannedComponent plan) {
        return switch (plan.state()) {
            case ON -> Topology::makeReactive;
            case MUTED -> StandIn.Muted::new;
            case BYPASSED -> StandIn.Bypassed::new;
        };
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

    /** The links between components of the run's own plan, by the boxes that they join, whatever way they are drawn. */
    synchronized Map<PlannedLink, WiredLink> linksByEnds() {
        Map<PlannedLink, WiredLink> byEnds = new LinkedHashMap<>();
        links.forEach((planned, wired) -> {
            if (wired.owner().equals(run)) {
                byEnds.put(planned.drawnAs(List.of()), wired);
            }
        });
        return byEnds;
    }

    /** They are about to go: their paths are free. */
    synchronized void leave(Collection<RunningComponent> components) {
        for (RunningComponent component : components) {
            byPath.remove(component.path(), component);
            leaving.add(component);
        }
        seen = null;
    }

    synchronized boolean isLeaving(RunningComponent component) {
        return leaving.contains(component);
    }

    /** One that was about to go has ended. */
    synchronized void left(RunningComponent component) {
        leaving.remove(component);
        seen = null;
    }

    /** Brings what is there into the order of {@code plan}, with {@code now} as the links of it. */
    synchronized void arrange(RunPlan plan, Map<PlannedLink, WiredLink> now) {
        Map<String, RunningComponent> rest = new LinkedHashMap<>(byPath);
        byPath.clear();
        for (PlannedComponent component : plan.components()) {
            RunningComponent there = rest.remove(component.path());
            if (there != null) {
                byPath.put(component.path(), there);
            }
        }
        byPath.putAll(rest);
        Map<PlannedLink, WiredLink> others = new LinkedHashMap<>(links);
        others.values().removeIf(wired -> wired.owner().equals(run));
        links.clear();
        links.putAll(now);
        links.putAll(others);
        seen = null;
    }

    /** They have ended, and are not shown any more. */
    synchronized void remove(RunAddition addition) {
        addition.byPath().forEach(byPath::remove);
        addition.links().forEach(links::remove);
        seen = null;
    }
}
