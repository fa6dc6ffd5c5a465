package io.myelin.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What feeds an inbox: the links and routes that lead into it, and how many of their senders may still send. Any thread
 * may read the counts; everything else is the wiring's, under its lock.
 */
abstract class InboxFeed {
    /** How many senders are linked (the upper half), and how many of them are open (the lower half). */
    private volatile long senders;

    /** Written before the count of open senders is lowered, and read after that. */
    private boolean cutOff;

    private boolean sealed;

    /** The route made last of those that lead here, which leads on to the one made first: they are a circle. */
    private @Nullable Route lastInto;

    /** The links made to it, in their order. */
    private Few<WiredLink> linksInto = FewLinks.NONE;

    private static int linkedOf(long senders) {
        return (int) (senders >>> Integer.SIZE);
    }

    private static int openOf(long senders) {
        return (int) senders;
    }

    private void senders(int linked, int open) {
        senders = ((long) linked << Integer.SIZE) | open;
    }

    /** Whether anything is linked to it; any thread. */
    public final boolean isLinked() {
        return linkedOf(senders) > 0;
    }

    /** Whether senders were linked to it and none of them will send any more; any thread. */
    final boolean hasHadAll() {
        long now = senders;
        return linkedOf(now) > 0 && openOf(now) == 0;
    }

    /** How many senders may still send; any thread. */
    final int openSenders() {
        return openOf(senders);
    }

    /** Whether a sender had more to send when it was closed; any thread. */
    public final boolean isCutOff() {
        // Always so; what counts is that the count is read first, so that whoever has seen a sender close sees this
        // too.
        return openOf(senders) >= 0 && cutOff;
    }

    // ---- The wiring's, under its lock

    final List<WiredLink> linksInto() {
        return Few.asList(linksInto);
    }

    final void add(WiredLink link) {
        linksInto = FewLinks.with(linksInto, link);
    }

    final void remove(WiredLink link) {
        linksInto = FewLinks.without(linksInto, link);
    }

    /** One more sender. */
    final void add(Route route) {
        Route last = lastInto;
        if (last != null) {
            route.nextInto = last.nextInto;
            last.nextInto = route;
        }
        lastInto = route;
        cutOff |= route.finished && route.outbox().cutOff;
        senders(linkedOf(senders) + 1, openOf(senders) + (route.finished ? 0 : 1));
    }

    /**
     * One sender less; where that may be in the midst of sending ({@code onceMore}), the end of the stream waits for
     * {@link #hasHadTheLast}.
     */
    final void remove(Route route, boolean onceMore) {
        Route last = lastInto;
        if (last == null) {
            return;
        }
        Route before = last;
        while (before.nextInto != route) {
            before = before.nextInto;
            if (before == last) {
                return;
            }
        }
        if (before == last) {
            leavesFirst(route);
        }
        before.nextInto = route.nextInto;
        route.nextInto = route;
        if (before == route) {
            lastInto = null;
        } else if (route == last) {
            lastInto = before;
        }
        senders(linkedOf(senders) - 1, openOf(senders) - (route.finished || onceMore ? 0 : 1));
    }

    /** What a sender that has gone may have been sending is here by now, if it came here. */
    final void hasHadTheLast() {
        senders(linkedOf(senders), openOf(senders) - 1);
    }

    /** The sender of {@code route}, which leads here, has closed it behind its last message; false where it had. */
    final boolean finish(Route route) {
        if (route.finished) {
            return false;
        }
        route.finished = true;
        cutOff |= route.outbox().cutOff;
        senders(linkedOf(senders), openOf(senders) - 1);
        return true;
    }

    /** Nothing more comes in: it counts as linked and at its end though nothing is linked to it any more. */
    final void seal() {
        if (!sealed) {
            sealed = true;
            senders(linkedOf(senders) + 1, openOf(senders));
        }
    }

    /** The routes that lead here, in the order made: a list that stays as it is. */
    final List<Route> routesInto() {
        List<Route> routes = new ArrayList<>();
        Route last = lastInto;
        if (last != null) {
            Route route = last;
            do {
                route = route.nextInto;
                routes.add(route);
            } while (route != last);
        }
        return routes;
    }

    /** The first of the senders there are; null where there is none. */
    final @Nullable WiredOutbox firstOfSenders() {
        Route last = lastInto;
        return last == null ? null : last.nextInto.outbox();
    }

    /** The first of the senders there were goes. */
    abstract void leavesFirst(Route route);
}
