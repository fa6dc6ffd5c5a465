package io.myelin.engine.run;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The scheduler of a child process: as another, but that a run at rest there is for the parent to judge. */
final class ProcessScheduler implements Scheduler {
    private final WorkerScheduler inner;
    private final Runnable resting;

    /** {@code resting} is told, by whoever came to rest last, that all has: it may have been set going since. */
    ProcessScheduler(WorkerScheduler inner, Runnable resting) {
        this.inner = inner;
        this.resting = resting;
    }

    /** What {@code look} sees; empty unless all was at rest, from before it began until after it has ended. */
    <T> Optional<T> seenAtRest(Supplier<T> look) {
        return inner.seenAtRest(look);
    }

    @Override
    public void whenQuiet(Runnable quiet, BooleanSupplier expecting) {
        inner.whenQuiet(
                () -> {
                    if (!expecting.getAsBoolean()) {
                        resting.run();
                    }
                },
                expecting);
    }

    @Override
    public Strand microprocess(Runnable activation) {
        return inner.microprocess(activation);
    }

    @Override
    public Strand thread(String name, boolean virtual, Runnable body) {
        return inner.thread(name, virtual, body);
    }

    @Override
    public long nanoTime() {
        return inner.nanoTime();
    }

    @Override
    public Instant now() {
        return inner.now();
    }

    @Override
    public boolean isQuiet() {
        return inner.isQuiet();
    }

    @Override
    public void enlist() {
        inner.enlist();
    }

    @Override
    public void retire() {
        inner.retire();
    }

    @Override
    public void place() {
        inner.place();
    }

    @Override
    public void later(long delayNanos, Runnable task) {
        inner.later(delayNanos, task);
    }

    @Override
    public void meanwhile(long delayNanos, Runnable task) {
        inner.meanwhile(delayNanos, task);
    }

    @Override
    public void runUntil(BooleanSupplier done, long nanos) {
        inner.runUntil(done, nanos);
    }

    @Override
    public void close() {
        inner.close();
    }
}
