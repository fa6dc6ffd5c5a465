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

/** Reads frames from a pipe, one after the other. One thread uses it. */
public final class FrameReader {
    private static final int LONGEST = MessageWriter.MAX_BYTES + 2 * Frames.FULL_BYTES;
    private static final int FIRST_BYTES = 2 * Frames.FULL_BYTES;

    private final InputStream in;
    private final MessageReader reader;
    private byte[] content = new byte[FIRST_BYTES];
    private int filled;
    private int at;

    /** Reads from {@code in}, making Java records and enums of {@code classes}. */
    public FrameReader(InputStream in, MessageClasses classes) {
        this.in = in;
        this.reader = new MessageReader(classes);
    }

    /**
     * The content of the next frame, to be read before the next call; empty at the end of the pipe. Throws
     * {@link DamagedMessageException} where something else than frames comes.
     */
    public Optional<MessageReader> next() throws IOException {
        if (!fill(Frames.HEAD_BYTES)) {
            return Optional.empty();
        }
        reader.over(content, at, at + Frames.HEAD_BYTES);
        int magic = reader.readInt();
        int length = reader.readInt();
        if (magic != Frames.MAGIC || length < 0 || length > LONGEST) {
            throw new DamagedMessageException("something else than messages");
        }
        at += Frames.HEAD_BYTES;
        if (!fill(length)) {
            throw new EOFException("the pipe ends in the middle of a frame");
        }
        reader.over(content, at, at + length);
        at += length;
        return Optional.of(reader);
    }

    /** Sees that {@code wanted} bytes are there; grows with what comes, not with what is said to come. */
    private boolean fill(int wanted) throws IOException {
        if (filled - at >= wanted) {
            return true;
        }
        System.arraycopy(content, at, content, 0, filled - at);
        filled -= at;
        at = 0;
        if (content.length > FIRST_BYTES && filled + wanted <= FIRST_BYTES) {
            content = Arrays.copyOf(content, FIRST_BYTES);
        }
        while (filled < wanted) {
            if (filled == content.length) {
                content = Arrays.copyOf(content, (int) Math.min((long) content.length << 1, LONGEST));
            }
            int read = in.read(content, filled, content.length - filled);
            if (read < 0) {
                if (filled > 0) {
                    throw new EOFException("the pipe ends in the middle of a frame");
                }
                return false;
            }
            filled += read;
        }
        return true;
    }
}
