package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An owner of boxes that a test moves by hand: it runs nothing, and counts how often it is woken. */
final class ByHand extends Boxes {
    private final String path;
    private final InboxLimit limit;
    private final CountingStrand strand = new CountingStrand();
    final List<Object> held = new ArrayList<>();

    /** Where what finds no room goes, to be sent later; null where it is only kept in {@link #held}. */
    HeldMessages toSend;

    /** What came out of band, and it was told of at once. */
    final List<Object> told = new ArrayList<>();

    /** How often it was told that something about its links has changed. */
    int linkChanges;

    /** Whether it is to be taken for one that may be in the midst of sending. */
    boolean sends;

    ByHand(String path, InboxLimit limit, List<String> inboxes, List<String> outboxes) {
        super(TestGraph.declared(inboxes), TestGraph.declared(outboxes), _ -> limit);
        this.path = path;
        this.limit = limit;
    }

    ByHand(String path) {
        this(path, InboxLimit.DEFAULT, List.of("inbox"), List.of("outbox"));
    }

    ByHand(String path, int capacity) {
        this(path, limit(capacity), List.of("inbox"), List.of("outbox"));
    }

    static InboxLimit limit(int capacity) {
        return new InboxLimit(OptionalInt.of(capacity), Optional.of(OverflowPolicy.BLOCK), DataRecord.empty());
    }

    WiredInbox inbox() {
        return inbox("inbox");
    }

    WiredOutbox outbox() {
        return outbox("outbox");
    }

    /** All that waits on the inbox, taken out. */
    List<Object> takeAll() {
        List<Object> taken = new ArrayList<>();
        Object message = inbox().poll();
        while (message != null) {
            taken.add(message);
            message = inbox().poll();
        }
        return taken;
    }

    int wakes() {
        return strand.wakes;
    }

    /** Goes to sleep: the next wake counts. */
    void sleep() {
        strand.markRunning();
        strand.tryIdle();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public InboxLimit limit(String name) {
        return limit;
    }

    @Override
    public Strand strand() {
        return strand;
    }

    @Override
    boolean hasEnded() {
        return false;
    }

    @Override
    public boolean maySend() {
        return sends;
    }

    @Override
    public void outOfBand(Object message) {
        told.add(message);
        strand.wake();
    }

    @Override
    public void linksChanged() {
        linkChanges++;
    }

    @Override
    public void hold(WiredOutbox outbox, Object message, Route[] routes, int from) {
        if (toSend == null) {
            held.add(message);
        } else {
            toSend.add(outbox, message, routes, from);
        }
    }

    @Override
    public boolean isReactive() {
        return true;
    }

    @Override
    public void holdAll(WiredOutbox outbox, Iterator<?> messages) {
        messages.forEachRemaining(held::add);
    }

    @Override
    public boolean isHolding() {
        return !held.isEmpty() || toSend != null && !toSend.isEmpty();
    }

    @Override
    public void beforeSend(WiredOutbox outbox, Object message) {
        // Anything goes.
    }

    @Override
    public Object receive(WiredInbox inbox) {
        throw new IllegalStateException("nothing waits by hand");
    }

    /** Counts its wakes. */
    private static final class CountingStrand extends Strand {
        private int wakes;

        @Override
        void becomeReady() {
            wakes++;
        }

        @Override
        void start() {}

        @Override
        boolean mayBlock() {
            return false;
        }

        @Override
        void await(long deadline) {}

        @Override
        void wakeAt(long deadline) {}

        @Override
        void interrupt() {}

        @Override
        boolean isRunning() {
            return false;
        }

        @Override
        StackTraceElement[] stackTrace() {
            return new StackTraceElement[0];
        }

        @Override
        void abandon() {}
    }
}
