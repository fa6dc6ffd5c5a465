package io.myelin.engine.run;

import io.myelin.engine.component.Timer;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The timers of one component, the earliest first, equal ones as set. The component's current thread alone uses it. */
final class DueTimers {
    private static final Comparator<Pending> EARLIEST_FIRST =
            Comparator.comparingLong((Pending one) -> one.due).thenComparingLong(one -> one.number);

    /** No timers: shared by all components that have none; nothing is ever added. */
    static final DueTimers NONE = new DueTimers();

    private final PriorityQueue<Pending> pending = new PriorityQueue<>(2, EARLIEST_FIRST);
    private long numbers;

    private final class Pending implements Timer {
        final long due;
        final long number;
        final Runnable task;

        Pending(long due, long number, Runnable task) {
            this.due = due;
            this.number = number;
            this.task = task;
        }

        @Override
        public void cancel() {
            pending.remove(this);
        }
    }

    Timer add(long due, Runnable task) {
        Pending added = new Pending(due, numbers++, task);
        pending.add(added);
        return added;
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** When the first one is due; {@link Strand#NEVER} where there is none. */
    long next() {
        Pending first = pending.peek();
        return first == null ? Strand.NEVER : first.due;
    }

    /** Takes out what is due at {@code now}, one at a time; null where nothing is. */
    @Nullable
    Runnable takeDue(long now) {
        Pending first = pending.peek();
        if (first == null || first.due - now > 0) {
            return null;
        }
        pending.remove();
        return first.task;
    }

    void clear() {
        if (!pending.isEmpty()) {
            pending.clear();
        }
    }
}
