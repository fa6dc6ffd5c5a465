package io.myelin.engine.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of tests and replays: one strand at a time, in the order woken or in one drawn from a seed, on whichever
 * thread drives it; time is virtual and moves only when nothing else can. Strands with threads of their own take turns
 * by one baton, so that they are as deterministic as the others.
 */
final class DeterministicScheduler implements Scheduler {
    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** Something due at a time: equal times in the order asked for. */
    private record Due(long nanos, long number, @Nullable DeterministicStrand strand, Runnable task) {}

    private final @Nullable SplittableRandom order;
    private final Instant beginning;
    private final Optional<Turn.Absences> absences;
    private final AtomicInteger away = new AtomicInteger();
    private final List<DeterministicStrand> ready = new ArrayList<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));
    /** What is only to be done where time passes for another's sake. */
    private final PriorityQueue<Due> looks =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::number));

    private long numbers;
    private volatile long time;
    private volatile boolean closed;
    private Runnable quiet = () -> {};
    private BooleanSupplier expecting = () -> false;

    private DeterministicScheduler(
            @Nullable SplittableRandom order, Instant beginning, Optional<Turn.Absences> absences) {
        this.order = order;
        this.beginning = beginning;
        this.absences = absences;
    }

    /** First woken, first run. */
    static DeterministicScheduler inOrder() {
        return new DeterministicScheduler(null, BEGINNING, Optional.empty());
    }

    /** In an order drawn from {@code seed}. */
    static DeterministicScheduler drawnFrom(long seed) {
        return drawnFrom(seed, BEGINNING, Optional.empty());
    }

    /** In an order drawn from {@code seed}; components that take long outside give up their turn if somebody is told. */
    static DeterministicScheduler drawnFrom(long seed, Instant beginning, Optional<Turn.Absences> absences) {
        return new DeterministicScheduler(new SplittableRandom(seed), beginning, absences);
    }

    @Override
    public Strand microprocess(Runnable activation) {
        return new DeterministicStrand.Microprocess(this, activation);
    }

    @Override
    public Strand thread(String name, boolean virtual, Runnable body) {
        return new DeterministicStrand.Baton(this, name, body);
    }

    @Override
    public long nanoTime() {
        return time;
    }

    @Override
    public Instant now() {
        return beginning.plusNanos(time);
    }

    @Override
    public void whenQuiet(Runnable whenQuiet, BooleanSupplier whetherExpecting) {
        quiet = whenQuiet;
        expecting = whetherExpecting;
    }

    @Override
    public synchronized boolean isQuiet() {
        return ready.isEmpty() && due.isEmpty() && away.get() == 0 && !expecting.getAsBoolean();
    }

    @Override
    public void enlist() {
        // Quiet is when nothing is ready: there is nothing to count.
    }

    @Override
    public void retire() {
        // As above.
    }

    @Override
    public void place() {
        // All share the driver's thread.
    }

    @Override
    public synchronized void later(long delayNanos, Runnable task) {
        due.add(new Due(time + delayNanos, numbers++, null, task));
    }

    @Override
    public synchronized void meanwhile(long delayNanos, Runnable task) {
        looks.add(new Due(time + delayNanos, numbers++, null, task));
    }

    @Override
    public synchronized void close() {
        closed = true;
        due.clear();
        looks.clear();
        notifyAll();
    }

    synchronized void enqueue(DeterministicStrand strand) {
        ready.add(strand);
        notifyAll();
    }

    synchronized void wakeAt(long nanos, DeterministicStrand strand) {
        due.add(new Due(nanos, numbers++, strand, () -> strand.deadlinePassed(nanos)));
    }

    /** Runs one strand; false where none is ready. For the driver. */
    boolean step() {
        DeterministicStrand next = next();
        if (next == null) {
            return false;
        }
        next.step();
        return true;
    }

    private synchronized @Nullable DeterministicStrand next() {
        if (ready.isEmpty()) {
            return null;
        }
        return ready.remove(order == null ? 0 : order.nextInt(ready.size()));
    }

    /** Moves time to what is due next, at {@code latest} at the latest; false where nothing is due by then. */
    boolean advanceTo(long latest) {
        Due first;
        synchronized (this) {
            first = due.peek();
            while (first != null && first.strand() != null && !first.strand().wishes(first.nanos())) {
                due.remove();
                first = due.peek();
            }
            if (first == null || first.nanos() > latest) {
                return false;
            }
            Due look = looks.peek();
            if (look != null && look.nanos() <= first.nanos()) {
                first = look;
                looks.remove();
            } else {
                due.remove();
            }
            time = Math.max(time, first.nanos());
        }
        first.task().run();
        return true;
    }

    /** Lets virtual time pass until {@code until}, running what becomes ready. For the driver. */
    void pass(long until) {
        do {
            while (step()) {
                // Until nothing is ready.
            }
        } while (advanceTo(until));
        time = Math.max(time, until);
    }

    /** Lets virtual time pass until {@code until} while nothing runs: what becomes due is made ready. For the driver. */
    void moveTo(long until) {
        while (advanceTo(until)) {
            // Until nothing more is due by then.
        }
        time = Math.max(time, until);
    }

    /** When the next one is due; {@link Strand#NEVER} where nothing is. */
    synchronized long nextDue() {
        Due first = due.peek();
        return first == null ? Strand.NEVER : first.nanos();
    }

    /** Says that nothing runs. For the driver. */
    void rest() {
        quiet.run();
    }

    Optional<Turn.Absences> absences() {
        return absences;
    }

    /** One more, or less, has given up its turn. */
    void away(int more) {
        away.addAndGet(more);
    }

    @Override
    public void runUntil(BooleanSupplier done, long nanos) {
        long latest = nanos >= Long.MAX_VALUE - time ? Strand.NEVER : time + nanos;
        while (!done.getAsBoolean()) {
            if (!step() && !advanceTo(latest) && !awaitOutside(nanos)) {
                return;
            }
        }
    }

    /** Nothing is ready and nothing is due by now: waits for the outside, in real time; false where that is no use. */
    private boolean awaitOutside(long nanos) {
        if (!due.isEmpty()) {
            return false;
        }
        quiet.run();
        boolean expected = expecting.getAsBoolean();
        synchronized (this) {
            long end = System.nanoTime() + Math.min(nanos, Strand.NEVER / 4);
            while (expected && ready.isEmpty() && !closed) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return !ready.isEmpty() || !due.isEmpty();
        }
    }
}
