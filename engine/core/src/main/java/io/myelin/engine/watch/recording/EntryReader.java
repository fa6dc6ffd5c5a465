package io.myelin.engine.watch.recording;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a recording one after the other. Throws {@link BrokenRecordingException} where a block that is
 * whole holds something that was never written. One thread at a time.
 */
final class EntryReader {
    private static final @Nullable CallKind[] CALLS_BY_TAG = callsByTag();
    private static final EventKind[] EVENTS = EventKind.values();

    private final BlockReader blocks;
    private final long[] sequences;
    private final int components;
    private @Nullable RecordedBytes block;
    private long step;
    private long time;
    private long deliveriesBefore;

    EntryReader(BlockReader blocks, RecordingHeader header) {
        this.blocks = blocks;
        this.sequences = new long[header.links().size()];
        this.components = header.components().size();
    }

    /** The next entry; empty at the end of what can be read. */
    Optional<Entry> next() throws IOException {
        RecordedBytes from = block;
        if (from == null || from.isAtEnd()) {
            Optional<byte[]> content = blocks.next();
            if (content.isEmpty()) {
                return Optional.empty();
            }
            from = new RecordedBytes(content.get(), content.get().length);
            block = from;
            begin(from);
        }
        return Optional.of(read(from));
    }

    private void begin(RecordedBytes from) {
        step = from.number();
        time = from.number();
        long before = from.number();
        deliveriesBefore = before;
        Arrays.fill(sequences, -1);
    }

    /** Nanoseconds since the beginning of the run, at the entry read last. */
    long time() {
        return time;
    }

    /** How many deliveries there had been when the block began in which the entry read last stands. */
    long deliveriesBefore() {
        return deliveriesBefore;
    }

    private Entry read(RecordedBytes from) {
        int tag = from.take();
        return switch (tag) {
            case EntryWriter.BLOCK_END -> {
                int at = from.skip(DeliveryChain.BYTES);
                yield new Entry.BlockEnd(Arrays.copyOfRange(from.array(), at, at + DeliveryChain.BYTES));
            }
            case EntryWriter.DELIVERED_NEXT -> {
                int link = index(from, sequences.length);
                yield delivery(from, link, sequences[link] + 1);
            }
            case EntryWriter.DELIVERED_AT -> {
                int link = index(from, sequences.length);
                yield delivery(from, link, from.number());
            }
            default -> {
                if (tag >= EntryWriter.FIRST_EVENT && tag < EntryWriter.FIRST_EVENT + EVENTS.length) {
                    yield event(from, EVENTS[tag - EntryWriter.FIRST_EVENT]);
                }
                yield call(from, callOf(tag));
            }
        };
    }

    private static @Nullable CallKind[] callsByTag() {
        @Nullable CallKind[] byTag = new CallKind[1 << Byte.SIZE];
        for (CallKind kind : CallKind.values()) {
            byTag[EntryWriter.tag(kind)] = kind;
        }
        return byTag;
    }

    private static CallKind callOf(int tag) {
        CallKind kind = CALLS_BY_TAG[tag];
        if (kind != null) {
            return kind;
        }
        throw new BrokenRecordingException("it holds something unknown (" + tag + ")");
    }

    private Entry delivery(RecordedBytes from, int link, long sequence) {
        sequences[link] = sequence;
        return new Entry.Delivery(link, sequence, message(from));
    }

    private Entry call(RecordedBytes from, CallKind kind) {
        int component = index(from, components);
        long number = kind.hasNumber() ? from.number() : 0;
        String text = kind.hasText() ? from.text() : "";
        return new Entry.Call(component, kind, number, text, kind.hasMessage() ? message(from) : StoredMessage.NONE);
    }

    private Entry event(RecordedBytes from, EventKind kind) {
        step += from.number();
        return switch (kind) {
            case TIME -> {
                time += from.number();
                yield new Entry.Event(kind, step, 0, time, "");
            }
            case REST, STOP, PAUSE, RESUME, WATCH, UNWATCH, CHANGE -> new Entry.Event(kind, step, 0, 0, "");
            case TASK, BACK -> new Entry.Event(kind, step, index(from, components), 0, "");
            case DONE -> new Entry.Event(kind, step, index(from, components), from.number(), "");
            case PRINT -> new Entry.Event(kind, step, index(from, components), 0, from.text());
            case END -> new Entry.Event(kind, step, 0, from.number(), from.text());
            case SLOW -> new Entry.Event(kind, step, 0, from.number(), "");
        };
    }

    private static int index(RecordedBytes from, int count) {
        int index = from.count();
        if (index >= count) {
            throw new BrokenRecordingException("it names something that its head does not have");
        }
        return index;
    }

    private static StoredMessage message(RecordedBytes from) {
        int length = from.count();
        if (length > 0) {
            int at = from.skip(length);
            return new StoredMessage(from.array(), at, at + length);
        }
        int at = from.count();
        int known = from.count();
        if (known == 0 || at > from.position() - known) {
            throw new BrokenRecordingException("it names a message that it does not hold");
        }
        return new StoredMessage(from.array(), at, at + known);
    }
}
