package io.myelin.engine.process;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads frames from a pipe, one after the other. One thread uses it. What it has handed out is never written over: where
 * its memory is used up it takes new.
 */
public final class FrameReader {
    private static final int LONGEST = MessageWriter.MAX_BYTES + 2 * Frames.FULL_BYTES;

    /** Several frames, and twice what a pipe holds. */
    private static final int CHUNK_BYTES = 4 * Frames.FULL_BYTES;

    private final InputStream in;
    private final MessageReader heads = new MessageReader(MessageClasses.none());
    private byte[] content = new byte[CHUNK_BYTES];
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
        if (content.length > CHUNK_BYTES && filled - at < Frames.FULL_BYTES) {
            // What one large message took must not be held until as much again has come.
            makeRoom();
        }
        if (!fill(Frames.HEAD_BYTES)) {
            return Optional.empty();
        }
        heads.over(content, at, at + Frames.HEAD_BYTES);
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
        return Optional.of(new Frame(content, from, at, magic == Frames.MAGIC_ASIDE));
    }

    /**
     * Sees that {@code wanted} bytes are there; grows with what comes, not with what is said to come. Each read can take
     * all that the smallest pipe holds: one that left part of a page behind would make that pipe smaller still.
     */
    private boolean fill(int wanted) throws IOException {
        while (filled - at < wanted) {
            int missing = Math.min(wanted - (filled - at), Frames.FULL_BYTES);
            if (content.length - filled < Math.max(missing, Frames.SMALLEST_PIPE)) {
                makeRoom();
            }
            int read = in.read(content, filled, content.length - filled);
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
        long size = Math.max(CHUNK_BYTES, Math.min(2L * begun, LONGEST + (long) Frames.FULL_BYTES));
        content = Arrays.copyOfRange(content, at, at + (int) size);
        filled = begun;
        at = 0;
    }
}
