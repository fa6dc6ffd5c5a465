package io.myelin.engine.run;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A strand of the deterministic scheduler: it runs when the driver says so, and nothing else runs meanwhile. */
abstract class DeterministicStrand extends Strand {
    /** How long a component may be outside before others go on without it. */
    private static final long LONGEST_OUTSIDE_NANOS = 2_000_000;

    /** How long one that has been at work for a while may be outside at most, before that is seen. */
    private static final long LONGEST_PATIENCE_NANOS = 64_000_000;

    final DeterministicScheduler scheduler;
    private long deadline = NEVER;

    DeterministicStrand(DeterministicScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs it until it has nothing to do, waits or has had its turn; for the driver. */
    abstract void step();

    @Override
    final void becomeReady() {
        scheduler.enqueue(this);
    }

    @Override
    void start() {
        scheduler.enqueue(this);
    }

    @Override
    final void wakeReceiver(Strand receiver) {
        // Only one runs at a time, and the baton orders what they do.
        receiver.wake();
    }

    @Override
    final void wakeAt(long until) {
        if (until != deadline) {
            deadline = until;
            if (until != NEVER) {
                scheduler.wakeAt(until, this);
            }
        }
    }

    /** Whether it still wishes to be woken at {@code nanos}. */
    final boolean wishes(long nanos) {
        return deadline == nanos;
    }

    final void deadlinePassed(long nanos) {
        if (wishes(nanos)) {
            deadline = NEVER;
            wake();
        }
    }

    @Override
    boolean isRunning() {
        return false;
    }

    @Override
    StackTraceElement[] stackTrace() {
        return new StackTraceElement[0];
    }

    @Override
    void abandon() {
        // The driver waits for whatever it runs: there is nothing to leave behind.
    }

    /** Runs to completion each time. */
    static final class Microprocess extends DeterministicStrand {
        private final Runnable activation;

        Microprocess(DeterministicScheduler scheduler, Runnable activation) {
            super(scheduler);
            this.activation = activation;
        }

        @Override
        void step() {
            markRunning();
            activation.run();
            if (!tryIdle()) {
                markReady();
                becomeReady();
            }
        }

        @Override
        boolean mayBlock() {
            return false;
        }

        @Override
        void await(long until) {
            throw new IllegalStateException("a microprocess can't wait inside a call");
        }

        @Override
        void interrupt() {
            // It runs only while the driver does.
        }
    }

    /** Has a thread of its own that runs only while it holds the baton. */
    static final class Baton extends DeterministicStrand implements Turn {
        private static final int IN_ENGINE = 0;
        private static final int OUTSIDE = 1;
        private static final int AWAY = 2;

        private final String path;
        private final Semaphore go = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final AtomicInteger whereabouts = new AtomicInteger(IN_ENGINE);
        private final Thread thread;
        private boolean started;

        Baton(DeterministicScheduler scheduler, String path, Runnable body) {
            super(scheduler);
            this.path = path;
            thread = Thread.ofVirtual().name("myelin-" + path).unstarted(() -> {
                markRunning();
                try {
                    body.run();
                } finally {
                    back.release();
                }
            });
        }

        @Override
        void step() {
            if (started) {
                go.release();
            } else {
                started = true;
                thread.start();
            }
            awaitBack();
        }

        /** Waits for the baton, or until the component has been outside for so long that it does without. */
        private void awaitBack() {
            Optional<Absences> absences = scheduler.absences();
            if (absences.isEmpty()) {
                back.acquireUninterruptibly();
                return;
            }
            boolean interrupted = false;
            long patience = LONGEST_OUTSIDE_NANOS;
            while (true) {
                try {
                    if (back.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                        break;
                    }
                    // At work, or held at a breakpoint, perhaps for hours: that is not to be a load.
                    patience = Math.min(2 * patience, LONGEST_PATIENCE_NANOS);
                } catch (InterruptedException interruption) {
                    interrupted = true;
                    continue;
                }
                if (whereabouts.compareAndSet(OUTSIDE, AWAY)) {
                    scheduler.away(1);
                    absences.get().left(path);
                    break;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void goOutside() {
            whereabouts.set(OUTSIDE);
        }

        @Override
        public void comeBack() {
            if (!whereabouts.compareAndSet(OUTSIDE, IN_ENGINE) && whereabouts.get() == AWAY) {
                scheduler.absences().ifPresent(absences -> absences.isBack(path));
                go.acquireUninterruptibly();
            }
        }

        @Override
        public void standAside() {
            whereabouts.set(AWAY);
            scheduler.away(1);
            back.release();
            go.acquireUninterruptibly();
        }

        @Override
        public void resume() {
            whereabouts.set(IN_ENGINE);
            scheduler.away(-1);
            go.release();
            awaitBack();
        }

        @Override
        boolean mayBlock() {
            return true;
        }

        @Override
        void await(long until) {
            if (!tryIdle()) {
                return;
            }
            wakeAt(until);
            back.release();
            go.acquireUninterruptibly();
            wakeAt(NEVER);
            markRunning();
        }

        @Override
        void interrupt() {
            if (!isIdle() && thread.isAlive()) {
                thread.interrupt();
            }
        }

        @Override
        boolean isRunning() {
            return whereabouts.get() == AWAY;
        }

        @Override
        StackTraceElement[] stackTrace() {
            return thread.getStackTrace();
        }
    }
}
