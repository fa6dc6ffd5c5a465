package io.myelin.engine.run;

import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.plan.PlannedComponent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A reactive component as one that may be called directly: a message that would be the only one in its inbox is given to
 * it on the sender's stack, if both are pinned to the same worker and it has nothing else to do. What comes of it (what
 * it sends, its failures, its end, what is counted) is the same as if the message had waited.
 *
 * <p>It joins once an activation of its worker, and is settled when that is over: see {@link FusedCalls}. Meanwhile each
 * message looks only at what may change between two of them. A component with several data inboxes is never called
 * directly, so that they go on having their turns; nor is one whose timers are pending.
 */
abstract class DirectReceiver extends ReactiveLife {
    /** Nobody, until it has joined. */
    private static final long NOBODY = 0;

    /** It is being called. */
    private static final long CALLED = -1;

    /** It is being called, and is not to be called again afterwards. */
    private static final long CALLED_LAST = -3;

    /** It has joined, but something has come up that is for an activation of its own. */
    private static final long SHUT = -2;

    /** How deep direct calls go: what is deeper waits in its inbox, and begins on a stack of its own. */
    private static final int DEEPEST = 64;

    private static final VarHandle OPEN_TO;

    static {
        try {
            OPEN_TO = MethodHandles.lookup().findVarHandle(DirectReceiver.class, "openTo", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /**
     * Whether it may be called directly: the number of the thread that may, or one of the above. Written by its worker's
     * thread alone; that it is being called is read by others. Once a message has not been let in directly, none is for the rest
     * of the activation: it waits in the inbox, and the next one may not overtake it.
     */
    private long openTo = NOBODY;

    /** How deep on the stack the calls of this activation are. */
    private byte depth;

    /** Whether others may put messages into its inbox meanwhile. */
    private boolean others;

    /** Whether something has come up since {@link #takesOn} that is to be looked at before the next message. */
    private boolean busyOtherwise;

    DirectReceiver(PlannedComponent plan, RunningGraph run, @Nullable Membership group) {
        super(plan, run, group);
    }

    /** Whether its own activations have shown that its callbacks take little time. */
    abstract boolean isKnownToBeQuick();

    /** It is to show anew that its callbacks take little time. */
    abstract void hasToShowAnew();

    /** Its data inbox, if it has exactly one. */
    abstract @Nullable WiredInbox onlyInbox();

    /** An activation of its own begins. */
    final void beginsActivation() {
        depth = 0;
    }

    /** It is about to be given messages, one after the other, until it {@link #isBusyOtherwise}. */
    final void takesOn() {
        busyOtherwise = false;
    }

    /** Whether it has begun to hold what it sends, or an inbox, since. */
    final boolean isBusyOtherwise() {
        return busyOtherwise;
    }

    /** What a callback has begun to send, if anything is left of it, was made of the message that it was about. */
    final void attribute(@Nullable Object message) {
        if (message != null && isHolding()) {
            held.attribute(message);
        }
    }

    // ---- Called directly, by its sender's thread

    /** Whether it may be called directly at all. */
    boolean isFusable() {
        return run.options().fused() && strand() instanceof WorkerStrand;
    }

    /** Whether {@code caller} may give it a message of {@code inbox} directly; then it counts as being called. */
    boolean opensTo(@Nullable DirectReceiver caller, WiredInbox inbox) {
        if (openTo != Thread.currentThread().threadId() && !join(inbox)) {
            return false;
        }
        int deeper = caller == null ? 1 : caller.depth + 1;
        if (attention() != 0 || deeper > DEEPEST || (others && !inbox.hasNoneWaiting())) {
            return false;
        }
        depth = (byte) deeper;
        OPEN_TO.setOpaque(this, CALLED);
        return true;
    }

    /** A message for it has had to go to its inbox: the next one must not overtake it. By the sender's thread. */
    void shut() {
        if (openTo == Thread.currentThread().threadId()) {
            openTo = SHUT;
        }
    }

    private boolean join(WiredInbox inbox) {
        if (openTo != NOBODY) {
            return false;
        }
        // First of all: that this worker runs it shows all that was written where it was run before.
        Worker here = strand() instanceof WorkerStrand strand ? strand.workerHere() : null;
        if (here == null
                || !isKnownToBeQuick()
                || phase() != Phase.OPEN
                || onlyInbox() != inbox
                || isHolding()
                || !timers().isEmpty()) {
            return false;
        }
        if (!strand().isIdle() || !inbox.isBare()) {
            here.fused().hasFoundOneBusy();
            return false;
        }
        here.fused().add(this);
        status(ComponentStatus.WORKING);
        inHandFrom = inbox;
        others = inbox.isShared();
        openTo = Thread.currentThread().threadId();
        return true;
    }

    /** After {@link #opensTo}: its instance handles {@code message} as if that had waited; throws nothing. */
    void callDirectly(ReactiveComponent component, WiredInbox inbox, Object message) {
        try {
            component.onMessage(inbox, message);
            if (openTo == CALLED) {
                OPEN_TO.setOpaque(this, Thread.currentThread().threadId());
            } else {
                attribute(message);
                OPEN_TO.setOpaque(this, SHUT);
            }
        } catch (Throwable thrown) {
            failedDirectly(thrown, message);
            OPEN_TO.setOpaque(this, SHUT);
        }
    }

    private void failedDirectly(Throwable thrown, Object message) {
        try {
            attribute(message);
            failedOn(thrown, message);
        } catch (Throwable further) {
            // Where even that fails it is over; the sender, whose thread this is, must not take it for its own failure.
            phase(Phase.ENDED);
            broke(further);
        }
    }

    @Override
    final void wantsNothingNew() {
        busyOtherwise = true;
        if (openTo == CALLED) {
            OPEN_TO.setOpaque(this, CALLED_LAST);
        }
    }

    /** The activation that it was called in is over. */
    void settle() {
        if (isCalledDirectly()) {
            // By a thread that is stuck in it.
            return;
        }
        openTo = NOBODY;
        WiredInbox inbox = onlyInbox();
        if (attention() != 0
                || isHolding()
                || phase() != Phase.OPEN
                || !timers().isEmpty()
                || inbox == null
                || inbox.isHeldBack()) {
            strand().wake();
        } else {
            status(ComponentStatus.WAITING);
        }
    }

    /** It is to be called directly only after it has shown anew, by itself, that it is quick. */
    void distrust() {
        hasToShowAnew();
        if (!isCalledDirectly()) {
            openTo = SHUT;
        }
    }

    @Override
    boolean isCalledDirectly() {
        long now = (long) OPEN_TO.getOpaque(this);
        return now == CALLED || now == CALLED_LAST;
    }
}
