package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The routes that one change takes away while their senders may be in the midst of sending along them: each may put one
 * more message into its inbox. Until a sender is known to have noticed, that inbox is not at its end, so that whoever
 * reads it reads that message too. A sender notices when its strand next looks round between two things that it does.
 *
 * <p>All under the wiring's lock.
 */
final class LastSends {
    private final Map<WiredOutbox, List<Route>> open = new IdentityHashMap<>();
    private final Runnable whenOver;

    /** {@code whenOver} is called once, outside the lock, when the last sender has noticed. */
    LastSends(Runnable whenOver) {
        this.whenOver = whenOver;
    }

    /** Along {@code route}, which has gone, one more message may be on its way. */
    void add(Route route) {
        open.computeIfAbsent(route.outbox(), _ -> new ArrayList<>(1)).add(route);
    }

    /** The senders of {@code outboxes} are not in the midst of sending, or will never be again. */
    void noticed(Collection<WiredOutbox> outboxes) {
        for (WiredOutbox outbox : outboxes) {
            List<Route> routes = open.remove(outbox);
            if (routes != null) {
                routes.forEach(LastSends::isOver);
            }
        }
    }

    /** Of those who have ended since, nothing is on its way. */
    void noticedByThoseWhoEnded() {
        noticed(open.keySet().stream()
                .filter(outbox -> !outbox.owner().maySend())
                .toList());
    }

    /** No sender can be in the midst of sending for so long. */
    void giveUp() {
        noticed(List.copyOf(open.keySet()));
    }

    private static void isOver(Route route) {
        route.inbox().hasHadTheLast();
        route.inbox().owner().linksChanged();
    }

    boolean areOver() {
        return open.isEmpty();
    }

    Runnable whenOver() {
        return whenOver;
    }
}
