package io.myelin.engine.process;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from a pipe, one after the other. One thread uses it. What it has handed out is not written over before it
 * is done with: where its memory is used up until then it takes other.
 */
public final class FrameReader {
    private static final int LONGEST = MessageWriter.MAX_BYTES + 2 * Frames.FULL_BYTES;

    /** Several frames, and twice what a pipe holds. */
    private static final int CHUNK_BYTES = 4 * Frames.FULL_BYTES;

    private final InputStream in;
    private final MessageReader heads = new MessageReader(MessageClasses.none());
    private FrameMemory memory = new FrameMemory(CHUNK_BYTES);

    /** What it read into before; to be used again once nobody reads there. */
    private @Nullable FrameMemory before;

    private int filled;
    private int at;

    /** Reads from {@code in}. */
    public FrameReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next frame; empty at the end of the pipe. Throws {@link DamagedMessageException} where something else than
     * frames comes.
     */
    public Optional<Frame> next() throws IOException {
        if (memory.content.length > CHUNK_BYTES && filled - at < Frames.FULL_BYTES) {
            // What one large message took must not be held until as much again has come.
            makeRoom();
        } else if (filled == at && memory.isFree()) {
            // From the beginning again, which the processor has at hand.
            filled = 0;
            at = 0;
        }
        if (!fill(Frames.HEAD_BYTES)) {
            return Optional.empty();
        }
        heads.over(memory.content, at, at + Frames.HEAD_BYTES);
        int magic = heads.readInt();
        int length = heads.readInt();
        if (magic != Frames.MAGIC && magic != Frames.MAGIC_ASIDE || length < 0 || length > LONGEST) {
            throw new DamagedMessageException("something else than messages");
        }
        at += Frames.HEAD_BYTES;
        if (!fill(length)) {
            throw new EOFException("the pipe ends in the middle of a frame");
        }
        int from = at;
        at += length;
        return Optional.of(new Frame(memory, from, at, magic == Frames.MAGIC_ASIDE));
    }

    /**
     * Sees that {@code wanted} bytes are there; grows with what comes, not with what is said to come. Each read can take
     * all that the smallest pipe holds: one that left part of a page behind would make that pipe smaller still.
     */
    private boolean fill(int wanted) throws IOException {
        while (filled - at < wanted) {
            int missing = Math.min(wanted - (filled - at), Frames.FULL_BYTES);
            if (memory.content.length - filled < Math.max(missing, Frames.SMALLEST_PIPE)) {
                makeRoom();
            }
            int read = in.read(memory.content, filled, memory.content.length - filled);
            if (read < 0) {
                if (filled > at) {
                    throw new EOFException("the pipe ends in the middle of a frame");
                }
                return false;
            }
            filled += read;
        }
        return true;
    }

    private void makeRoom() {
        int begun = filled - at;
        int size = (int) Math.max(CHUNK_BYTES, Math.min(2L * begun, LONGEST + (long) Frames.FULL_BYTES));
        FrameMemory from = memory;
        memory = from.content.length == size && from.isFree() ? from : other(size);
        System.arraycopy(from.content, at, memory.content, 0, begun);
        filled = begun;
        at = 0;
        if (from.content.length == CHUNK_BYTES && !from.equals(memory)) {
            before = from;
        }
    }

    private FrameMemory other(int size) {
        FrameMemory kept = before;
        return size == CHUNK_BYTES && kept != null && kept.isFree() ? kept : new FrameMemory(size);
    }
}
