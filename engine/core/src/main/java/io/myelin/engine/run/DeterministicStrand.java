package io.myelin.engine.run;

import java.util.concurrent.Semaphore;

/** A strand of the deterministic scheduler: it runs when the driver says so, and nothing else runs meanwhile. */
abstract class DeterministicStrand extends Strand {
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
    static final class Baton extends DeterministicStrand {
        private final Semaphore go = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final Thread thread;
        private boolean started;

        Baton(DeterministicScheduler scheduler, String name, Runnable body) {
            super(scheduler);
            thread = Thread.ofVirtual().name("myelin-" + name).unstarted(() -> {
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
            back.acquireUninterruptibly();
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
    }
}
