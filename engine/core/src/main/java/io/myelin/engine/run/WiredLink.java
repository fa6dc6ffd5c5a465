package io.myelin.engine.run;

/** The handle of a link that somebody made. */
final class WiredLink {
    private final WiredOutbox from;
    private final WiredInbox to;
    private final Object owner;

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

    /** Whoever made it. */
    Object owner() {
        return owner;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
