package io.myelin.engine.run;

import io.myelin.engine.component.Outbox;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An outbox at run time: it stores nothing and knows only the final inboxes that its messages go to. */
final class WiredOutbox implements Outbox, Few<WiredOutbox> {
    private static final Route[] NOWHERE = new Route[0];
    private static final VarHandle SENT;
    private static final VarHandle SELDOM;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SENT = lookup.findVarHandle(WiredOutbox.class, "sent", long.class);
            SELDOM = lookup.findVarHandle(WiredOutbox.class, "seldom", Seldom.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final BoxOwner owner;

    /** The same where it is a component of the run, as it mostly is: on the way of a message nobody asks what it is. */
    private final @Nullable RunningComponent component;

    private final String name;

    /** The only route where there is exactly one, else null. */
    private volatile @Nullable Route only;

    private long sent;

    private volatile @Nullable Seldom seldom;

    /** What few outboxes have: several routes, losses, a passthrough. Made with the first of it. */
    private static final class Seldom {
        private static final VarHandle LOST;

        static {
            try {
                LOST = MethodHandles.lookup().findVarHandle(Seldom.class, "lost", LostMessages.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        /** All its routes; null where there is exactly one. */
        volatile Route @Nullable [] routes = NOWHERE;

        /**
         * Where an open inbox was last found: asked each time that one of very many receivers ends, it is to be answered
         * without looking at all of them. Any thread may write it, since any answer is but a place to begin at.
         */
        int openLately;

        volatile @Nullable LostMessages lost;

        /** The wiring's, under its lock. */
        @Nullable
        WiredOutbox passesTo;
    }

    // The wiring's own, under its lock.

    /** Its links in the order made: of one link, or of as many as there are. */
    private Few<WiredLink> links = Few.none();

    /** Whether it stands among those whose routes are to be worked out anew. */
    boolean hasChanged;

    /** Whether its owner has closed it behind its last message. */
    boolean finished;

    /** Whether its owner had more to send when it was closed. */
    boolean cutOff;

    WiredOutbox(BoxOwner owner, String name) {
        this.owner = owner;
        this.component = owner instanceof RunningComponent running ? running : null;
        this.name = name;
    }

    @Override
    public void send(Object message) {
        toSend(message);
        boolean holds = isHolding();
        Route single = only;
        if (single != null && !holds) {
            if (!single.offer(message)) {
                owner.hold(this, message, new Route[] {single}, 0);
            }
            return;
        }
        sendToAll(message, holds);
    }

    private void sendToAll(Object message, boolean holds) {
        Route[] targets = routes();
        int next = holds ? 0 : deliver(targets, 0, message);
        if (holds || next < targets.length) {
            owner.hold(this, message, targets, next);
        }
    }

    private boolean isHolding() {
        RunningComponent sender = component;
        return sender != null ? sender.isHolding() : owner.isHolding();
    }

    /** Checks and counts a message that is about to be sent. */
    void toSend(@Nullable Object message) {
        if (message == null) {
            throw new NullPointerException("null was sent to the outbox " + this + "; a message is a value");
        }
        RunningComponent sender = component;
        if (sender != null) {
            sender.beforeSend(this, message);
        } else {
            owner.beforeSend(this, message);
        }
        SENT.setOpaque(this, sent + 1);
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
        if (targets.length == 1 && from == 0) {
            return targets[0].offer(message) ? 1 : 0;
        }
        return deliverToAll(targets, from, message);
    }

    private int deliverToAll(Route[] targets, int from, Object message) {
        if (targets.length == 0) {
            losing().countUnlinked(1);
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
        for (Route route : routes()) {
            if (!route.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isLinked() {
        return routes().length > 0;
    }

    @Override
    public boolean isClosed() {
        Route[] targets = routes();
        int count = targets.length;
        Seldom made = seldom;
        int from = made == null ? 0 : made.openLately;
        for (int i = 0; i < count; i++) {
            int at = (from + i) % count;
            if (!targets[at].inbox().isClosed()) {
                if (made != null) {
                    made.openLately = at;
                }
                return false;
            }
        }
        return count > 0;
    }

    BoxOwner owner() {
        return owner;
    }

    /** The only route where there is exactly one, else null. */
    @Nullable
    Route only() {
        return only;
    }

    Route[] routes() {
        while (true) {
            Route single = only;
            if (single != null) {
                return new Route[] {single};
            }
            Seldom made = seldom;
            Route[] all = made == null ? NOWHERE : made.routes;
            if (all != null) {
                return all;
            }
            // They have come to be one between the two looks.
        }
    }

    /** Any thread. */
    private Seldom seldom() {
        Seldom made = seldom;
        while (made == null) {
            Seldom fresh = new Seldom();
            made = SELDOM.compareAndSet(this, null, fresh) ? fresh : seldom;
        }
        return made;
    }

    private LostMessages lost() {
        Seldom made = seldom;
        LostMessages lost = made == null ? null : made.lost;
        return lost == null ? LostMessages.NONE : lost;
    }

    private LostMessages losing() {
        Seldom losing = seldom();
        LostMessages made = losing.lost;
        while (made == null) {
            LostMessages fresh = new LostMessages();
            made = Seldom.LOST.compareAndSet(losing, null, fresh) ? fresh : losing.lost;
        }
        return made;
    }

    /** Messages that a child process sent while nothing was linked. For the owner. */
    void countUnlinked(long messages) {
        SENT.setOpaque(this, sent + messages);
        losing().countUnlinked(messages);
    }

    void countUndelivered(long messages) {
        losing().countUndelivered(messages);
    }

    long sent() {
        return (long) SENT.getOpaque(this);
    }

    long unlinked() {
        return lost().unlinked();
    }

    long undelivered() {
        return lost().undelivered();
    }

    /** Whether a message has reached nobody since {@code before} were {@link #undelivered}. For the owner. */
    boolean hasFailedToDeliver(long before) {
        Seldom made = seldom;
        LostMessages lost = made == null ? null : made.lost;
        return lost != null && lost.undelivered() != before;
    }

    // What follows is the wiring's, under its lock.

    List<WiredLink> links() {
        return Few.asList(links);
    }

    void add(WiredLink link) {
        links = Few.adding(links, link);
    }

    /** Takes a link away; false where it is not one of its links. */
    boolean remove(WiredLink link) {
        int before = links.count();
        links = Few.taking(links, link);
        return links.count() < before;
    }

    /** Where it is passed through to, or null. */
    @Nullable
    WiredOutbox passesTo() {
        Seldom made = seldom;
        return made == null ? null : made.passesTo;
    }

    void passesTo(@Nullable WiredOutbox outer) {
        seldom().passesTo = outer;
    }

    /** From now on its messages go along {@code resolved}: at every moment some thread may look, and sees some. */
    void routes(List<Route> resolved) {
        Seldom made = seldom;
        if (resolved.size() == 1) {
            only = resolved.getFirst();
            if (made != null) {
                made.routes = null;
            }
        } else {
            if (made != null || !resolved.isEmpty()) {
                seldom().routes = resolved.toArray(NOWHERE);
            }
            only = null;
        }
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public WiredOutbox at(int index) {
        return this;
    }

    @Override
    public String toString() {
        return owner.path() + "." + name;
    }
}
