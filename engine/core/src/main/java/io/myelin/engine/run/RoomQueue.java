package io.myelin.engine.run;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The senders that wait for room in one inbox, first come first served. When the inbox has drained to half (or its
 * component has nothing better to do) they are woken together, each with an equal share of the room set aside for it.
 * While anybody waits or has a share left, nobody sends beyond a share or before those who wait, so that none is starved
 * whatever threads they run on.
 *
 * <p>No wake is lost: who queues, or gives back the last share there was, has the inbox say so, fences and looks again; a
 * receiver frees a slot, fences and looks whether its inbox says that somebody waits who may be served. While shares are
 * out it says nothing: nobody may be served then, and the receiver is not to come here in vain with each message. All under
 * its own monitor; only the way when an inbox is full leads here.
 */
final class RoomQueue {
    private final WiredInbox inbox;
    private final Deque<Route> waiting = new ArrayDeque<>();
    private final List<Route> served = new ArrayList<>();
    private volatile int length;

    RoomQueue(WiredInbox inbox) {
        this.inbox = inbox;
    }

    /** How many wait; any thread. */
    int length() {
        return length;
    }

    /** Queues {@code sender}; true where there is room for it after all and it is to try again. */
    synchronized boolean join(Route sender) {
        if (sender.isGone()) {
            return true;
        }
        if (!sender.waits()) {
            if (sender.ration() > 0 && inbox.size() < inbox.capacity()) {
                return true;
            }
            forget(sender);
            sender.waits(true);
            waiting.add(sender);
            publish();
        }
        VarHandle.fullFence();
        serve(inbox.wakeLevel());
        return !sender.waits();
    }

    /** {@code sender} wants no more room: the next ones may have it. */
    synchronized void leave(Route sender) {
        if (sender.waits()) {
            sender.waits(false);
            waiting.remove(sender);
        }
        forget(sender);
        publish();
        VarHandle.fullFence();
        serve(inbox.wakeLevel());
    }

    private void forget(Route sender) {
        sender.ration(0);
        served.remove(sender);
    }

    private void publish() {
        length = waiting.size();
        boolean somebodyWaits = !waiting.isEmpty();
        boolean sharesAreOut = !served.isEmpty();
        inbox.queueChanged(somebodyWaits && !sharesAreOut, inbox.isShared() && (somebodyWaits || sharesAreOut));
    }

    /** Wakes those who wait if at most {@code level} messages are left and there is room. */
    synchronized void serve(int level) {
        if (waiting.isEmpty()) {
            return;
        }
        if (!inbox.holdsSendersUp()) {
            // What room there is matters to nobody any more, nor who has a share of it.
            served.clear();
            wake(waiting.size(), 0);
            return;
        }
        int depth = inbox.size();
        int room = inbox.capacity() - depth;
        // The next round begins when all who had a share in this one wait again or want no more: else the last one to
        // use its share would be left out of it.
        if (depth > level || room <= 0 || !served.isEmpty()) {
            return;
        }
        int senders = Math.min(waiting.size(), room);
        wake(senders, room / senders);
    }

    private void wake(int senders, int share) {
        for (int i = 0; i < senders; i++) {
            Route sender = waiting.remove();
            sender.waits(false);
            if (share > 0 && inbox.isShared()) {
                sender.ration(share);
                served.add(sender);
            }
            sender.wakeSender();
        }
        publish();
    }
}
