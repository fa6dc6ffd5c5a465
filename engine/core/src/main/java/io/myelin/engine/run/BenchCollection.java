package io.myelin.engine.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came out of one outbox of the component on the bench. Safe from any thread. */
final class BenchCollection {
    private final List<Object> messages = new ArrayList<>();
    private final boolean gated;
    private int permits;
    private boolean ended;

    BenchCollection(boolean gated) {
        this.gated = gated;
    }

    boolean isGated() {
        return gated;
    }

    synchronized void add(Object message) {
        messages.add(message);
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void permit(int more) {
        permits = (int) Math.min(Integer.MAX_VALUE, (long) permits + more);
        notifyAll();
    }

    synchronized void awaitPermit() throws InterruptedException {
        while (gated && permits == 0) {
            wait();
        }
        permits--;
    }

    /** Waits for {@code count} messages or the end: all there are by then. */
    synchronized List<Object> await(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (messages.size() < count && !ended) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("waited " + patience.toSeconds() + " s for " + count
                        + " messages; there are " + messages.size() + ": " + messages);
            }
            wait(left / 1_000_000 + 1);
        }
        return List.copyOf(messages);
    }

    synchronized List<Object> messages() {
        return List.copyOf(messages);
    }
}
