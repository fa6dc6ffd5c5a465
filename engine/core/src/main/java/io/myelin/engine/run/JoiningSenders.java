package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How an inbox goes from one sender to several while it is in use. The first sender has had the inbox's ring to itself
 * and may be in the midst of adding to it without a lock, so nobody else may touch that end of it yet. Until it is known
 * to have noticed, the others take turns with a ring aside; the receiver looks there when the inbox's own ring is empty.
 * The first sender notices at its next message, or when its strand next looks at its links: then it moves what is aside
 * behind what it sent itself, and from then on all take turns with the one ring.
 *
 * <p>Nobody waits for anybody, the way of a message costs nothing more, and no order is lost: what the first sender adds
 * before it notices was sent before or at the same time as the others' messages, and theirs stay in their order.
 *
 * <p>Everything is under the inbox's lock, but for what is said to be for any thread.
 */
final class JoiningSenders {
    private static final VarHandle MOVED;

    static {
        try {
            MOVED = MethodHandles.lookup().findVarHandle(JoiningSenders.class, "moved", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final WiredOutbox first;
    private final MessageRing aside = new MessageRing();
    private boolean joined;
    private long moved;

    JoiningSenders(WiredOutbox first) {
        this.first = first;
    }

    /** Whether all but the first have to send aside. */
    boolean keepAside() {
        return !joined;
    }

    /** Whether {@code sender} is the one that has had the inbox to itself, and has not noticed until now. */
    boolean isFirst(WiredOutbox sender) {
        return !joined && first == sender;
    }

    /** The first sender has noticed: moves what is aside to {@code ring}. By the first sender's own thread. */
    void join(MessageRing ring) {
        joined = true;
        Object message = aside.poll();
        while (message != null) {
            ring.offer(message, Integer.MAX_VALUE);
            MOVED.setOpaque(this, moved + 1);
            message = aside.poll();
        }
    }

    MessageRing aside() {
        return aside;
    }

    /** Messages taken in that never were in the inbox's own ring; any thread. */
    long added() {
        return aside.added() - (long) MOVED.getOpaque(this);
    }

    /** Messages taken out that never were in the inbox's own ring; any thread. */
    long removed() {
        return aside.removed() - (long) MOVED.getOpaque(this);
    }

    /** Messages that wait aside; any thread. */
    int size() {
        return aside.size();
    }
}
