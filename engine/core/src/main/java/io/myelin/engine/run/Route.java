package io.myelin.engine.run;

import io.myelin.engine.component.ReactiveComponent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The resolved way from one outbox to one final inbox, whatever passthroughs lie between. Used by the sender's thread
 * alone, but for what is said to be read by others.
 */
final class Route implements Few<Route> {
    private static final VarHandle DELIVERED;
    private static final VarHandle STATE;
    private static final VarHandle SELDOM;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            DELIVERED = lookup.findVarHandle(Route.class, "delivered", long.class);
            STATE = lookup.findVarHandle(Route.class, "state", byte.class);
            SELDOM = lookup.findVarHandle(Route.class, "seldom", Seldom.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** What its sender sent along the route before it may not have gone on to where this one leads. */
    private static final byte BEHIND = 1;

    /** It leads nowhere any more. */
    private static final byte GONE = 1 << 1;

    /** Somebody watches what is delivered. */
    private static final byte TAPPED = 1 << 2;

    /** Somebody decides which messages may go along it. */
    private static final byte GATED = 1 << 3;

    private final WiredOutbox outbox;
    private final WiredInbox inbox;
    private final WiredLink link;
    private final @Nullable Strand sender;
    private final @Nullable Strand receiver;

    /** Whether what it delivers lies in an inbox of a component that is run somewhere. */
    private final boolean wakes;

    /** Whether so, and workers run both its ends. */
    private final boolean joinsWorkers;

    /**
     * Where the sender's worker has put off waking the receiver, which another worker runs, when last looked; -1 where both
     * are run by one. What stands there now tells whether that is still so.
     */
    private byte putOffAt = -1;

    /** Its sender, where its receiver may be called directly, wherever that is run just now; else null. */
    private final @Nullable DirectReceiver caller;

    /** Whom it may call directly, while the last message went to where its sender is run; else null. */
    private @Nullable DirectReceiver direct;

    /**
     * The instance that was called directly last. Known here, so that on the way from call to call the processor need not
     * wait until it has been found through the receiver.
     */
    private @Nullable ReactiveComponent called;

    private long delivered;

    /** What has to be looked at before or behind a delivery, a bit each; mostly nought. */
    private volatile byte state;

    private volatile @Nullable Seldom seldom;

    /** What few routes have: somebody who watches, another in their place, a wait for room. Made with the first of it. */
    private static final class Seldom {
        volatile LinkTap @Nullable [] taps;
        volatile @Nullable Route successor;
        volatile @Nullable WiredGate gate;

        /** Whether the last message was refused by the gate, and not for want of room. The sender's. */
        boolean refused;

        /** The route whose place it has taken, as long as what was sent there may not have gone on. The sender's. */
        @Nullable
        Route behind;

        /** Whether it stands in the inbox's queue for room; under the queue's monitor. */
        boolean waits;

        /**
         * How much it may still send while the inbox is rationed: set by the queue for room while it stands there, under
         * the queue's monitor and before the wake; counted down by the sender, which stands there no more.
         */
        int ration;
    }

    // The wiring's own, under its lock.

    /** Whether the sender has closed it behind its last message. */
    boolean finished;

    Route(WiredOutbox outbox, WiredInbox inbox, WiredLink link) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.link = link;
        this.sender = outbox.owner().strand();
        this.receiver = inbox.owner().strand();
        this.wakes = receiver != null && !inbox.isOutOfBand();
        this.joinsWorkers = wakes && sender instanceof WorkerStrand && receiver instanceof WorkerStrand;
        boolean fusable = !inbox.isOutOfBand() && inbox.owner() instanceof DirectReceiver driver && driver.isFusable();
        this.caller = fusable && outbox.owner() instanceof DirectReceiver driver && driver.isFusable() ? driver : null;
        this.direct = caller != null ? directReceiver() : null;
    }

    /** Delivers {@code message}; false where there is no room for it. */
    boolean offer(Object message) {
        int special = state;
        if ((special & (BEHIND | GONE | GATED)) != 0) {
            return offerOtherwise(message);
        }
        DirectReceiver to = direct;
        if (to != null) {
            if (special == 0 && to.opensTo(caller, inbox)) {
                DELIVERED.setOpaque(this, delivered + 1);
                inbox.countDirect();
                ReactiveComponent component = called;
                if (component == null || !to.isRunning(component)) {
                    component = to.running();
                    called = component;
                }
                to.callDirectly(component, inbox, message);
                return true;
            }
            to.shut();
        }
        if (!inbox.takes(message)) {
            return inbox.isRationed() ? offerRation(message) : offerToInbox(message);
        }
        if (special == 0 && joinsWorkers) {
            DELIVERED.setOpaque(this, delivered + 1);
            wakeOnWorker();
        } else {
            delivered(message);
        }
        return true;
    }

    private boolean offerRation(Object message) {
        if (ration() <= 0 && !inbox.isClosed()) {
            return false;
        }
        long before = delivered;
        boolean took = offerToInbox(message);
        if (delivered != before) {
            seldom().ration--;
        }
        return took;
    }

    /** How many messages there is room for that is set aside for its sender alone, to {@link #offerAll} them together. */
    int roomSetAside() {
        return state == 0 && wakes && inbox.isRationed() && !inbox.isClosed() ? ration() : 0;
    }

    /**
     * Delivers the first {@code count} of {@code messages}, in one turn where senders take turns: how many. All for which
     * room was set aside, unless something has changed meanwhile; the others are to be offered one by one.
     */
    int offerAll(Object[] messages, int count) {
        if (state != 0 || !wakes) {
            return 0;
        }
        DirectReceiver to = direct;
        if (to != null) {
            to.shut();
        }
        int taken = inbox.offerAll(messages, count);
        if (taken > 0) {
            seldom().ration -= taken;
            DELIVERED.setOpaque(this, delivered + taken);
            wakeReceiver();
        }
        return taken;
    }

    private boolean offerToInbox(Object message) {
        return switch (inbox.offer(message, outbox)) {
            case NO_ROOM -> false;
            case CLOSED ->
                // It may have been closed because the link has moved, just while this message was on its way.
                (state & (BEHIND | GONE)) == 0 ? undelivered() : offerOtherwise(message);
            case TAKEN -> {
                delivered(message);
                yield true;
            }
        };
    }

    private boolean undelivered() {
        outbox.countUndelivered(1);
        return true;
    }

    /** On the sender's thread, which is nowhere in the midst of sending: what it sent before is where it went. */
    private boolean offerOtherwise(Object message) {
        if (isGone()) {
            Route instead = successor();
            if (instead != null) {
                leaveGate(instead);
                return instead.offer(message);
            }
            return undelivered();
        }
        if ((state & BEHIND) != 0) {
            catchUp();
        }
        WiredGate gate = gate();
        return gate == null ? offer(message) : offerThrough(gate, message);
    }

    /** What its gate held goes along {@code instead}, which may have the same gate, or one of its own that asks anew. */
    private void leaveGate(Route instead) {
        WiredGate gate = gate();
        if (gate != null && !gate.equals(instead.gate())) {
            gate.end();
        }
    }

    private boolean offerThrough(WiredGate gate, Object message) {
        if (!gate.admits(this, message, delivered + 1)) {
            seldom().refused = true;
            return false;
        }
        // Refused before and let through now: if there is no room, it is room that is waited for.
        seldom().refused = false;
        DirectReceiver to = direct;
        if (to != null) {
            to.shut();
        }
        if (inbox.takes(message)) {
            delivered(message);
            return true;
        }
        return inbox.isRationed() ? offerRation(message) : offerToInbox(message);
    }

    /** Sees that what was sent where this one led before is where it leads now. On the sender's thread. */
    void catchUp() {
        Seldom made = seldom;
        Route behind = made == null ? null : made.behind;
        if (made != null && behind != null) {
            behind.catchUp();
            behind.inbox.forward();
            made.behind = null;
        }
        STATE.getAndBitwiseAnd(this, (byte) ~BEHIND);
    }

    private void delivered(Object message) {
        long sequence = delivered + 1;
        DELIVERED.setOpaque(this, sequence);
        if ((state & TAPPED) != 0) {
            tell(message, sequence);
        }
        if (wakes) {
            wakeReceiver();
        } else if (inbox.isOutOfBand()) {
            inbox.owner().outOfBand(message);
        }
    }

    private void wakeReceiver() {
        if (joinsWorkers) {
            wakeOnWorker();
        } else if (wakes) {
            wakeElsewhere();
        }
    }

    private void tell(Object message, long sequence) {
        LinkTap[] watching = taps();
        if (watching != null) {
            for (LinkTap tap : watching) {
                tap.delivered(message, sequence);
            }
        }
    }

    private void wakeOnWorker() {
        Worker here = sender instanceof WorkerStrand from ? from.workerHere() : null;
        Strand to = receiver;
        if (here == null || to == null) {
            wakeElsewhere();
            return;
        }
        int at = putOffAt;
        // First what needs no look at what the receiver's own worker writes.
        if (at >= 0 && here.hasPutOff(to, at)) {
            return;
        }
        if (!((WorkerStrand) to).isPinnedTo(here)) {
            putOffAt = (byte) here.wakeLater(to);
            direct = null;
            return;
        }
        // No fence: one thread does both.
        to.wake();
        if (at >= 0) {
            putOffAt = -1;
            direct = caller != null ? directReceiver() : null;
        }
    }

    private void wakeElsewhere() {
        Strand from = sender;
        Strand to = receiver;
        if (to == null) {
            return;
        }
        if (from == null) {
            VarHandle.fullFence();
            to.wake();
        } else {
            from.wakeReceiver(to);
        }
    }

    /** Queues for room, unless the gate wakes the sender; true where there is some after all. */
    boolean awaitRoom() {
        Seldom made = seldom;
        if (made != null && made.refused) {
            made.refused = false;
            // Where the gate has been taken off since, nobody but room wakes the sender.
            if (isHeld()) {
                return false;
            }
        }
        return inbox.room().join(this);
    }

    /** This one, or the one that has taken its place since. */
    Route current() {
        Route current = this;
        for (Route next = successor(); next != null; next = next.successor()) {
            current = next;
        }
        return current;
    }

    /** Wants no more room than there is for everybody. */
    void leaveQueue() {
        WiredGate gate = gate();
        // Where another route has taken its place, the gate is that one's, and may hold what is sent there.
        if (gate != null && successor() == null) {
            gate.end();
        }
        inbox.room().leave(this);
    }

    void wakeSender() {
        Strand from = sender;
        if (from != null) {
            from.wake();
        }
    }

    boolean hasRoom() {
        Route instead = successor();
        return instead == null ? isGone() || inbox.hasRoom() && !isHeld() : instead.hasRoom();
    }

    /** Whether a gate holds what its sender would send; any thread. */
    boolean isHeld() {
        WiredGate gate = gate();
        return gate != null && gate.isHolding();
    }

    WiredInbox inbox() {
        return inbox;
    }

    WiredOutbox outbox() {
        return outbox;
    }

    WiredLink link() {
        return link;
    }

    /** Messages delivered, ever; any thread. */
    long delivered() {
        return (long) DELIVERED.getOpaque(this);
    }

    // What follows is the wiring's, under its lock.

    /**
     * Takes the place of {@code earlier}, the route along the same link so far: watched by whoever watches that. Where
     * that is in use ({@code inUse}), its sender first sees to it that what it sent there goes on before what follows.
     */
    void follow(Route earlier, boolean inUse) {
        taps(earlier.taps());
        gate(earlier.gate());
        delivered = earlier.delivered();
        finished = earlier.finished;
        if (inUse) {
            seldom().behind = earlier;
            STATE.getAndBitwiseOr(this, BEHIND);
        }
    }

    /** It leads nowhere any more: what is owed along it goes along {@code instead}, or is let go where that is null. */
    void remove(@Nullable Route instead) {
        if (instead != null) {
            seldom().successor = instead;
        }
        STATE.getAndBitwiseOr(this, GONE);
        VarHandle.fullFence();
        inbox.room().leave(this);
        wakeSender();
    }

    /** Whether it leads nowhere any more; any thread. */
    boolean isGone() {
        return (state & GONE) != 0;
    }

    void taps(LinkTap @Nullable [] watching) {
        if (watching == null) {
            STATE.getAndBitwiseAnd(this, (byte) ~TAPPED);
        }
        if (watching != null || seldom != null) {
            seldom().taps = watching;
        }
        if (watching != null) {
            STATE.getAndBitwiseOr(this, TAPPED);
        }
    }

    /** Lets {@code decides} say what may go along it; null: everything. */
    void gate(@Nullable WiredGate decides) {
        if (decides != null) {
            seldom().gate = decides;
            STATE.getAndBitwiseOr(this, GATED);
        } else if (seldom != null) {
            STATE.getAndBitwiseAnd(this, (byte) ~GATED);
            seldom().gate = null;
        }
    }

    @Nullable
    WiredGate gate() {
        Seldom made = seldom;
        return made == null ? null : made.gate;
    }

    LinkTap @Nullable [] taps() {
        Seldom made = seldom;
        return made == null ? null : made.taps;
    }

    private @Nullable Route successor() {
        Seldom made = seldom;
        return made == null ? null : made.successor;
    }

    private Seldom seldom() {
        Seldom made = seldom;
        while (made == null) {
            Seldom fresh = new Seldom();
            made = SELDOM.compareAndSet(this, null, fresh) ? fresh : seldom;
        }
        return made;
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public Route at(int index) {
        return this;
    }

    private @Nullable DirectReceiver directReceiver() {
        return inbox.owner() instanceof DirectReceiver driver ? driver : null;
    }

    // What follows is the queue's for room, under its monitor.

    /** Whether it stands there. */
    boolean waits() {
        Seldom made = seldom;
        return made != null && made.waits;
    }

    void waits(boolean now) {
        if (now != waits()) {
            seldom().waits = now;
        }
    }

    /** How much it may still send while the inbox is rationed; for its sender too, while it does not stand there. */
    int ration() {
        Seldom made = seldom;
        return made == null ? 0 : made.ration;
    }

    void ration(int share) {
        if (share != ration()) {
            seldom().ration = share;
        }
    }
}
