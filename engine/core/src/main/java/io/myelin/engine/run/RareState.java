package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What few components ever have: timers, tasks, children, further boxes and counts. Made with the first of
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
    private volatile @Nullable Membership membership;
    private @Nullable Object stopMessage;

    /** Who hears of the component's end, or null. Any thread. */
    @Nullable
    Membership membership() {
        return membership;
    }

    void membership(Membership now) {
        membership = now;
    }

    /** What asked it, and not all the others, to stop; null where nothing did. Any thread. */
    synchronized @Nullable Object stopMessage() {
        return stopMessage;
    }

    /** The first one counts. Any thread. */
    synchronized void stopMessage(Object message) {
        if (stopMessage == null) {
            stopMessage = message;
        }
    }

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

    /** Whether neither a task nor a child's end is to come; any thread. */
    boolean expectsNothing() {
        Queue<Runnable> queue = tasks;
        ChildGraphs made = children;
        return (made == null || made.haveEnded()) && (queue == null || queue.isEmpty());
    }
}
