package io.myelin.engine.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What feeds an inbox: the links and routes that lead into it, and how many of their senders may still send. Any thread
 * may read the counts; everything else is the wiring's, under its lock.
 */
abstract class InboxFeed {
    /** How many of the senders are open, twice, and one more where any are linked: one word, so as to be seen at once. */
    private volatile int senders;

    /** Written before the count of open senders is lowered, and read after that. */
    private boolean cutOff;

    private boolean sealed;

    /** The routes that lead here, in the order made. */
    private Few<Route> routesInto = Few.none();

    /** The links made to it, in their order. */
    private Few<WiredLink> linksInto = Few.none();

    private int open() {
        return senders >>> 1;
    }

    private void open(int now) {
        senders = now << 1 | (sealed || routesInto.count() > 0 ? 1 : 0);
    }

    /** Whether anything is linked to it; any thread. */
    public final boolean isLinked() {
        return (senders & 1) != 0;
    }

    /** Whether senders were linked to it and none of them will send any more; any thread. */
    final boolean hasHadAll() {
        return senders == 1;
    }

    /** Whether a sender had more to send when it was closed; any thread. */
    public final boolean isCutOff() {
        // Always so; what counts is that the count is read first, so that whoever has seen a sender close sees this
        // too.
        return senders >= 0 && cutOff;
    }

    // ---- The wiring's, under its lock

    final List<WiredLink> linksInto() {
        return Few.asList(linksInto);
    }

    final void add(WiredLink link) {
        linksInto = Few.adding(linksInto, link);
    }

    final void remove(WiredLink link) {
        linksInto = Few.taking(linksInto, link);
    }

    /** One more sender. */
    final void add(Route route) {
        routesInto = Few.adding(routesInto, route);
        cutOff |= route.finished && route.outbox().cutOff;
        open(open() + (route.finished ? 0 : 1));
    }

    /**
     * One sender less; where that may be in the midst of sending ({@code onceMore}), the end of the stream waits for
     * {@link #hasHadTheLast}.
     */
    final void remove(Route route, boolean onceMore) {
        int before = routesInto.count();
        boolean isFirst = before > 0 && routesInto.at(0) == route;
        routesInto = Few.taking(routesInto, route);
        if (routesInto.count() == before) {
            return;
        }
        if (isFirst) {
            leavesFirst(route);
        }
        open(open() - (route.finished || onceMore ? 0 : 1));
    }

    /** What a sender that has gone may have been sending is here by now, if it came here. */
    final void hasHadTheLast() {
        open(open() - 1);
    }

    /** The sender of {@code route}, which leads here, has closed it behind its last message; false where it had. */
    final boolean finish(Route route) {
        if (route.finished) {
            return false;
        }
        route.finished = true;
        cutOff |= route.outbox().cutOff;
        open(open() - 1);
        return true;
    }

    /** Nothing more comes in: it counts as linked and at its end though nothing is linked to it any more. */
    final void seal() {
        sealed = true;
        open(open());
    }

    /** The routes that lead here, in the order made: a list that stays as it is. */
    final List<Route> routesInto() {
        return List.copyOf(Few.asList(routesInto));
    }

    /** The first of the senders there are; null where there is none. */
    final @Nullable WiredOutbox firstOfSenders() {
        return routesInto.count() == 0 ? null : routesInto.at(0).outbox();
    }

    /** The first of the senders there were goes. */
    abstract void leavesFirst(Route route);
}
