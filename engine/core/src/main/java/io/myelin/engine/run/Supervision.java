package io.myelin.engine.run;

import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.plan.FailureHandling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Decides what the failures of one component do: its policy, and when restarts have become too many. The component's
 * current thread alone uses it.
 */
final class Supervision {
    private static final double JITTER = 0.1;
    private static final int MOST_DOUBLINGS = 20;

    private final FailureHandling handling;
    private final SplittableRandom jitter;
    private final Deque<Long> restarts = new ArrayDeque<>();

    /** What a failure does: the policy applied, and for a restart the wait before it. */
    record Decision(FailurePolicy policy, long backoffNanos) {}

    Supervision(FailureHandling handling, String path) {
        this.handling = handling;
        // The same component waits equally long in every run: a recorded run can be played again.
        this.jitter = new SplittableRandom(path.hashCode());
    }

    /** Decides about a failure at {@code now}; {@code item} says whether a message can be skipped over. */
    Decision decide(long now, boolean item) {
        return switch (handling.policy()) {
            case STOP_GRAPH -> new Decision(FailurePolicy.STOP_GRAPH, 0);
            case STOP -> new Decision(FailurePolicy.STOP, 0);
            case SKIP -> new Decision(item ? FailurePolicy.SKIP : FailurePolicy.STOP_GRAPH, 0);
            case RESTART -> restart(now);
        };
    }

    private Decision restart(long now) {
        while (!restarts.isEmpty()
                && now - restarts.getFirst() > handling.within().toNanos()) {
            restarts.removeFirst();
        }
        if (restarts.size() >= handling.retries()) {
            return new Decision(FailurePolicy.STOP_GRAPH, 0);
        }
        int doublings = Math.min(restarts.size(), MOST_DOUBLINGS);
        restarts.addLast(now);
        double wait = (double) handling.backoff().toNanos() * (1L << doublings);
        return new Decision(FailurePolicy.RESTART, (long) Math.min(
                wait * (1 + JITTER * jitter.nextDouble()), handling.within().toNanos()));
    }

    /** The sentence about a failure, and where restarts were given up, that too. */
    String explain(String text, Decision decision) {
        if (handling.policy() != FailurePolicy.RESTART || decision.policy() == FailurePolicy.RESTART) {
            return text;
        }
        return text + (text.endsWith(".") ? " " : ". ") + "It was restarted " + handling.retries() + " times within "
                + handling.within().toSeconds() + " s, which is as often as it may be.";
    }
}
