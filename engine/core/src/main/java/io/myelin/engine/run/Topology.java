package io.myelin.engine.run;

import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
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
    private final TopologyWatches watches = new TopologyWatches();
    private final Wiring wiring = new Wiring(watches::changed);
    private ComponentsByPath byPath = new ComponentsByPath(0);
    private List<WiredLink> links = new ArrayList<>();
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

    // ---- What is there as people see it; any thread

    /** Tells {@code observer} all there is, then what changes. */
    AutoCloseable observe(TopologyObserver observer) {
        TopologyWatch watch = new TopologyWatch(watches, observer, this::elements, run::state);
        watches.add(watch);
        return watch;
    }

    /** All elements as they are at one moment. */
    private Set<TopologyElement> elements() {
        // In this order, as links are changed where components are looked up, and never the other way round.
        synchronized (wiring) {
            synchronized (this) {
                return TopologyReader.read(components());
            }
        }
    }

    /** Something that people see has changed, or the run has ended; under any lock. */
    void changed() {
        watches.changed();
    }

    // ---- Who is there; any thread

    /** All components, in plan order and then as they came; those last that are about to go. */
    Collection<RunningComponent> components() {
        List<RunningComponent> known = seen;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            List<RunningComponent> now = byPath.asOfNow();
            if (!leaving.isEmpty()) {
                List<RunningComponent> all = new ArrayList<>(now);
                all.addAll(leaving);
                now = Collections.unmodifiableList(all);
            }
            seen = now;
            return now;
        }
    }

    /** All links of plans, in plan order and then as they came. */
    synchronized List<WiredLink> links() {
        return List.copyOf(links);
    }

    /** The component at {@code path}; throws IllegalArgumentException where there is none. */
    synchronized RunningComponent component(String path) {
        return byPath.get(path);
    }

    /** The handle of a link of a plan; throws IllegalArgumentException where it is not of this run. */
    synchronized WiredLink wired(PlannedLink link) {
        RunningComponent from = byPath.find(link.fromPath());
        return from == null
                ? notOfThisRun(link)
                : wiring.planned(from.boxes(), link).orElseGet(() -> notOfThisRun(link));
    }

    private static WiredLink notOfThisRun(PlannedLink link) {
        throw new IllegalArgumentException("the link " + link + " is not of this run");
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
        ComponentsByPath made = new ComponentsByPath(plan.components().size());
        List<WiredLink> linked = new ArrayList<>(plan.links().size());
        for (PlannedComponent component : plan.components()) {
            RunningComponent driver = driver(group == null ? component : component.under(group.path()), group);
            driver.prepare(scheduler);
            made.add(driver);
        }
        RunAddition addition = new RunAddition(made, linked);
        Object owner = group == null ? run : group;
        wiring.together(() -> {
            for (PlannedLink planned : plan.links()) {
                PlannedLink link = group == null ? planned : planned.under(group.path());
                linked.add(wiring.link(
                        addition.component(link.fromPath()).boxes().outbox(link.outbox()),
                        addition.component(link.toPath()).boxes().inbox(link.inbox()),
                        owner,
                        link));
            }
        });
        return addition;
    }

    private RunningComponent driver(PlannedComponent plan, @Nullable ChildGraph group) {
        return plan.isDrivenByCalls() ? new ReactiveDriver(plan, run, group) : new SequentialDriver(plan, run, group);
    }

    /** What makes the instances of {@code plan} where it is driven by calls. */
    static ReactiveLife.InstanceMaker maker(PlannedComponent plan) {
        return switch (plan.state()) {
            case ON ->
                plan.execution() == Execution.PROCESS
                        ? driver -> new ProcessStandIn(driver, driver.run.windowOf(driver))
                        : Topology::makeReactive;
            case MUTED -> StandIn.Muted::new;
            case BYPASSED -> StandIn.Bypassed::new;
        };
    }

    private static ReactiveComponent makeReactive(RunningComponent driver) throws Exception {
        return (ReactiveComponent) driver.run.makeInstance(driver.plan);
    }

    /** Counts and shows what was made, without starting it. */
    void show(RunAddition addition) {
        unended.addAndGet(addition.members().size());
        synchronized (this) {
            if (byPath.isEmpty()) {
                byPath = addition.members();
                byPath.forgetTable();
                links = addition.links();
            } else {
                addition.members().forEach(byPath::add);
                links.addAll(addition.links());
            }
            seen = null;
        }
        changed();
    }

    /** Counts, shows and starts what was made; a run that is paused or being stopped holds or stops it at once. */
    void start(RunAddition addition) {
        scheduler.enlist();
        try {
            show(addition);
            scheduler.place();
            List<RunningComponent> added = addition.components();
            run.joined(added);
            added.forEach(component -> component.strand().start());
        } finally {
            scheduler.retire();
        }
    }

    /** The links between components of the run's own plan, by the boxes that they join, whatever way they are drawn. */
    synchronized Map<PlannedLink, WiredLink> linksByEnds() {
        Map<PlannedLink, WiredLink> byEnds = new LinkedHashMap<>();
        for (WiredLink link : links) {
            PlannedLink planned = link.planned();
            if (planned != null && link.owner().equals(run)) {
                byEnds.put(planned.drawnAs(List.of()), link);
            }
        }
        return byEnds;
    }

    /** They are about to go: their paths are free. */
    synchronized void leave(Collection<RunningComponent> components) {
        byPath.removeEach(components);
        leaving.addAll(components);
        seen = null;
        changed();
    }

    synchronized boolean isLeaving(RunningComponent component) {
        return leaving.contains(component);
    }

    /** One that was about to go has ended. */
    synchronized void left(RunningComponent component) {
        leaving.remove(component);
        seen = null;
        changed();
    }

    /** Brings what is there into the order of {@code plan}, with {@code now} as the links of it. */
    synchronized void arrange(RunPlan plan, List<WiredLink> now) {
        ComponentsByPath arranged = new ComponentsByPath(byPath.size());
        for (PlannedComponent component : plan.components()) {
            RunningComponent there = byPath.find(component.path());
            if (there != null) {
                arranged.add(there);
            }
        }
        for (RunningComponent component : byPath) {
            if (arranged.find(component.path()) == null) {
                arranged.add(component);
            }
        }
        byPath = arranged;
        List<WiredLink> all = new ArrayList<>(now);
        links.stream().filter(link -> !link.owner().equals(run)).forEach(all::add);
        links = all;
        seen = null;
        changed();
    }

    /** They have ended, and are not shown any more. */
    synchronized void remove(RunAddition addition) {
        addition.components().forEach(run.windows()::remove);
        byPath.removeEach(addition.components());
        Set<WiredLink> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(addition.links());
        links.removeIf(gone::contains);
        seen = null;
        changed();
    }
}
