package io.myelin.engine.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The real scheduler: microprocesses are pinned to a few workers, in equal shares of neighbours; tasklets and threads
 * have threads of their own. Quiet is told by how many threads are awake: workers that are not parked, strands with a
 * thread that do not wait at a box.
 */
final class WorkerScheduler implements Scheduler {
    private final Worker[] workers;
    private final ArrayList<WorkerStrand> unplaced = new ArrayList<>();
    private final AwakeThreads awake = new AwakeThreads();
    private final AtomicInteger nextWorker = new AtomicInteger();
    private Runnable quiet = () -> {};
    private BooleanSupplier expecting = () -> false;
    private final ScheduledThreadPoolExecutor clock = clock();
    private volatile boolean closed;

    WorkerScheduler(int workers) {
        this.workers = new Worker[workers];
        for (int i = 0; i < workers; i++) {
            this.workers[i] = new Worker(this, i);
        }
    }

    /** Of its own, so that it keeps time even while components keep every carrier of virtual threads busy. */
    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("myelin-clock").factory(), new ThreadPoolExecutor.DiscardPolicy());
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return clock;
    }

    @Override
    public Strand microprocess(Runnable activation) {
        synchronized (unplaced) {
            WorkerStrand strand = new WorkerStrand(activation);
            unplaced.add(strand);
            return strand;
        }
    }

    /** Pins those that wait for a place: neighbours in the graph, as far as its order tells, share a worker. */
    @Override
    public void place() {
        synchronized (unplaced) {
            int count = unplaced.size();
            for (int i = 0; i < count; i++) {
                int at = count < workers.length
                        ? Math.floorMod(nextWorker.getAndIncrement(), workers.length)
                        : (int) ((long) i * workers.length / count);
                unplaced.get(i).pin(workers[at]);
            }
            unplaced.clear();
            unplaced.trimToSize();
        }
    }

    @Override
    public Strand thread(String name, boolean virtual, Runnable body) {
        return new ThreadStrand(this, name, virtual, body);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void whenQuiet(Runnable whenQuiet, BooleanSupplier whetherExpecting) {
        quiet = whenQuiet;
        expecting = whetherExpecting;
    }

    @Override
    public boolean isQuiet() {
        return seenAtRest(() -> true).isPresent();
    }

    /**
     * What {@code look} sees; empty unless from before it began until after it has ended nothing ran, was due, was woken
     * or was expected from outside.
     */
    <T> Optional<T> seenAtRest(Supplier<T> look) {
        return awake.seenAtRest(expecting, look);
    }

    @Override
    public void later(long delayNanos, Runnable task) {
        var _ = clock.schedule(task, delayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void meanwhile(long delayNanos, Runnable task) {
        later(delayNanos, task);
    }

    @Override
    public void runUntil(BooleanSupplier done, long nanos) {
        // Workers run by themselves.
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdown();
        for (Worker worker : workers) {
            worker.rouse();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** A thread is about to be woken, or to start. */
    @Override
    public void enlist() {
        awake.enlist();
    }

    /** A thread goes to rest, or has ended. */
    @Override
    public void retire() {
        if (awake.retire() && !closed) {
            quiet.run();
        }
    }

    void deadlineSet() {
        awake.deadlineSet();
    }

    void deadlineGone() {
        awake.deadlineGone();
    }
}
