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
    private static final VarHandle UNUSUAL;
    private static final VarHandle RING;
    private static final VarHandle DIRECT;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            RARE = lookup.findVarHandle(WiredInbox.class, "rare", RareInboxState.class);
            UNUSUAL = lookup.findVarHandle(WiredInbox.class, "unusual", byte.class);
            RING = lookup.findVarHandle(WiredInbox.class, "ring", MessageRing.class);
            DIRECT = lookup.findVarHandle(WiredInbox.class, "direct", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Its component has ended, or its owner takes it away. */
    private static final int CLOSED = 1;

    /** More than one sender feeds it, or did: then they take turns. */
    private static final int SHARED = 1 << 1;

    /** Each sender may send only as much as it has been allotted. */
    private static final int RATIONED = 1 << 2;

    /** Its oldest message may be dropped: then the owner takes turns with the senders. */
    private static final int DROPS_OLDEST = 1 << 3;

    /** What comes in goes on elsewhere. */
    private static final int FORWARDS = 1 << 4;

    /** Messages were given back, and are the first to be polled. */
    private static final int GIVEN_BACK = 1 << 5;

    /** Messages wait, or waited, aside. */
    private static final int ASIDE = 1 << 6;

    /** Senders wait for room, and nobody has a share of it any more: they are to get some when there is enough. */
    private static final int AWAITED = 1 << 7;

    private static final int TAKES_TURNS = SHARED | DROPS_OLDEST;
    private static final int NOT_JUST_TAKEN = CLOSED | RATIONED | TAKES_TURNS;
    private static final int TURNS_AND_MORE = TAKES_TURNS | CLOSED | FORWARDS;
    private static final int POLLED_IN_TURN = DROPS_OLDEST | FORWARDS;
    private static final int NOT_JUST_POLLED = POLLED_IN_TURN | GIVEN_BACK | ASIDE | AWAITED;

    private final BoxOwner owner;
    private final String name;
    private final boolean outOfBand;

    /** What is not as with most inboxes, a bit each: nought while there is just one sender and the ring. */
    private volatile byte unusual;

    private boolean heldBack;
    private boolean endTold;
    private volatile int capacity;
    private static final OverflowPolicy[] POLICIES = OverflowPolicy.values();

    /** What becomes of messages without room, by its place in {@link #POLICIES}. */
    private volatile byte overflow;

    /** What few inboxes have; null until one has something of it. */
    private volatile @Nullable RareInboxState rare;

    private @Nullable MessageRing ring;
    private long direct;

    WiredInbox(BoxOwner owner, String name, InboxLimit limit, boolean outOfBand) {
        this.owner = owner;
        this.name = name;
        this.outOfBand = outOfBand;
        this.capacity = limit.effectiveCapacity();
        this.overflow = (byte) limit.effectiveOverflow().ordinal();
        this.unusual = (byte) (overflow() == OverflowPolicy.DROP_OLDEST ? DROPS_OLDEST : 0);
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

    /** Takes a message where there is just the ring, and room; false where more has to be looked at. For the sender. */
    boolean takes(Object message) {
        MessageRing messages = ring;
        return (unusual & NOT_JUST_TAKEN) == 0 && messages != null && messages.offer(message, capacity);
    }

    /** Offers a message; throws {@link InboxFullException} where it is full and its policy is to fail. For senders. */
    Answer offer(Object message, WiredOutbox sender) {
        int bits = unusual;
        if ((bits & CLOSED) != 0) {
            return Answer.CLOSED;
        }
        if ((bits & TAKES_TURNS) == 0) {
            MessageRing messages = ring();
            if (messages.offer(message, capacity)) {
                return Answer.TAKEN;
            }
            OverflowPolicy policy = overflow();
            if (policy != OverflowPolicy.DROP_OLDEST) {
                return offerToFull(messages, message, policy);
            }
            // It has become so just now: then the owner takes messages out under the lock, and so must a sender.
        }
        lock();
        try {
            return offerInTurn(rareState(), message, sender);
        } finally {
            unlock();
        }
    }

    /**
     * Takes the first {@code count} of {@code messages}, as far as there is room, in one turn: how many. None where more
     * has to be looked at than that senders take turns; then they are to be {@linkplain #offer offered} one by one.
     */
    int offerAll(Object[] messages, int count) {
        lock();
        try {
            JoiningSenders others = joining();
            boolean isUsual = (unusual & TURNS_AND_MORE) == SHARED && (others == null || !others.keepAside());
            return isUsual ? ring().offerAll(messages, count, capacity) : 0;
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
            if (!seldom.hasGivenBack()) {
                clear(GIVEN_BACK);
            }
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
                || unusual != 0
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
        return hasNoneWaiting()
                && !heldBack
                && capacity > 0
                && (unusual & (CLOSED | FORWARDS | RATIONED | AWAITED)) == 0;
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

    private boolean is(int bit) {
        return (unusual & bit) != 0;
    }

    private void note(int bits) {
        UNUSUAL.getAndBitwiseOr(this, (byte) bits);
    }

    private void clear(int bits) {
        UNUSUAL.getAndBitwiseAnd(this, (byte) ~bits);
    }

    /** For a bit that only one thread at a time changes. */
    private void note(int bit, boolean isSo) {
        if (isSo != is(bit)) {
            if (isSo) {
                note(bit);
            } else {
                clear(bit);
            }
        }
    }

    private void lock() {
        rareState().turn().lock();
    }

    private void unlock() {
        rareState().turn().unlock();
    }

    @Override
    public @Nullable Object poll() {
        int bits = unusual;
        if ((bits & NOT_JUST_POLLED) != 0) {
            return pollOtherwise(bits);
        }
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        return messages == null ? null : messages.poll();
    }

    private @Nullable Object pollOtherwise(int bits) {
        MessageRing messages = (MessageRing) RING.getAcquire(this);
        Object message = (bits & (POLLED_IN_TURN | GIVEN_BACK)) != 0 || messages == null ? null : messages.poll();
        if (message == null) {
            message = pollInTurn(bits);
        }
        if (message != null && (bits & AWAITED) != 0 && size() <= wakeLevel()) {
            room().serve(wakeLevel());
        }
        return message;
    }

    /** Where others may take messages out as well, or where messages may wait aside. */
    private @Nullable Object pollInTurn(int bits) {
        if ((bits & FORWARDS) != 0) {
            forward();
            return null;
        }
        if ((bits & (DROPS_OLDEST | GIVEN_BACK | ASIDE)) == 0) {
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
        note(GIVEN_BACK);
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
                source.note(GIVEN_BACK);
                message = pollRings();
            }
            // Behind what was given back: whoever sees that nothing is passed on any more sees that too.
            source.goesOnTo(null);
            goesOnTo(source);
        } finally {
            unlock();
            source.unlock();
        }
    }

    /** Wakes senders that wait, now that the owner has nothing to do; after a full fence. For the owner. */
    void serveSenders() {
        if (is(AWAITED)) {
            room().serve(Integer.MAX_VALUE);
        }
    }

    /** What room there is has become another matter: wakes senders that wait, whoever has a share; after a full fence. */
    private void serveAnew() {
        if (is(AWAITED | RATIONED)) {
            room().serve(Integer.MAX_VALUE);
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
        return !holdsSendersUp() || size() < capacity;
    }

    /** Whether senders wait where it is full, rather than that messages are dropped, refused or let go; any thread. */
    boolean holdsSendersUp() {
        return !isClosed() && overflow() == OverflowPolicy.BLOCK;
    }

    BoxOwner owner() {
        return owner;
    }

    boolean isOutOfBand() {
        return outOfBand;
    }

    boolean isClosed() {
        return is(CLOSED);
    }

    /** Where senders wait for room, made with the first one that has to; any thread. */
    RoomQueue room() {
        return rareState().roomOf(this);
    }

    /** Whether more than one sender feeds it, or did. */
    boolean isShared() {
        return is(SHARED);
    }

    boolean isRationed() {
        return is(RATIONED);
    }

    /**
     * What has become of its queue for room: whether somebody waits there who may be served next, and whether each may
     * send only what has been allotted to it. Under the queue's monitor.
     */
    void queueChanged(boolean isAwaited, boolean isRationed) {
        note(AWAITED, isAwaited);
        note(RATIONED, isRationed);
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
        return lost().unread() + (isClosed() ? size() : 0);
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
        serveAnew();
    }

    /** Changes what becomes of messages without room. By the owner, which takes nothing out meanwhile. */
    void overflow(OverflowPolicy policy) {
        if (policy != overflow()) {
            lock();
            overflow = (byte) policy.ordinal();
            note(DROPS_OLDEST, policy == OverflowPolicy.DROP_OLDEST);
            unlock();
            serveAnew();
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
        if (isShared()) {
            return false;
        }
        WiredOutbox first = firstSender();
        boolean hasToNotice = false;
        if (first != null && inUse) {
            rareState().joining = new JoiningSenders(first);
            note(ASIDE);
            hasToNotice = true;
        }
        note(SHARED);
        return hasToNotice;
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
        if (!is(FORWARDS)) {
            note(CLOSED);
        }
        VarHandle.fullFence();
        serveAnew();
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
        goesOnTo(target);
        unlock();
    }

    private void goesOnTo(@Nullable WiredInbox target) {
        rareState().forwardsTo = target;
        note(FORWARDS, target != null);
    }

    /**
     * Passes on what waits, beyond the capacity there where need be: nothing is lost. Any thread, since its owner takes
     * nothing out while it passes on.
     */
    void forward() {
        lock();
        try {
            WiredInbox target = rareState().forwardsTo;
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
