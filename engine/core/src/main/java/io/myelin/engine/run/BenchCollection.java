package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.OutsideWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out of one outbox of the component on the bench. Safe from any thread. */
final class BenchCollection {
    private final List<Object> messages = new ArrayList<>();
    private final boolean gated;
    private long permits;
    private boolean ended;
    private @Nullable ComponentContext collector;
    private @Nullable OutsideWork asking;

    BenchCollection(boolean gated) {
        this.gated = gated;
    }

    synchronized void attach(ComponentContext context) {
        collector = context;
        gate();
    }

    synchronized void add(Object message) {
        messages.add(message);
        permits--;
        gate();
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized void permit(long more) {
        permits += more;
        ComponentContext context = collector;
        if (context != null) {
            context.execute(this::gate);
        }
    }

    /** Opens or shuts the inbox; on the collector's thread. */
    private synchronized void gate() {
        if (!gated || collector == null) {
            return;
        }
        if (permits > 0) {
            collector.inbox().resume();
            if (asking != null) {
                asking.done();
                asking = null;
            }
        } else {
            collector.inbox().hold();
            if (asking == null) {
                asking = collector.expect("the test to take more");
            }
        }
    }

    synchronized boolean has(int count) {
        return ended || messages.size() >= count;
    }

    /** Waits for {@code count} messages or the end, at most as long as {@code patience}. */
    synchronized void await(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!has(count)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000 + 1);
        }
    }

    synchronized List<Object> messages() {
        return List.copyOf(messages);
    }
}
