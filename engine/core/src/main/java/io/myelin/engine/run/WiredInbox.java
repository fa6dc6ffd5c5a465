package io.myelin.engine.run;

import io.myelin.engine.component.Inbox;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An inbox at run time: the only place where messages wait. Its ring is made when first used, and so is what few inboxes
 * need.
 *
 * <p>Invariants: at most {@link #capacity} messages wait, but for those that were there when the capacity was lowered;
 * only the owner's thread polls; the senders take turns where more than one outbox feeds it, and the owner with them
 * where its oldest message may be dropped or what comes in is passed on. It is at its end when every linked sender has
 * closed behind its last message and nothing waits: the count of open senders is read before the ring, and a sender
 * lowers it after its last message.
 */
final class WiredInbox extends InboxFeed implements Inbox, Few<WiredInbox> {
    private static final VarHandle RARE;
    private static final VarHandle RING;
    private static final VarHandle DIRECT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RARE = lookup.findVarHandle(WiredInbox.class, "rare", RareInboxState.class);
            RING = lookup.findVarHandle(WiredInbox.class, "ring", MessageRing.class);
            DIRECT = lookup.findVarHandle(WiredInbox.class, "direct", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final BoxOwner owner;
    private final String name;
    private final boolean outOfBand;
    private volatile boolean closed;
    private boolean heldBack;
    private boolean endTold;
    private volatile int capacity;
    private static final OverflowPolicy[] POLICIES = OverflowPolicy.values();

    /** What becomes of messages without room, by its place in {@link #POLICIES}. */
    private volatile byte overflow;

    /** Null while it has one sender, lets no message go, and nobody waits for room: then there is just the ring. */
    private volatile @Nullable RareInboxState rare;

    private @Nullable MessageRing ring;
    private long direct;

    WiredInbox(BoxOwner owner, String name, InboxLimit limit, boolean outOfBand) {
        this.owner = owner;
        this.name = name;
        this.outOfBand = outOfBand;
        this.capacity = limit.effectiveCapacity();
        this.overflow = (byte) limit.effectiveOverflow().ordinal();
        this.rare = overflow() == OverflowPolicy.DROP_OLDEST ? new RareInboxState() : null;
    }

    private OverflowPolicy overflow() {
        return POLICIES[overflow];
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
        RareInboxState seldom = rare;
        if (seldom == null || !takesTurns(seldom)) {
            MessageRing messages = ring();
            if (messages.offer(message, capacity)) {
                return Answer.TAKEN;
            }
            OverflowPolicy policy = overflow();
            if (policy != OverflowPolicy.DROP_OLDEST) {
                return offerToFull(messages, message, policy);
            }
            // It has become so just now: then the owner takes messages out under the lock, and so must a sender.
            seldom = rareState();
        }
        lock();
        try {
            return offerInTurn(seldom, message, sender);
        } finally {
            unlock();
        }
    }

    private Answer offerInTurn(RareInboxState seldom, Object message, WiredOutbox sender) {
        JoiningSenders others = seldom.joining;
        if (others != null && others.keepAside()) {
            if (!others.isFirst(sender)) {
                return offerTo(others.aside(), message);
            }
            others.join(ring());
        }
        return offerTo(ring(), message);
    }

    /** What few inboxes have, made where it has not been; any thread. */
    private RareInboxState rareState() {
        RareInboxState made = rare;
        while (made == null) {
            RareInboxState fresh = new RareInboxState();
            made = RARE.compareAndSet(this, null, fresh) ? fresh : rare;
        }
        return made;
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
        return messages.offer(message, roomIn(messages)) ? Answer.TAKEN : offerToFull(messages, message, overflow());
    }

    private Answer offerToFull(MessageRing messages, Object message, OverflowPolicy policy) {
        return switch (policy) {
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
        RareInboxState seldom = rareState();
        Object again = seldom.pollGivenBack();
        if (again != null) {
            return again;
        }
        MessageRing messages = ring;
        Object message = messages == null ? null : messages.poll();
        JoiningSenders others = seldom.joining;
        return message == null && others != null ? others.aside().poll() : message;
    }

    /** Whether it keeps storage for messages. For the owner. */
    boolean hasRing() {
        return ring != null;
    }

    /**
     * Lets go of its ring where nothing waits there; the next message makes another. By the thread of {@code worker}, to
     * which the owner is pinned, between two activations, and under the wiring's lock. Nobody else uses the ring just
     * then: its only sender ever is pinned to the same worker, so it is not in the midst of sending and will be run, here
     * or where it goes to, only after this; and what few inboxes have, by which others would come to it, is made under the
     * wiring's lock or by one of the two.
     *
     * <p>What the ring has counted goes over to {@link #direct}; see {@link #counted} for those who look meanwhile.
     */
    void giveBackRing(Worker worker) {
        MessageRing messages = ring;
        WiredOutbox sender = firstSender();
        if (messages == null
                || rare != null
                || closed
                || sender == null
                || !messages.isEmpty()
                || !(sender.owner().strand() instanceof WorkerStrand from)
                || !from.isPinnedTo(worker)) {
            return;
        }
        long total = direct + messages.removed();
        DIRECT.setRelease(this, -1 - total);
        RING.setRelease(this, null);
        DIRECT.setRelease(this, total);
    }

    /** Whether nothing waits and nothing is to be held up or refused here just now: for the owner's thread. */
    boolean isBare() {
        RareInboxState seldom = rare;
        return hasNoneWaiting()
                && !heldBack
                && !closed
                && capacity > 0
                && (seldom == null || seldom.forwardsTo == null && !seldom.rationed && !seldom.hasWaiting());
    }

    /** Whether no message waits: for the owner's thread. */
    boolean hasNoneWaiting() {
        return size() == 0;
    }

    /** One more message that its owner is given directly. On the owner's thread. */
    void countDirect() {
        DIRECT.setOpaque(this, direct + 1);
    }

    /**
     * How many messages it took in, or its owner took out ({@code out}), but for those aside. Any thread. While a ring is
     * being given back, {@link #direct} is -1 less what it and the ring have counted together, so that whoever sees the
     * ring still there does not count it twice; and whoever has seen the one from before and the other from after looks
     * again.
     */
    private long counted(boolean out) {
        while (true) {
            MessageRing messages = (MessageRing) RING.getAcquire(this);
            long others = (long) DIRECT.getAcquire(this);
            if (others < 0) {
                return -1 - others;
            }
            long here = messages == null ? 0 : out ? messages.removed() : messages.added();
            if (RING.getAcquire(this) == messages) {
                return others + here;
            }
        }
    }

    private LostMessages lost() {
        RareInboxState seldom = rare;
        return seldom == null ? LostMessages.NONE : seldom.lost();
    }

    private LostMessages losing() {
        return rareState().losing();
    }

    private void countDrop() {
        losing().countDropped();
    }

    private boolean takesTurns(RareInboxState seldom) {
        return seldom.shared || overflow() == OverflowPolicy.DROP_OLDEST;
    }

    private void lock() {
        rareState().turn().lock();
    }

    private void unlock() {
        rareState().turn().unlock();
    }

    @Override
    public @Nullable Object poll() {
        RareInboxState seldom = rare;
        if (seldom != null) {
            return pollOtherwise(seldom);
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return messages == null ? null : messages.poll();
    }

    private @Nullable Object pollOtherwise(RareInboxState seldom) {
        // Before the look at what was given back: that is given back before others may see that nothing is passed on.
        boolean inTurn = pollsInTurn(seldom);
        if (seldom.hasGivenBack()) {
            return pollInTurn(seldom);
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        Object message = messages == null || inTurn ? null : messages.poll();
        if (message == null) {
            message = pollInTurn(seldom);
        }
        RoomQueue waiting = seldom.room();
        if (message != null && waiting != null && !waiting.isEmpty() && size() <= wakeLevel()) {
            waiting.serve(wakeLevel());
        }
        return message;
    }

    private boolean pollsInTurn(RareInboxState seldom) {
        return overflow() == OverflowPolicy.DROP_OLDEST || seldom.forwardsTo != null;
    }

    /** Where others may take messages out as well, or where messages may wait aside. */
    private @Nullable Object pollInTurn(RareInboxState seldom) {
        if (seldom.joining == null && !seldom.hasGivenBack() && !pollsInTurn(seldom)) {
            return null;
        }
        if (seldom.forwardsTo != null) {
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
        rareState().again().addFirst(message);
        unlock();
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
                source.rareState().again().addLast(message);
                message = pollRings();
            }
            source.rareState().forwardsTo = null;
            rareState().forwardsTo = source;
        } finally {
            unlock();
            source.unlock();
        }
    }

    /** Wakes senders that wait, now that the owner has nothing to do; after a full fence. For the owner. */
    void serveSenders() {
        RareInboxState seldom = rare;
        RoomQueue waiting = seldom == null ? null : seldom.room();
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
        RareInboxState seldom = rare;
        int elsewhere = 0;
        if (seldom != null) {
            JoiningSenders others = seldom.joining;
            elsewhere = (others == null ? 0 : others.size()) + seldom.givenBack();
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return elsewhere + (messages == null ? 0 : messages.size());
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public boolean isAtEnd() {
        return hasHadAll() && size() == 0;
    }

    /** Whether its owner has come to its end, and that was not the end of a whole stream. For the owner. */
    boolean hasEndedCutOff() {
        return isCutOff() && (endTold || !owner.isReactive() && isAtEnd());
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
        return closed || overflow() != OverflowPolicy.BLOCK || size() < capacity;
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
        return rareState().roomOf(this);
    }

    /** Whether more than one sender feeds it, or did. */
    boolean isShared() {
        RareInboxState seldom = rare;
        return seldom != null && seldom.shared;
    }

    boolean isRationed() {
        RareInboxState seldom = rare;
        return seldom != null && seldom.rationed;
    }

    void ration(boolean shares) {
        rareState().rationed = shares;
    }

    private @Nullable JoiningSenders joining() {
        RareInboxState seldom = rare;
        return seldom == null ? null : seldom.joining;
    }

    /** Messages that it took in, ever. */
    long received() {
        JoiningSenders others = joining();
        return counted(false) + (others == null ? 0 : others.added());
    }

    /** Messages that its owner took out, ever. */
    long taken() {
        JoiningSenders others = joining();
        return counted(true) + (others == null ? 0 : others.removed()) - lost().evicted();
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

    /**
     * The first sender ever allowed to send, which has had it to itself at least for a while; null before. The one that is
     * being admitted is it too, once its route is there.
     */
    @Nullable
    WiredOutbox firstSender() {
        RareInboxState seldom = rare;
        WiredOutbox gone = seldom == null ? null : seldom.firstSender;
        return gone == null ? firstOfSenders() : gone;
    }

    @Override
    void leavesFirst(Route route) {
        RareInboxState seldom = rareState();
        if (seldom.firstSender == null) {
            seldom.firstSender = route.outbox();
        }
    }

    /** Where it is passed through to, or null. */
    @Nullable
    WiredInbox passesTo() {
        RareInboxState seldom = rare;
        return seldom == null ? null : seldom.passesTo;
    }

    void passesTo(@Nullable WiredInbox inner) {
        rareState().passesTo = inner;
    }

    void limit(int newCapacity) {
        capacity = newCapacity;
        VarHandle.fullFence();
        serveSenders();
    }

    /** Changes what becomes of messages without room. By the owner, which takes nothing out meanwhile. */
    void overflow(OverflowPolicy policy) {
        if (policy != overflow()) {
            lock();
            overflow = (byte) policy.ordinal();
            unlock();
            serveSenders();
        }
    }

    /**
     * {@code sender} is about to be allowed to send. Where another has had it to itself so far and may be sending just
     * now ({@code inUse}), it has to notice first: true where it has not.
     */
    boolean admit(WiredOutbox sender, boolean inUse) {
        WiredOutbox first = firstSender();
        if (first == null && !isShared()) {
            return false;
        }
        return !sender.equals(first) && share(inUse);
    }

    /** From now on senders take turns; true where the one that it had to itself so far has to notice that first. */
    boolean share(boolean inUse) {
        RareInboxState seldom = rareState();
        if (seldom.shared) {
            return false;
        }
        WiredOutbox first = firstSender();
        if (first != null && inUse) {
            seldom.joining = new JoiningSenders(first);
        }
        seldom.shared = true;
        return seldom.joining != null;
    }

    /** {@code sender} has noticed that it has to take turns now. By its own thread. */
    void noticed(WiredOutbox sender) {
        lock();
        try {
            JoiningSenders others = joining();
            if (others != null && others.isFirst(sender)) {
                others.join(ring());
            }
        } finally {
            unlock();
        }
    }

    /** Takes in nothing more; but what still comes where everything is passed on goes that way. */
    void close() {
        closed = forwardsTo() == null;
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
        rareState().forwardsTo = target;
        unlock();
    }

    private @Nullable WiredInbox forwardsTo() {
        RareInboxState seldom = rare;
        return seldom == null ? null : seldom.forwardsTo;
    }

    /**
     * Passes on what waits, beyond the capacity there where need be: nothing is lost. Any thread, since its owner takes
     * nothing out while it passes on.
     */
    void forward() {
        lock();
        try {
            WiredInbox target = forwardsTo();
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
            JoiningSenders others = joining();
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
    public int count() {
        return 1;
    }

    @Override
    public WiredInbox at(int index) {
        return this;
    }

    @Override
    public String toString() {
        return owner.path() + "." + name;
    }
}
