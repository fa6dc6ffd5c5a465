package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What few components ever have: timers, tasks, children, work expected from outside, further boxes and counts. Made with the first of
 * it, so that a component which only waits for messages does not pay for it.
 */
final class RareState {
    private static final VarHandle COUNTS;

    static {
        try {
            COUNTS = MethodHandles.lookup().findVarHandle(RareState.class, "counts", CountingComponent.Seldom.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private @Nullable DueTimers timers;
    private @Nullable Renewal renewal;
    private ReactiveLife.@Nullable Restart restart;
    private volatile Boxes.@Nullable Seldom boxes;
    private volatile CountingComponent.@Nullable Seldom counts;
    private volatile @Nullable Pace pace;
    private volatile @Nullable ChildGraphs children;
    private volatile @Nullable Queue<Runnable> tasks;
    private volatile @Nullable Set<ExpectedWork> expected;

    /** The boxes that hardly any owner needs, or null. Any thread; written under the monitor of the boxes. */
    Boxes.@Nullable Seldom boxes() {
        return boxes;
    }

    void boxes(Boxes.Seldom made) {
        boxes = made;
    }

    /** What hardly any component counts, or null. Any thread. */
    CountingComponent.@Nullable Seldom counts() {
        return counts;
    }

    /** The same, to count with. Any thread. */
    CountingComponent.Seldom counting() {
        CountingComponent.Seldom made = counts;
        while (made == null) {
            CountingComponent.Seldom fresh = new CountingComponent.Seldom();
            made = COUNTS.compareAndSet(this, null, fresh) ? fresh : counts;
        }
        return made;
    }

    /** The timers, or {@link DueTimers#NONE}. For the component's current thread. */
    DueTimers timers() {
        DueTimers made = timers;
        return made == null ? DueTimers.NONE : made;
    }

    /** The timers, to add to. For the component's current thread. */
    DueTimers timersToSet() {
        DueTimers made = timers;
        if (made == null) {
            made = new DueTimers();
            timers = made;
        }
        return made;
    }

    /** How it keeps to slow motion, made where it has not been. For the component's current thread. */
    Pace pace() {
        Pace made = pace;
        if (made == null) {
            made = new Pace();
            pace = made;
        }
        return made;
    }

    /** The beat that it waits for; {@link Strand#NEVER} where it waits for none. Any thread. */
    long beat() {
        Pace made = pace;
        return made == null ? Strand.NEVER : made.beat();
    }

    /** The next instance of a reactive component, after a failure. For the component's current thread. */
    ReactiveLife.@Nullable Restart restart() {
        return restart;
    }

    void restart(ReactiveLife.@Nullable Restart next) {
        restart = next;
    }

    /** What it is to become; joined with what it was to become already. Any thread. */
    synchronized void renewal(Renewal wished) {
        Renewal before = renewal;
        renewal = before == null ? wished : before.andThen(wished);
    }

    /** Takes what it is to become, or null. Any thread. */
    synchronized @Nullable Renewal takeRenewal() {
        Renewal taken = renewal;
        renewal = null;
        return taken;
    }

    /** Adds a task; any thread. */
    void add(Runnable task) {
        Queue<Runnable> queue = tasks;
        if (queue == null) {
            synchronized (this) {
                queue = tasks;
                if (queue == null) {
                    queue = new ConcurrentLinkedQueue<>();
                    tasks = queue;
                }
            }
        }
        queue.add(task);
    }

    /** Takes the oldest task, or null. For the component's current thread. */
    @Nullable
    Runnable pollTask() {
        Queue<Runnable> queue = tasks;
        return queue == null ? null : queue.poll();
    }

    /** Adds something expected; any thread. */
    void add(ExpectedWork work) {
        Set<ExpectedWork> set = expected;
        if (set == null) {
            synchronized (this) {
                set = expected;
                if (set == null) {
                    set = ConcurrentHashMap.newKeySet();
                    expected = set;
                }
            }
        }
        set.add(work);
    }

    /** Something expected has come; any thread. */
    void remove(ExpectedWork work) {
        Set<ExpectedWork> set = expected;
        if (set != null) {
            set.remove(work);
        }
    }

    /** What is expected from outside; any thread. */
    Set<ExpectedWork> expected() {
        Set<ExpectedWork> set = expected;
        return set == null ? Set.of() : set;
    }

    /** The children of {@code component}, to add to. For the component's current thread. */
    ChildGraphs children(RunningComponent component) {
        ChildGraphs made = children;
        if (made == null) {
            made = new ChildGraphs(component);
            children = made;
        }
        return made;
    }

    /** Its component ends: so do its children. Any thread. */
    void stopChildren() {
        ChildGraphs made = children;
        if (made != null) {
            made.stop();
        }
    }

    /** Whether neither a task nor anything from outside nor a child's end is to come; any thread. */
    boolean expectsNothing() {
        Queue<Runnable> queue = tasks;
        ChildGraphs made = children;
        return (made == null || made.haveEnded()) && expected().isEmpty() && (queue == null || queue.isEmpty());
    }
}
