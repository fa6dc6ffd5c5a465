package io.myelin.engine.run;

import io.myelin.engine.component.Inbox;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An inbox at run time: the only place where messages wait. Its ring is made when first used.
 *
 * <p>Invariants: at most {@link #capacity} messages wait, but for those that were there when the capacity was lowered;
 * only the owner's thread polls; the senders take turns where more than one outbox feeds it, and the owner with them
 * where its oldest message may be dropped or what comes in is passed on. It is at its end when every linked sender has
 * closed behind its last message and nothing waits: the count of open senders is read before the ring, and a sender
 * lowers it after its last message.
 */
final class WiredInbox implements Inbox {
    private static final VarHandle TURN;
    private static final VarHandle RING;
    private static final VarHandle ROOM;
    private static final VarHandle DIRECT;
    private static final VarHandle LOST;
    private static final VarHandle GIVEN_BACK;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TURN = lookup.findVarHandle(WiredInbox.class, "turn", TurnLock.class);
            ROOM = lookup.findVarHandle(WiredInbox.class, "room", RoomQueue.class);
            RING = lookup.findVarHandle(WiredInbox.class, "ring", MessageRing.class);
            LOST = lookup.findVarHandle(WiredInbox.class, "lost", LostMessages.class);
            GIVEN_BACK = lookup.findVarHandle(WiredInbox.class, "givenBack", ArrayDeque.class);
            DIRECT = lookup.findVarHandle(WiredInbox.class, "direct", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final BoxOwner owner;
    private final String name;
    private final boolean outOfBand;
    private volatile @Nullable RoomQueue room;
    private volatile int capacity;
    private volatile OverflowPolicy overflow;
    private volatile long senders;
    private volatile boolean closed;
    private volatile boolean shared;
    private volatile boolean rationed;
    private volatile @Nullable JoiningSenders joining;
    private volatile @Nullable WiredInbox forwardsTo;
    private @Nullable MessageRing ring;
    private volatile @Nullable TurnLock turn;
    private long direct;
    private volatile @Nullable LostMessages lost;
    private @Nullable ArrayDeque<Object> givenBack;
    private boolean heldBack;
    private boolean endTold;
    /** Written before the count of open senders is lowered, and read after that. */
    private boolean cutOff;

    // The wiring's own, under its lock.
    @Nullable
    WiredInbox passesTo;

    private boolean sealed;

    private @Nullable WiredOutbox firstSender;
    private @Nullable Route firstInto;
    private @Nullable Route lastInto;

    /** The links made to it, in their order. */
    private List<WiredLink> linksInto = List.of();

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
    Answer offer(Object message, WiredOutbox sender) {
        if (closed) {
            return Answer.CLOSED;
        }
        if (!takesTurns()) {
            return offerTo(ring(), message);
        }
        lock();
        try {
            return offerInTurn(message, sender);
        } finally {
            unlock();
        }
    }

    private Answer offerInTurn(Object message, WiredOutbox sender) {
        JoiningSenders others = joining;
        if (others != null && others.keepAside()) {
            if (!others.isFirst(sender)) {
                return offerTo(others.aside(), message);
            }
            others.join(ring());
        }
        return offerTo(ring(), message);
    }

    private MessageRing ring() {
        MessageRing messages = ring;
        if (messages == null) {
            messages = new MessageRing();
            RING.setRelease(this, messages);
        }
        return messages;
    }

    private Answer offerTo(MessageRing messages, Object message) {
        if (messages.offer(message, roomIn(messages))) {
            return Answer.TAKEN;
        }
        return switch (overflow) {
            case BLOCK -> Answer.NO_ROOM;
            case DROP_NEWEST -> {
                countDrop();
                yield Answer.TAKEN;
            }
            case DROP_OLDEST -> {
                do {
                    countDrop();
                    // With a capacity of nothing the new one is the oldest.
                } while (dropOldest() && !messages.offer(message, roomIn(messages)));
                yield Answer.TAKEN;
            }
            case FAIL -> {
                countDrop();
                throw new InboxFullException("The inbox " + this + " is full (" + capacity
                        + " messages) and set to fail when it is. Raise its capacity, or let it block or drop.");
            }
        };
    }
    /** How many messages may wait in {@code messages}: all that may, but for what waits in the other ring. */
    private int roomIn(MessageRing messages) {
        MessageRing all = ring;
        return messages == all || all == null ? capacity : capacity - all.size();
    }

    private boolean dropOldest() {
        if (pollRings() == null) {
            return false;
        }
        losing().countEvicted();
        return true;
    }

    /** The oldest message, wherever it waits. Under the lock. */
    private @Nullable Object pollRings() {
        ArrayDeque<Object> again = givenBack;
        if (again != null) {
            Object first = again.pollFirst();
            if (again.isEmpty()) {
                givenBack = null;
            }
            if (first != null) {
                return first;
            }
        }
        MessageRing messages = ring;
        Object message = messages == null ? null : messages.poll();
        JoiningSenders others = joining;
        return message == null && others != null ? others.aside().poll() : message;
    }

    /** Whether nothing waits and nothing is to be held up or refused here just now: for the owner's thread. */
    boolean isBare() {
        RoomQueue waiting = room;
        return hasNoneWaiting()
                && !heldBack
                && forwardsTo == null
                && !closed
                && !rationed
                && (waiting == null || waiting.isEmpty())
                && capacity > 0;
    }

    /** Whether no message waits: for the owner's thread. */
    boolean hasNoneWaiting() {
        return size() == 0;
    }

    /** One more message that its owner is given directly. On the owner's thread. */
    void countDirect() {
        DIRECT.setOpaque(this, direct + 1);
    }

    private long direct() {
        return (long) DIRECT.getOpaque(this);
    }

    private LostMessages lost() {
        LostMessages made = lost;
        return made == null ? LostMessages.NONE : made;
    }

    private LostMessages losing() {
        LostMessages made = lost;
        while (made == null) {
            LostMessages fresh = new LostMessages();
            made = LOST.compareAndSet(this, null, fresh) ? fresh : lost;
        }
        return made;
    }

    private void countDrop() {
        losing().countDropped();
    }

    private boolean takesTurns() {
        return shared || overflow == OverflowPolicy.DROP_OLDEST;
    }

    private void lock() {
        turn().lock();
    }

    private void unlock() {
        turn().unlock();
    }

    /** Made with the first that needs it; any thread. */
    private TurnLock turn() {
        TurnLock made = turn;
        while (made == null) {
            TurnLock fresh = new TurnLock();
            made = TURN.compareAndSet(this, null, fresh) ? fresh : turn;
        }
        return made;
    }

    @Override
    public @Nullable Object poll() {
        // Before the look at what was given back: that is given back before others may see that nothing is passed on.
        boolean inTurn = pollsInTurn();
        if (GIVEN_BACK.getAcquire(this) != null) {
            return pollInTurn();
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        Object message = messages == null || inTurn ? null : messages.poll();
        if (message == null) {
            message = pollInTurn();
        }
        RoomQueue waiting = room;
        if (message != null && waiting != null && !waiting.isEmpty() && size() <= wakeLevel()) {
            waiting.serve(wakeLevel());
        }
        return message;
    }

    private boolean pollsInTurn() {
        return overflow == OverflowPolicy.DROP_OLDEST || forwardsTo != null;
    }

    /** Where others may take messages out as well, or where messages may wait aside. */
    private @Nullable Object pollInTurn() {
        if (joining == null && givenBack == null && !pollsInTurn()) {
            return null;
        }
        if (forwardsTo != null) {
            forward();
            return null;
        }
        lock();
        try {
            return pollRings();
        } finally {
            unlock();
        }
    }

    /** Puts back the message polled last, to be polled again. For the owner. */
    void giveBack(Object message) {
        lock();
        again().addFirst(message);
        unlock();
    }

    private ArrayDeque<Object> again() {
        ArrayDeque<Object> again = givenBack;
        if (again == null) {
            again = new ArrayDeque<>(1);
            GIVEN_BACK.setRelease(this, again);
        }
        return again;
    }

    /**
     * Its owner ends: what it has not read goes back to {@code source}, where it came from, ahead of all that is there;
     * what still comes follows later. From then on {@code source} passes nothing on. By the owner, before it closes.
     */
    void giveBackTo(WiredInbox source) {
        source.lock();
        lock();
        try {
            Object message = pollRings();
            while (message != null) {
                source.again().addLast(message);
                message = pollRings();
            }
            source.forwardsTo = null;
            forwardsTo = source;
        } finally {
            unlock();
            source.unlock();
        }
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
        // First what is aside: messages move from there to the ring, and may be counted twice but not overlooked.
        JoiningSenders others = joining;
        int aside = others == null ? 0 : others.size();
        ArrayDeque<Object> again = givenBack;
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return aside + (messages == null ? 0 : messages.size()) + (again == null ? 0 : again.size());
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public boolean isLinked() {
        return linkedOf(senders) > 0;
    }

    @Override
    public boolean isAtEnd() {
        long now = senders;
        return linkedOf(now) > 0 && openOf(now) == 0 && size() == 0;
    }

    @Override
    public boolean isCutOff() {
        return openOf(senders) >= 0 && cutOff;
    }

    /** Whether its owner has come to its end, and that was not the end of a whole stream. For the owner. */
    boolean hasEndedCutOff() {
        return isCutOff() && (endTold || !owner.isReactive() && isAtEnd());
    }

    private static int linkedOf(long senders) {
        return (int) (senders >>> Integer.SIZE);
    }

    private static int openOf(long senders) {
        return (int) senders;
    }

    @Override
    public void hold() {
        if (outOfBand || !owner.isReactive()) {
            throw new IllegalStateException(
                    "the inbox " + this + " can't be held: only data inboxes of reactive components can");
        }
        heldBack = true;
        if (owner instanceof RunningComponent component) {
            component.wantsNothingNew();
        }
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

    /** Its end is to be told once more: to the next instance. For the owner. */
    void forgetEnd() {
        endTold = false;
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
        return openOf(senders);
    }

    /** Messages that it took in, ever. */
    long received() {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        JoiningSenders others = joining;
        return direct() + (messages == null ? 0 : messages.added()) + (others == null ? 0 : others.added());
    }

    /** Messages that its owner took out, ever. */
    long taken() {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        JoiningSenders others = joining;
        return direct()
                + (messages == null ? 0 : messages.removed())
                + (others == null ? 0 : others.removed())
                - lost().evicted();
    }

    /** One more message that its owner took out only to let it go. */
    void countUnread() {
        losing().countUnread();
    }

    /** Messages left when its component ended. */
    long unread() {
        return lost().unread() + (closed ? size() : 0);
    }

    long dropped() {
        return lost().dropped();
    }

    // What follows is the wiring's, under its lock.

    void limit(int newCapacity) {
        capacity = newCapacity;
        VarHandle.fullFence();
        serveSenders();
    }

    /** Changes what becomes of messages without room. By the owner, which takes nothing out meanwhile. */
    void overflow(OverflowPolicy policy) {
        if (policy != overflow) {
            lock();
            overflow = policy;
            unlock();
            serveSenders();
        }
    }

    private void senders(int linked, int open) {
        senders = ((long) linked << Integer.SIZE) | open;
    }

    List<WiredLink> linksInto() {
        return linksInto;
    }

    void add(WiredLink link) {
        linksInto = FewLinks.with(linksInto, link);
    }

    void remove(WiredLink link) {
        linksInto = FewLinks.without(linksInto, link);
    }

    /** One more sender. */
    void add(Route route) {
        Route last = lastInto;
        if (last == null) {
            firstInto = route;
        } else {
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
    void remove(Route route, boolean onceMore) {
        Route before = null;
        Route at = firstInto;
        while (at != null && at != route) {
            before = at;
            at = at.nextInto;
        }
        if (at == null) {
            return;
        }
        if (before == null) {
            firstInto = route.nextInto;
        } else {
            before.nextInto = route.nextInto;
        }
        if (route.nextInto == null) {
            lastInto = before;
        }
        senders(linkedOf(senders) - 1, openOf(senders) - (route.finished || onceMore ? 0 : 1));
    }

    /** What a sender that has gone may have been sending is here by now, if it came here. */
    void hasHadTheLast() {
        senders(linkedOf(senders), openOf(senders) - 1);
    }

    /** The sender of {@code route}, which leads here, has closed it behind its last message; false where it had. */
    boolean finish(Route route) {
        if (route.finished) {
            return false;
        }
        route.finished = true;
        cutOff |= route.outbox().cutOff;
        senders(linkedOf(senders), openOf(senders) - 1);
        return true;
    }

    /** Nothing more comes in: it counts as linked and at its end though nothing is linked to it any more. */
    void seal() {
        if (!sealed) {
            sealed = true;
            senders(linkedOf(senders) + 1, openOf(senders));
        }
    }

    /** The routes that lead here, in the order made: a list that stays as it is. */
    List<Route> routesInto() {
        List<Route> routes = new ArrayList<>();
        for (Route route = firstInto; route != null; route = route.nextInto) {
            routes.add(route);
        }
        return routes;
    }

    /**
     * {@code sender} is about to be allowed to send. Where another has had it to itself so far and may be sending just
     * now ({@code inUse}), it has to notice first: true where it has not.
     */
    boolean admit(WiredOutbox sender, boolean inUse) {
        WiredOutbox first = firstSender;
        if (first == null && !shared) {
            firstSender = sender;
            return false;
        }
        return !sender.equals(first) && share(inUse);
    }

    /** From now on senders take turns; true where the one that it had to itself so far has to notice that first. */
    boolean share(boolean inUse) {
        WiredOutbox first = firstSender;
        if (shared) {
            return false;
        }
        if (first != null && inUse) {
            joining = new JoiningSenders(first);
        }
        shared = true;
        return joining != null;
    }

    /** The sender that has had it to itself, if it has not noticed yet that it has not any more. */
    @Nullable
    WiredOutbox firstSender() {
        return firstSender;
    }

    /** {@code sender} has noticed that it has to take turns now. By its own thread. */
    void noticed(WiredOutbox sender) {
        lock();
        try {
            JoiningSenders others = joining;
            if (others != null && others.isFirst(sender)) {
                others.join(ring());
            }
        } finally {
            unlock();
        }
    }

    /** Takes in nothing more; but what still comes where everything is passed on goes that way. */
    void close() {
        closed = forwardsTo == null;
        VarHandle.fullFence();
        serveSenders();
    }

    /** Takes out all that was left when its owner ended. By whoever alone still sends to it. */
    List<Object> takeUnread() {
        List<Object> left = new ArrayList<>();
        Object message = poll();
        while (message != null) {
            left.add(message);
            message = poll();
        }
        return left;
    }

    /** What comes in is passed on to {@code target} from now on; to nobody where null. While its owner is elsewhere. */
    void forwardTo(@Nullable WiredInbox target) {
        lock();
        forwardsTo = target;
        unlock();
    }

    /**
     * Passes on what waits, beyond the capacity there where need be: nothing is lost. Any thread, since its owner takes
     * nothing out while it passes on.
     */
    void forward() {
        lock();
        try {
            WiredInbox target = forwardsTo;
            if (target != null) {
                Object message = pollRings();
                while (message != null) {
                    target.force(message);
                    message = pollRings();
                }
            }
        } finally {
            unlock();
        }
    }

    private void force(Object message) {
        lock();
        try {
            JoiningSenders others = joining;
            MessageRing messages = others != null && others.keepAside() ? others.aside() : ring();
            messages.offer(message, Integer.MAX_VALUE);
        } finally {
            unlock();
        }
        if (outOfBand) {
            owner.outOfBand(message);
        }
        Strand receiver = owner.strand();
        if (receiver != null) {
            VarHandle.fullFence();
            receiver.wake();
        }
    }

    @Override
    public String toString() {
        return owner.path() + "." + name;
    }
}
