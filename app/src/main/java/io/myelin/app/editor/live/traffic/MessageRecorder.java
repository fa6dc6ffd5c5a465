package io.myelin.app.editor.live.traffic;

import io.myelin.engine.run.LinkTap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages seen on one link: {@value #KEPT} at the most, and about {@value #HEAVIEST} bytes. Invariant: only
 * the link's sender writes (the engine calls a tap from one thread at a time, each call after the one before), any
 * thread reads, and neither ever waits for the other; a reader may miss what is overwritten while it reads.
 */
final class MessageRecorder implements LinkTap {
    static final int KEPT = 512;

    private static final int MASK = KEPT - 1;
    private static final long HEAVIEST = 4_000_000;

    private final LongSupplier clock;
    private final AtomicReferenceArray<@Nullable Delivery> ring = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong allowed = new AtomicLong(Long.MAX_VALUE);

    // The sender's own.
    private final long[] weights = new long[KEPT];
    private long oldest;
    private long weight;

    /** Notes the time by {@code clock}, in nanoseconds. */
    MessageRecorder(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public void delivered(Object message, long sequence) {
        long index = recorded.getPlain();
        if (index >= allowed.getOpaque()) {
            return;
        }
        long heavy = MessageWeight.of(message);
        weight += heavy;
        while (oldest < index && (weight > HEAVIEST || index - oldest >= KEPT)) {
            int slot = (int) (oldest & MASK);
            weight -= weights[slot];
            ring.setRelease(slot, null);
            oldest++;
        }
        int slot = (int) (index & MASK);
        weights[slot] = heavy;
        ring.setRelease(slot, new Delivery(message, sequence, clock.getAsLong()));
        recorded.setRelease(index + 1);
    }

    /** Keeps every message from now on. */
    void keepAll() {
        allowed.setOpaque(Long.MAX_VALUE);
    }

    /** Keeps {@code more} messages, then none. */
    void keepNext(int more) {
        allowed.setOpaque(recorded.getAcquire() + more);
    }

    /** Whether it has kept what it was to keep. */
    boolean isDone() {
        return recorded.getAcquire() >= allowed.getOpaque();
    }

    /** How many were recorded, ever. */
    long recorded() {
        return recorded.getAcquire();
    }

    /** What is still there of those recorded after the first {@code index}, oldest first. */
    List<Delivery> since(long index) {
        long end = recorded.getAcquire();
        List<Delivery> found = new ArrayList<>();
        for (long at = Math.max(index, end - KEPT); at < end; at++) {
            Delivery delivery = ring.getAcquire((int) (at & MASK));
            if (delivery != null) {
                found.add(delivery);
            }
        }
        // The sender may have gone round meanwhile, so that newer ones stand in front.
        found.sort(Comparator.comparingLong(Delivery::sequence));
        return found;
    }
}
