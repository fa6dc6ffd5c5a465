package io.myelin.engine.run;

import java.time.Duration;

/** How long a run has been at work, without its pauses. Safe from any thread. */
final class RunClock {
    private final Scheduler scheduler;
    private long since;
    private long before;
    private boolean runs = true;

    RunClock(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.since = scheduler.nanoTime();
    }

    /** Time stands still, until {@link #go}. */
    synchronized void halt() {
        if (runs) {
            before += scheduler.nanoTime() - since;
            runs = false;
        }
    }

    /** Time goes on. */
    synchronized void go() {
        if (!runs) {
            since = scheduler.nanoTime();
            runs = true;
        }
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(before + (runs ? scheduler.nanoTime() - since : 0));
    }
}
