package io.myelin.engine.run;

import io.myelin.engine.component.BufferedIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a component has sent and found no room for, in the order sent: messages with the index of the target still owed,
 * and iterators that are taken from only as there is room. The component's current thread alone uses it.
 */
final class HeldMessages {
    /** Nothing held: shared by all components that hold nothing; nothing is ever added, and nobody writes to it. */
    static final HeldMessages NONE = new HeldMessages();

    /** How many messages of an iterator are sent by the callback that gives it; others are to have their turn. */
    private static final int MOST_AT_ONCE = 64;

    /** How far a flush came. */
    enum Flush {
        /** Nothing is held any more. */
        ALL_SENT,
        /** An inbox is full; the sender is queued for room there. */
        NO_ROOM,
        /** There may be room for more, but others are to have their turn. */
        TURN_OVER
    }

    /** One thing sent: an iterator with what was taken from it last, or a message only. */
    private static final class Owed {
        final WiredOutbox outbox;

        @Nullable
        Iterator<?> more;

        @Nullable
        Object about;

        @Nullable
        Object message;

        Route[] targets;
        int next;

        Owed(
                WiredOutbox outbox,
                @Nullable Iterator<?> more,
                @Nullable Object about,
                @Nullable Object message,
                Route[] targets,
                int next) {
            this.outbox = outbox;
            this.more = more;
            this.about = about;
            this.message = message;
            this.targets = targets;
            this.next = next;
        }

        /** Sends {@code message}, the next of its iterator; false where it is owed, for want of room. */
        boolean sends(Object sent) {
            Route only = outbox.only();
            if (only != null) {
                return only.offer(sent) || owes(sent, new Route[] {only}, 0);
            }
            return sendsToAll(sent);
        }

        private boolean sendsToAll(Object sent) {
            Route[] to = outbox.routes();
            int reached = outbox.deliver(to, 0, sent);
            return reached >= to.length || owes(sent, to, reached);
        }

        /**
         * How many messages of its iterator, at most {@code most}, can be sent together: room is set aside for them, and
         * the iterator waits for nothing while they are gathered.
         */
        int together(int most) {
            Route only = outbox.only();
            Strand sender = outbox.owner().strand();
            if (only == null || sender == null || sender.mayBlock()) {
                return 0;
            }
            return Math.min(only.roomSetAside(), Math.min(most, MOST_AT_ONCE));
        }

        private boolean owes(Object sent, Route[] to, int from) {
            message = sent;
            targets = to;
            next = from;
            return false;
        }
    }

    private final Deque<Owed> owed = new ArrayDeque<>(4);

    /** How many are {@link #owed}: looked at for every message sent, which is why it is at hand. */
    private int count;

    private final List<Route> queuedAt = new ArrayList<>(1);
    private boolean flushing;
    private @Nullable Object itemOfFailure;

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether it is being flushed just now: what an iterator sends meanwhile queues behind. */
    boolean isFlushing() {
        return flushing;
    }

    void add(WiredOutbox outbox, Object message, Route[] targets, int next) {
        Owed added = new Owed(outbox, null, null, message, targets, next);
        if (next > 0 && flushing) {
            // What is left of the message at hand: nothing may overtake it.
            owed.addFirst(added);
        } else {
            owed.addLast(added);
        }
        count = owed.size();
    }

    /**
     * Sends the first of {@code messages} as part of the callback that gives them, if there is room, so that a few need not
     * be held at all: true where that was all of them. For an owner that holds nothing and doesn't wait. Throws
     * {@link InboxFullException} where an inbox is full and set to fail; what is left is then to be held as ever.
     */
    static boolean sendAtOnce(WiredOutbox outbox, Iterator<?> messages) {
        long undelivered = outbox.undelivered();
        if (outbox.isClosed()) {
            return false;
        }
        for (int left = MOST_AT_ONCE; left > 0; left--) {
            if (!messages.hasNext()) {
                return true;
            }
            outbox.send(messages.next());
            if (outbox.owner().isHolding() || outbox.undelivered() != undelivered) {
                return false;
            }
        }
        return false;
    }

    /** Adds an iterator; {@code about} is the message that it was made of, if any. */
    void addAll(WiredOutbox outbox, Iterator<?> messages, @Nullable Object about) {
        owed.addLast(new Owed(outbox, messages, about, null, outbox.routes(), 0));
        count = owed.size();
    }

    /** The iterators that have been added since nothing was held were made of {@code message}. */
    void attribute(Object message) {
        for (Owed one : owed) {
            if (one.more != null) {
                one.about = message;
            }
        }
    }

    /** Sends as far as there is room, at most {@code turn} messages. Throws what iterators and full inboxes throw. */
    Flush flush(int turn) {
        if (owed.isEmpty() && queuedAt.isEmpty()) {
            return Flush.ALL_SENT;
        }
        flushing = true;
        itemOfFailure = null;
        try {
            int left = turn;
            while (left > 0) {
                Owed first = owed.peekFirst();
                if (first == null) {
                    return Flush.ALL_SENT;
                }
                Iterator<?> more = first.more;
                if (first.message == null && more != null) {
                    int together = first.together(left);
                    left = together > 1 ? left - sendTogether(first, more, together) : sendFrom(first, more, left);
                    if (first.message == null) {
                        continue;
                    }
                }
                left--;
                if (!deliver(first)) {
                    return Flush.NO_ROOM;
                }
                first.message = null;
                if (first.more == null) {
                    remove(first);
                }
            }
            return owed.isEmpty() ? Flush.ALL_SENT : Flush.TURN_OVER;
        } finally {
            flushing = false;
            if (owed.isEmpty()) {
                leaveQueues(null);
            }
        }
    }

    private void remove(Owed done) {
        owed.remove(done);
        count = owed.size();
    }

    /** Gives back what room is set aside for it elsewhere than at {@code butFor}: others may need it meanwhile. */
    private void leaveQueues(@Nullable Route butFor) {
        if (queuedAt.isEmpty()) {
            return;
        }
        for (Route route : queuedAt) {
            if (!route.equals(butFor)) {
                route.leaveQueue();
            }
        }
        queuedAt.clear();
        if (butFor != null) {
            queuedAt.add(butFor);
        }
    }

    /** The message behind an iterator that threw out of the last flush, or null. */
    @Nullable
    Object itemOfFailure() {
        return itemOfFailure;
    }

    /**
     * Takes from an iterator and sends, at most {@code turn} messages, as long as there is room: how many are left of the
     * turn. A message that has found no room is then the one owed; an iterator that is done with is not owed any more.
     */
    private int sendFrom(Owed from, Iterator<?> more, int turn) {
        WiredOutbox outbox = from.outbox;
        long undelivered = outbox.undelivered();
        boolean goesOn = !outbox.isClosed();
        int left = turn;
        Strand strand = outbox.owner().strand();
        // Who shares a worker wakes others at the end of its turn anyway, and waits for nothing.
        Strand sender = strand != null && strand.mayBlock() && more instanceof BufferedIterator<?> ? strand : null;
        BufferedIterator<?> buffered = sender == null ? null : (BufferedIterator<?>) more;
        try {
            // Looked at anew only when a message has reached nobody: else it is open.
            while (goesOn && left > 0 && !outbox.hasFailedToDeliver(undelivered)) {
                goesOn = false;
                if (buffered != null) {
                    prepareToWake(sender, buffered);
                }
                if (more.hasNext()) {
                    Object message = more.next();
                    outbox.toSend(message);
                    goesOn = true;
                    if (!from.sends(message)) {
                        return left;
                    }
                    left--;
                }
            }
            return left;
        } catch (InboxFullException full) {
            // The iterator goes on, but this failure is about what it was made of too.
            itemOfFailure = from.about;
            throw full;
        } finally {
            if (sender != null) {
                sender.flushWakes();
            }
            if (!goesOn) {
                itemOfFailure = from.about;
                remove(from);
            }
        }
    }

    /**
     * Takes from an iterator and sends what it gives, at most {@code most} messages, together: senders that share an inbox
     * take turns once for all of them. How many it gave. What finds no room after all is owed, ahead of what the iterator
     * gives next.
     */
    private int sendTogether(Owed from, Iterator<?> more, int most) {
        WiredOutbox outbox = from.outbox;
        Object[] given = new Object[most];
        int gathered = 0;
        boolean goesOn = false;
        try {
            while (gathered < most && more.hasNext()) {
                Object message = more.next();
                outbox.toSend(message);
                given[gathered++] = message;
            }
            goesOn = gathered == most;
        } finally {
            if (!goesOn) {
                itemOfFailure = from.about;
                remove(from);
            }
            // What it gave before it failed is sent all the same.
            Route[] targets = outbox.routes();
            int sent = targets.length == 1 ? targets[0].offerAll(given, gathered) : 0;
            for (int at = gathered - 1; at >= sent; at--) {
                owed.addFirst(new Owed(outbox, null, null, given[at], targets, 0));
            }
            count = owed.size();
        }
        return gathered;
    }

    /** Receivers are woken before anything is waited for, and else at the end of the turn. */
    private static void prepareToWake(@Nullable Strand sender, BufferedIterator<?> buffered) {
        if (sender == null) {
            return;
        }
        if (buffered.isNextBuffered()) {
            sender.putOffWakes();
        } else {
            sender.flushWakes();
        }
    }

    private boolean deliver(Owed from) {
        Object message = from.message;
        if (message == null) {
            return true;
        }
        while (true) {
            try {
                from.next = from.outbox.deliver(from.targets, from.next, message);
            } catch (InboxFullException full) {
                from.message = null;
                throw full;
            }
            if (from.next >= from.targets.length) {
                return true;
            }
            Route full = from.targets[from.next].current();
            boolean roomAfterAll = full.awaitRoom();
            if (!queuedAt.contains(full)) {
                queuedAt.add(full);
            }
            if (!roomAfterAll) {
                leaveQueues(full);
                return false;
            }
        }
    }

    /** The route at whose gate the first one is held; null where it is not held. Any thread may look, as below. */
    @Nullable
    Route heldAt() {
        Owed first = owed.peekFirst();
        if (first == null || first.message == null) {
            return null;
        }
        Route[] targets = first.targets;
        int next = first.next;
        Route at = next < targets.length ? targets[next].current() : null;
        return at != null && at.isHeld() ? at : null;
    }

    /** The full inbox that the first one waits for. Any thread may look; it sees what was there a moment ago. */
    @Nullable
    WiredInbox waitsFor() {
        Owed first = owed.peekFirst();
        if (first == null || first.message == null) {
            return null;
        }
        Route[] targets = first.targets;
        int next = first.next;
        return next < targets.length ? targets[next].current().inbox() : null;
    }

    /**
     * Lets the iterators go: what they have not given yet is not sent any more. The message that the first of them was
     * made of, or null where there is none.
     */
    @Nullable
    Object dropIterators() {
        Object about = null;
        if (owed.isEmpty()) {
            return about;
        }
        for (Owed one : owed) {
            if (one.more != null && about == null) {
                about = one.about;
            }
        }
        owed.removeIf(one -> one.more != null && one.message == null);
        count = owed.size();
        owed.forEach(one -> one.more = null);
        return about;
    }

    /** Lets everything go; each message is counted as undelivered. */
    void drop() {
        if (owed.isEmpty() && queuedAt.isEmpty()) {
            return;
        }
        for (Owed one : owed) {
            if (one.message != null) {
                one.outbox.countUndelivered(1);
            }
        }
        owed.clear();
        count = 0;
        leaveQueues(null);
    }
}
