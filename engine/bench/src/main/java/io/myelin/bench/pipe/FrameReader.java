package io.myelin.bench.pipe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link FrameWriter} has written. */
final class FrameReader {
    private final InputStream in;
    private final byte[] head = new byte[FrameWriter.HEAD];
    private final ByteBuffer frame = ByteBuffer.allocate(FrameWriter.FULL).limit(0);

    FrameReader(InputStream in) {
        this.in = new BufferedInputStream(in, FrameWriter.HEAD + FrameWriter.FULL);
    }

    /** Reads a frame, waiting for it; false at the end. */
    boolean next() throws IOException {
        if (in.readNBytes(head, 0, head.length) < head.length) {
            return false;
        }
        ByteBuffer begin = ByteBuffer.wrap(head);
        if (begin.getInt() != FrameWriter.MARK) {
            throw new IOException("no frame begins here");
        }
        int length = begin.getInt();
        frame.clear().limit(length);
        if (in.readNBytes(frame.array(), 0, length) < length) {
            throw new IOException("the pipe ended in the middle of a frame");
        }
        return true;
    }

    /** Whether the frame has one more. */
    boolean hasText() {
        return frame.hasRemaining();
    }

    /** The next text of the frame. */
    String text() {
        int length = frame.getInt();
        String text = new String(frame.array(), frame.position(), length, StandardCharsets.UTF_8);
        frame.position(frame.position() + length);
        return text;
    }

    /** Whether more can be read without waiting. */
    boolean isMoreThere() throws IOException {
        return in.available() > 0;
    }
}
