package io.myelin.engine.watch.recording;

import io.myelin.engine.plan.Secrets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes entries into blocks. A block begins with where the run was (steps, time, deliveries) and ends with the hash
 * over all deliveries up to there, so that it can be understood, and checked, by itself. One thread at a time.
 */
final class EntryWriter {
    static final int BLOCK_END = 0;
    static final int DELIVERED_NEXT = 1;
    static final int DELIVERED_AT = 2;
    private static final int FIRST_CALL = 3;
    static final int FIRST_EVENT = 30;

    /** Calls for which there was no number left below the events, so that older recordings can still be read. */
    private static final int FIRST_LATER_CALL = 64;

    private static final int BLOCK_BYTES = 1 << 17;

    private final BlockWriter blocks;
    private final MessageEncoding encoding;
    private final DeliveryChain chain;
    private final GrowingBytes block = new GrowingBytes(BLOCK_BYTES + (BLOCK_BYTES >> 2));
    private final GrowingBytes scratch = new GrowingBytes(1024);
    private final Map<Object, Place> known = new IdentityHashMap<>();
    private final long[] sequences;
    private long lastEventStep;
    private long steps;
    private long time;
    private boolean empty = true;
    private boolean unportable;

    /** Where a message stands in the block. */
    private record Place(int from, int length) {}

    EntryWriter(BlockWriter blocks, Secrets secrets, int links) {
        this.blocks = blocks;
        this.encoding = new MessageEncoding(secrets);
        this.chain = new DeliveryChain();
        this.sequences = new long[links];
        begin();
    }

    private void begin() {
        block.clear();
        known.clear();
        Arrays.fill(sequences, -1);
        block.number(steps);
        block.number(time);
        block.number(chain.deliveries());
        lastEventStep = steps;
        empty = true;
    }

    /** Whether anything that is written still gets into the file. */
    boolean isOpen() {
        return blocks.isOpen();
    }

    void delivered(int link, long sequence, Object message) {
        if (sequences[link] + 1 == sequence) {
            block.put(DELIVERED_NEXT);
            block.number(link);
        } else {
            block.put(DELIVERED_AT);
            block.number(link);
            block.number(sequence);
        }
        sequences[link] = sequence;
        StoredMessage stored = message(message);
        chain.add(link, sequence, stored);
        sealIfFull();
    }

    /** What an entry about a call of this kind begins with. */
    static int tag(CallKind kind) {
        int early = FIRST_CALL + kind.ordinal();
        return early < FIRST_EVENT ? early : early - FIRST_EVENT + FIRST_LATER_CALL;
    }

    /** Writes a call; false where its message can't be made again from what was written. */
    boolean call(int component, CallKind kind, long number, String text, Object message) {
        unportable = false;
        block.put(tag(kind));
        block.number(component);
        if (kind.hasNumber()) {
            block.number(number);
        }
        if (kind.hasText()) {
            block.text(text);
        }
        if (kind.hasMessage()) {
            message(message);
        }
        sealIfFull();
        return !unportable;
    }

    void event(EventKind kind, long step, int component, long number, String text) {
        steps = step;
        block.put(FIRST_EVENT + kind.ordinal());
        block.number(step - lastEventStep);
        lastEventStep = step;
        switch (kind) {
            case TIME -> {
                block.number(number - time);
                time = number;
            }
            case REST, STOP, PAUSE, RESUME, WATCH, UNWATCH, CHANGE -> {}
            case TASK, BACK -> block.number(component);
            case SLOW -> block.number(number);
            case DONE -> {
                block.number(component);
                block.number(number);
            }
            case PRINT -> {
                block.number(component);
                block.text(text);
            }
            case END -> {
                block.number(number);
                block.text(text);
            }
        }
        sealIfFull();
    }

    /** A message that was written in this block already is named by its place: senders often pass on what they got. */
    private StoredMessage message(Object message) {
        Place place = known.get(message);
        if (place == null) {
            scratch.clear();
            unportable |= !encoding.write(message, scratch);
            block.number(scratch.length());
            place = new Place(block.length(), scratch.length());
            block.put(scratch.array(), 0, scratch.length());
            known.put(message, place);
        } else {
            block.number(0);
            block.number(place.from());
            block.number(place.length());
        }
        return new StoredMessage(block.array(), place.from(), place.from() + place.length());
    }

    private void sealIfFull() {
        empty = false;
        if (block.length() >= BLOCK_BYTES) {
            seal();
        }
    }

    /** Ends the block, if anything stands in it, and hands it over. */
    void seal() {
        if (empty) {
            return;
        }
        block.put(BLOCK_END);
        byte[] hash = chain.seal();
        block.put(hash, 0, hash.length);
        blocks.add(block.copy());
        begin();
    }
}
