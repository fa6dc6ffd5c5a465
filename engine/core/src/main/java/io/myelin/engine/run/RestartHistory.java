package io.myelin.engine.run;

import io.myelin.engine.plan.FailureHandling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The restarts of one component or subgraph: how long the next one waits, and when they have become too many. */
final class RestartHistory {
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 20;

    private final SplittableRandom jitter;
    private final Deque<Long> restarts = new ArrayDeque<>(4);

    /** That of what is at {@code path}. */
    RestartHistory(String path) {
        // The same one waits equally long in every run: a recorded run can be played again.
        this.jitter = new SplittableRandom(path.hashCode());
    }

    /** Counts one more at {@code now}: the nanoseconds to wait before it; empty where there were too many already. */
    OptionalLong next(FailureHandling handling, long now) {
        while (!restarts.isEmpty()
                && now - restarts.getFirst() > handling.within().toNanos()) {
            restarts.removeFirst();
        }
        if (restarts.size() >= handling.retries()) {
            return OptionalLong.empty();
        }
        int doublings = Math.min(restarts.size(), MOST_DOUBLINGS);
        restarts.addLast(now);
        double wait = (double) handling.backoff().toNanos() * (1L << doublings) * (1 + JITTER * jitter.nextDouble());
        return OptionalLong.of((long) Math.min(wait, (double) handling.within().toNanos()));
    }
}
