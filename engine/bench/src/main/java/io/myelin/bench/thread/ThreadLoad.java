package io.myelin.bench.thread;

import io.myelin.bench.load.Load;
import io.myelin.bench.load.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/** Threads that do one round after the other: those that begin it wait for a permit each. */
final class ThreadLoad implements Load {
    private final Round round;
    private final ThreadFactory factory;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Semaphore> begun = new ArrayList<>();

    /** What a thread does, perhaps for ever; an interrupt ends it. */
    @FunctionalInterface
    interface Body {
        void run() throws InterruptedException;
    }

    ThreadLoad(Round round, ThreadFactory factory) {
        this.round = round;
        this.factory = factory;
    }

    /** On virtual threads. */
    static ThreadLoad virtual(Round round) {
        return new ThreadLoad(round, Thread.ofVirtual().factory());
    }

    /** A thread that does {@code body} once a round. */
    ThreadLoad eachRound(Body body) {
        Semaphore permit = new Semaphore(0);
        begun.add(permit);
        return start(() -> {
            while (true) {
                permit.acquire();
                body.run();
            }
        });
    }

    /** A thread that does {@code body}, which has a loop of its own, so that each loop is compiled for what it calls. */
    ThreadLoad start(Body body) {
        Thread thread = factory.newThread(() -> {
            try {
                body.run();
            } catch (InterruptedException end) {
                // The load was closed.
            }
        });
        threads.add(thread);
        thread.start();
        return this;
    }

    @Override
    public void run() throws InterruptedException {
        begun.forEach(Semaphore::release);
        round.await();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
