package io.myelin.bench.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One round of work after the other: knows how many receivers there are and waits until each has got everything. */
public final class Round {
    private static final long PATIENCE_SECONDS = 120;

    private final int receivers;
    private final long expectedSum;
    private final AtomicInteger missing = new AtomicInteger();
    private final AtomicLong sum = new AtomicLong();
    private final AtomicBoolean disordered = new AtomicBoolean();
    private final Semaphore complete = new Semaphore(0);

    private Round(int receivers, long expectedSum) {
        this.receivers = receivers;
        this.expectedSum = expectedSum;
        missing.set(receivers);
    }

    /** Rounds in which each of {@code receivers} gets the first {@code messages} of the cargo. */
    public static Round to(int receivers, long messages) {
        return new Round(receivers, receivers * Cargo.sum(messages));
    }

    /** Rounds in which one receiver gets the first {@code messagesEach} of the cargo from each of {@code senders}. */
    public static Round from(int senders, long messagesEach) {
        return new Round(1, senders * Cargo.sum(messagesEach));
    }

    /** Rounds whose receivers only say that they are {@linkplain #done through}. */
    public static Round of(int receivers) {
        return new Round(receivers, 0);
    }

    /** What a receiver of {@code messages} from one sender keeps. */
    public Receipt ordered(long messages) {
        return new Receipt(this, messages, true);
    }

    /** What a receiver of {@code messages} from several senders keeps. */
    public Receipt mixed(long messages) {
        return new Receipt(this, messages, false);
    }

    /** One receiver is through. Any thread. */
    public void done() {
        arrived(0, false);
    }

    void arrived(long itsSum, boolean wrongOrder) {
        if (wrongOrder) {
            disordered.set(true);
        }
        sum.addAndGet(itsSum);
        if (missing.decrementAndGet() == 0) {
            complete.release();
        }
    }

    /** Waits for the end of the round; throws IllegalStateException where it was not as it should be. */
    public void await() throws InterruptedException {
        if (!complete.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(missing.get() + " of " + receivers + " receivers did not get everything");
        }
        missing.set(receivers);
        long got = sum.getAndSet(0);
        if (got != expectedSum || disordered.get()) {
            throw new IllegalStateException("wrong messages arrived: their sum is " + got + ", not " + expectedSum
                    + (disordered.get() ? "; they were not in order" : ""));
        }
    }
}
