package io.myelin.engine.run;

import io.myelin.engine.component.Outbox;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An outbox at run time: it stores nothing and knows only the final inboxes that its messages go to. */
final class WiredOutbox implements Outbox {
    private static final Route[] NOWHERE = new Route[0];
    private static final VarHandle SENT;
    private static final VarHandle UNLINKED;
    private static final VarHandle UNDELIVERED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SENT = lookup.findVarHandle(WiredOutbox.class, "sent", long.class);
            UNLINKED = lookup.findVarHandle(WiredOutbox.class, "unlinked", long.class);
            UNDELIVERED = lookup.findVarHandle(WiredOutbox.class, "undelivered", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final BoxOwner owner;
    private final String name;
    private volatile Route[] routes = NOWHERE;

    /** The only route where there is exactly one, else null. */
    private volatile @Nullable Route only;

    private long sent;
    private long unlinked;
    private long undelivered;

    // The wiring's own, under its lock.
    final List<WiredLink> links = new ArrayList<>();

    @Nullable
    WiredOutbox passesTo;

    /** Whether its owner has closed it behind its last message. */
    boolean finished;

    WiredOutbox(BoxOwner owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    @Override
    public void send(Object message) {
        toSend(message);
        Route single = only;
        if (single != null && !owner.isHolding()) {
            if (!single.offer(message)) {
                owner.hold(this, message, new Route[] {single}, 0);
            }
            return;
        }
        Route[] targets = routes;
        if (owner.isHolding()) {
            owner.hold(this, message, targets, 0);
            return;
        }
        int next = deliver(targets, 0, message);
        if (next < targets.length) {
            owner.hold(this, message, targets, next);
        }
    }

    /** Checks and counts a message that is about to be sent. */
    Object toSend(@Nullable Object message) {
        if (message == null) {
            throw new NullPointerException("null was sent to the outbox " + this + "; a message is a value");
        }
        owner.beforeSend(this, message);
        SENT.setOpaque(this, sent + 1);
        return message;
    }

    @Override
    public boolean offer(Object message) {
        Objects.requireNonNull(message, () -> "null was offered to the outbox " + this + "; a message is a value");
        if (owner.isHolding() || !hasRoom()) {
            return false;
        }
        send(message);
        return true;
    }

    @Override
    public void sendAll(Iterator<?> messages) {
        owner.holdAll(this, Objects.requireNonNull(messages, "messages"));
    }

    /**
     * Delivers to {@code targets[from]} and those behind it, as far as there is room: the index of the first without
     * room, or how many there are. Where inboxes are full and set to fail, the others get it all the same, and then it
     * throws.
     */
    int deliver(Route[] targets, int from, Object message) {
        if (targets.length == 0) {
            UNLINKED.setOpaque(this, unlinked + 1);
            return 0;
        }
        InboxFullException full = null;
        int next = from;
        while (next < targets.length) {
            try {
                if (!targets[next].offer(message)) {
                    break;
                }
            } catch (InboxFullException thrown) {
                full = thrown;
            }
            next++;
        }
        if (full != null) {
            if (next < targets.length) {
                owner.hold(this, message, targets, next);
            }
            throw full;
        }
        return next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hasRoom() {
        for (Route route : routes) {
            if (!route.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isLinked() {
        return routes.length > 0;
    }

    @Override
    public boolean isClosed() {
        Route[] targets = routes;
        for (Route route : targets) {
            if (!route.inbox().isClosed()) {
                return false;
            }
        }
        return targets.length > 0;
    }

    BoxOwner owner() {
        return owner;
    }

    Route[] routes() {
        return routes;
    }

    void countUndelivered(long messages) {
        UNDELIVERED.setOpaque(this, undelivered + messages);
    }

    long sent() {
        return (long) SENT.getOpaque(this);
    }

    long unlinked() {
        return (long) UNLINKED.getOpaque(this);
    }

    long undelivered() {
        return (long) UNDELIVERED.getOpaque(this);
    }

    /** The wiring's, under its lock. */
    void routes(List<Route> resolved) {
        routes = resolved.toArray(NOWHERE);
        only = resolved.size() == 1 ? resolved.getFirst() : null;
    }

    @Override
    public String toString() {
        return owner.path() + "." + name;
    }
}
