package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What few inboxes ever have: several senders, senders that wait, losses, messages that go elsewhere or were given back.
 * Made with the first of it. So an inbox with one sender and enough room neither pays for it nor looks at it: one look
 * tells that there is nothing of the kind.
 *
 * <p>Any thread may read it, but for what was given back.
 */
final class RareInboxState {
    private static final VarHandle ROOM;
    private static final VarHandle TURN;
    private static final VarHandle LOST;
    private static final VarHandle GIVEN_BACK;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ROOM = lookup.findVarHandle(RareInboxState.class, "room", RoomQueue.class);
            TURN = lookup.findVarHandle(RareInboxState.class, "turn", TurnLock.class);
            LOST = lookup.findVarHandle(RareInboxState.class, "lost", LostMessages.class);
            GIVEN_BACK = lookup.findVarHandle(RareInboxState.class, "givenBack", ArrayDeque.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile @Nullable RoomQueue room;
    private volatile @Nullable TurnLock turn;
    private volatile @Nullable LostMessages lost;
    private @Nullable ArrayDeque<Object> givenBack;

    volatile @Nullable JoiningSenders joining;

    /** The first sender ever, where that has gone. The wiring's, under its lock. */
    @Nullable
    WiredOutbox firstSender;

    /** Where it is passed through to. The wiring's, under its lock. */
    @Nullable
    WiredInbox passesTo;

    /** Where everything that comes in goes on to. Written under the inbox's lock. */
    volatile @Nullable WiredInbox forwardsTo;

    /** Where senders wait for room in {@code inbox}, made where it has not been. */
    RoomQueue roomOf(WiredInbox inbox) {
        RoomQueue made = room;
        while (made == null) {
            RoomQueue fresh = new RoomQueue(inbox);
            made = ROOM.compareAndSet(this, null, fresh) ? fresh : room;
        }
        return made;
    }

    TurnLock turn() {
        TurnLock made = turn;
        while (made == null) {
            TurnLock fresh = new TurnLock();
            made = TURN.compareAndSet(this, null, fresh) ? fresh : turn;
        }
        return made;
    }

    LostMessages lost() {
        LostMessages made = lost;
        return made == null ? LostMessages.NONE : made;
    }

    /** The same, to count with. */
    LostMessages losing() {
        LostMessages made = lost;
        while (made == null) {
            LostMessages fresh = new LostMessages();
            made = LOST.compareAndSet(this, null, fresh) ? fresh : lost;
        }
        return made;
    }

    /** Whether messages were given back; exact under the inbox's lock. */
    boolean hasGivenBack() {
        return GIVEN_BACK.getAcquire(this) != null;
    }

    /** How many messages were given back and wait again. */
    int givenBack() {
        ArrayDeque<Object> again = givenBack;
        return again == null ? 0 : again.size();
    }

    /** The messages given back, to add to; under the inbox's lock. */
    ArrayDeque<Object> again() {
        ArrayDeque<Object> again = givenBack;
        if (again == null) {
            again = new ArrayDeque<>(1);
            GIVEN_BACK.setRelease(this, again);
        }
        return again;
    }

    /** Takes the first that was given back, or null; under the inbox's lock. */
    @Nullable
    Object pollGivenBack() {
        ArrayDeque<Object> again = givenBack;
        if (again == null) {
            return null;
        }
        Object first = again.pollFirst();
        if (again.isEmpty()) {
            givenBack = null;
        }
        return first;
    }
}
