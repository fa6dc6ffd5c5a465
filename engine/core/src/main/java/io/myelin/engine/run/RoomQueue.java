package io.myelin.engine.run;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The senders that wait for room in one inbox, first come first served. When the inbox has drained to half (or its
 * component has nothing better to do), they are woken together, each with an equal share of the room; while more than
 * one waits nobody may send more than its share, so that none is starved.
 *
 * <p>No wake is lost: a sender queues, fences and looks again; a receiver frees a slot, fences and looks at
 * {@link #isEmpty}. Taken under its own monitor; only the way when an inbox is full leads here.
 */
final class RoomQueue {
    private final WiredInbox inbox;
    private final Deque<Route> waiting = new ArrayDeque<>();
    private volatile int length;

    RoomQueue(WiredInbox inbox) {
        this.inbox = inbox;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Queues {@code sender}; true where there is room for it after all and it is to try again. */
    boolean join(Route sender) {
        synchronized (this) {
            if (!sender.waits) {
                sender.waits = true;
                waiting.add(sender);
                length = waiting.size();
            }
        }
        VarHandle.fullFence();
        serve(inbox.wakeLevel());
        synchronized (this) {
            return !sender.waits;
        }
    }

    /** Takes {@code sender} out, if it is in: it has been served, or gives up. */
    void leave(Route sender) {
        synchronized (this) {
            if (sender.waits) {
                sender.waits = false;
                waiting.remove(sender);
                length = waiting.size();
            }
        }
    }

    /** Wakes those who wait if at most {@code level} messages are left and there is room. */
    void serve(int level) {
        synchronized (this) {
            int depth = inbox.size();
            int room = inbox.capacity() - depth;
            if (inbox.isClosed()) {
                room = Integer.MAX_VALUE;
            } else if (depth > level || room <= 0) {
                return;
            }
            int served = Math.min(waiting.size(), room);
            if (served == 0) {
                return;
            }
            inbox.ration(waiting.size() > 1 && !inbox.isClosed());
            int share = room / served;
            for (int i = 0; i < served; i++) {
                Route sender = waiting.remove();
                sender.waits = false;
                sender.ration = share;
                sender.wakeSender();
            }
            length = waiting.size();
        }
    }
}
