package io.myelin.engine.run;

import org.jspecify.annotations.Nullable;

/** The handle of a link that somebody made. */
final class WiredLink {
    private final WiredOutbox from;
    private final WiredInbox to;
    private final Object owner;
    private volatile @Nullable Route route;

    WiredLink(WiredOutbox from, WiredInbox to, Object owner) {
        this.from = from;
        this.to = to;
        this.owner = owner;
    }

    WiredOutbox from() {
        return from;
    }

    /** The inbox as linked; it may pass on to another. */
    WiredInbox to() {
        return to;
    }

    /** Where it leads from its own outbox; null until that has been worked out. Any thread. */
    @Nullable
    Route route() {
        return route;
    }

    /** It leads along {@code now}, unless that is the way from another outbox that passes to its own. */
    void leadsAlong(Route now) {
        if (now.outbox() == from) {
            route = now;
        }
    }

    /** Whoever made it. */
    Object owner() {
        return owner;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
