package io.myelin.engine.run;

import io.myelin.engine.component.Inbox;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An inbox at run time: the only place where messages wait. Its ring is made when first used.
 *
 * <p>Invariants: at most {@link #capacity} messages wait, but for those that were there when the capacity was lowered;
 * only the owner's thread polls; the senders take turns where more than one outbox feeds it, and the owner with them
 * where its oldest message may be dropped. It is at its end when every linked sender has closed behind its last message
 * and nothing waits: the count of open senders is read before the ring, and a sender lowers it after its last message.
 */
final class WiredInbox implements Inbox {
    private static final VarHandle TURN;
    private static final VarHandle RING;
    private static final VarHandle ROOM;
    private static final VarHandle DROPPED;
    private static final VarHandle EVICTED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TURN = lookup.findVarHandle(WiredInbox.class, "turn", int.class);
            ROOM = lookup.findVarHandle(WiredInbox.class, "room", RoomQueue.class);
            RING = lookup.findVarHandle(WiredInbox.class, "ring", MessageRing.class);
            DROPPED = lookup.findVarHandle(WiredInbox.class, "dropped", long.class);
            EVICTED = lookup.findVarHandle(WiredInbox.class, "evicted", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final int SPINS_BEFORE_YIELD = 64;

    private final BoxOwner owner;
    private final String name;
    private final boolean outOfBand;
    private volatile @Nullable RoomQueue room;
    private volatile int capacity;
    private volatile OverflowPolicy overflow;
    private volatile int linkedSenders;
    private volatile int openSenders;
    private volatile boolean closed;
    private volatile boolean shared;
    private volatile boolean rationed;
    private @Nullable MessageRing ring;
    private int turn;
    private long dropped;
    private long evicted;
    private @Nullable Object givenBack;
    private volatile long unreadControl;
    private boolean heldBack;
    private boolean endTold;

    // The wiring's own, under its lock.
    @Nullable
    WiredInbox passesTo;

    WiredInbox(BoxOwner owner, String name, InboxLimit limit, boolean outOfBand) {
        this.owner = owner;
        this.name = name;
        this.outOfBand = outOfBand;
        this.capacity = limit.effectiveCapacity();
        this.overflow = limit.effectiveOverflow();
    }

    /** What an offer came to. */
    enum Answer {
        /** It waits there, or the overflow policy took care of it. */
        TAKEN,
        /** There is no room; the sender still has it. */
        NO_ROOM,
        /** Its component has ended. */
        CLOSED
    }

    /** Offers a message; throws {@link InboxFullException} where it is full and its policy is to fail. For senders. */
    Answer offer(Object message) {
        if (closed) {
            return Answer.CLOSED;
        }
        if (!takesTurns()) {
            return offerInTurn(message);
        }
        lock();
        try {
            return offerInTurn(message);
        } finally {
            unlock();
        }
    }

    private Answer offerInTurn(Object message) {
        MessageRing messages = ring;
        if (messages == null) {
            messages = new MessageRing();
            RING.setRelease(this, messages);
        }
        if (messages.offer(message, capacity)) {
            return Answer.TAKEN;
        }
        return switch (overflow) {
            case BLOCK -> Answer.NO_ROOM;
            case DROP_NEWEST -> {
                countDrop();
                yield Answer.TAKEN;
            }
            case DROP_OLDEST -> {
                while (!messages.offer(message, capacity)) {
                    countDrop();
                    if (messages.poll() == null) {
                        // A capacity of nothing: the new one is the oldest.
                        break;
                    }
                    EVICTED.setOpaque(this, evicted + 1);
                }
                yield Answer.TAKEN;
            }
            case FAIL -> {
                countDrop();
                throw new InboxFullException("The inbox " + this + " is full (" + capacity
                        + " messages) and set to fail when it is. Raise its capacity, or let it block or drop.");
            }
        };
    }

    private void countDrop() {
        DROPPED.setOpaque(this, dropped + 1);
    }

    private boolean takesTurns() {
        return shared || overflow == OverflowPolicy.DROP_OLDEST;
    }

    private void lock() {
        int spins = 0;
        while (!TURN.compareAndSet(this, 0, 1)) {
            if (++spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void unlock() {
        TURN.setRelease(this, 0);
    }

    @Override
    public @Nullable Object poll() {
        Object again = givenBack;
        if (again != null) {
            givenBack = null;
            return again;
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        if (messages == null) {
            return null;
        }
        Object message = overflow == OverflowPolicy.DROP_OLDEST ? pollInTurn(messages) : messages.poll();
        RoomQueue waiting = room;
        if (message != null && waiting != null && !waiting.isEmpty() && messages.size() <= wakeLevel()) {
            waiting.serve(wakeLevel());
        }
        return message;
    }

    private @Nullable Object pollInTurn(MessageRing messages) {
        lock();
        try {
            return messages.poll();
        } finally {
            unlock();
        }
    }

    /** Puts back the message polled last, to be polled again. For the owner. */
    void giveBack(Object message) {
        givenBack = message;
    }

    /** Wakes senders that wait, now that the owner has nothing to do; after a full fence. For the owner. */
    void serveSenders() {
        RoomQueue waiting = room;
        if (waiting != null && !waiting.isEmpty()) {
            waiting.serve(Integer.MAX_VALUE);
        }
    }

    /** Down to how many messages it drains before senders are woken. */
    int wakeLevel() {
        return capacity >> 1;
    }

    @Override
    public @Nullable Object receive() {
        return owner.receive(this);
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private @Nullable Object next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = receive();
                }
                return next != null;
            }

            @Override
            public Object next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException("the inbox " + WiredInbox.this + " is at its end");
                }
                Object message = next;
                next = null;
                return message;
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return (messages == null ? 0 : messages.size()) + (givenBack == null ? 0 : 1);
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public boolean isLinked() {
        return linkedSenders > 0;
    }

    @Override
    public boolean isAtEnd() {
        return linkedSenders > 0 && openSenders == 0 && size() == 0;
    }

    @Override
    public void hold() {
        if (outOfBand || !owner.isReactive()) {
            throw new IllegalStateException(
                    "the inbox " + this + " can't be held: only data inboxes of reactive components can");
        }
        heldBack = true;
    }

    @Override
    public void resume() {
        heldBack = false;
    }

    /** Whether its owner wants nothing of it just now. For the owner. */
    boolean isHeldBack() {
        return heldBack;
    }

    /** True once: its owner is to be told that it has come to its end. For the owner. */
    boolean tellEnd() {
        boolean first = !endTold;
        endTold = true;
        return first;
    }

    boolean hasRoom() {
        return closed || overflow != OverflowPolicy.BLOCK || size() < capacity;
    }

    BoxOwner owner() {
        return owner;
    }

    boolean isOutOfBand() {
        return outOfBand;
    }

    boolean isClosed() {
        return closed;
    }

    /** Where senders wait for room, made with the first one that has to; any thread. */
    RoomQueue room() {
        RoomQueue made = room;
        while (made == null) {
            RoomQueue fresh = new RoomQueue(this);
            made = ROOM.compareAndSet(this, null, fresh) ? fresh : room;
        }
        return made;
    }

    /** Whether more than one sender feeds it, or did. */
    boolean isShared() {
        return shared;
    }

    boolean isRationed() {
        return rationed;
    }

    void ration(boolean shares) {
        rationed = shares;
    }

    int openSenders() {
        return openSenders;
    }

    /** Messages that it took in, ever. */
    long received() {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return messages == null ? 0 : messages.added();
    }

    /** Messages that its owner took out, ever. */
    long taken() {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return messages == null ? 0 : messages.removed() - (long) EVICTED.getOpaque(this);
    }

    /** One more message that its owner took out only to let it go. */
    void countUnread() {
        long before = unreadControl;
        unreadControl = before + 1;
    }

    /** Messages left when its component ended. */
    long unread() {
        return unreadControl + (closed ? size() : 0);
    }

    long dropped() {
        return (long) DROPPED.getOpaque(this);
    }

    // What follows is the wiring's, under its lock.

    void limit(int newCapacity) {
        capacity = newCapacity;
        VarHandle.fullFence();
        serveSenders();
    }

    void senders(int linked, int open) {
        shared = shared || linked > 1;
        openSenders = open;
        linkedSenders = linked;
    }

    void close() {
        closed = true;
        VarHandle.fullFence();
        serveSenders();
    }

    /** Moves what waits to {@code target}, beyond its capacity where need be: nothing is lost. */
    void moveTo(WiredInbox target) {
        Object message = poll();
        while (message != null) {
            target.force(message);
            message = poll();
        }
    }

    private void force(Object message) {
        lock();
        try {
            MessageRing messages = ring;
            if (messages == null) {
                messages = new MessageRing();
                RING.setRelease(this, messages);
            }
            messages.offer(message, Integer.MAX_VALUE);
        } finally {
            unlock();
        }
    }

    @Override
    public String toString() {
        return owner.path() + "." + name;
    }
}
