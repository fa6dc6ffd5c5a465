package io.myelin.bench.pipe;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes texts in frames: a mark, the length of what follows, and the texts, each behind its own length. */
final class FrameWriter {
    /** Begins each frame. */
    static final int MARK = 0x4D79656C;

    /** What stands before the content. */
    static final int HEAD = 2 * Integer.BYTES;

    /** How large a frame gets: as large as the engine's. */
    static final int FULL = 32 << 10;

    private final OutputStream out;
    private final ByteBuffer frame = ByteBuffer.allocate(HEAD + FULL).position(HEAD);

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /** Adds one; writes the frame where it is full. */
    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (frame.remaining() < Integer.BYTES + bytes.length) {
            flush();
        }
        frame.putInt(bytes.length).put(bytes);
    }

    /** Writes what there is. */
    void flush() throws IOException {
        if (frame.position() > HEAD) {
            frame.putInt(0, MARK).putInt(Integer.BYTES, frame.position() - HEAD);
            out.write(frame.array(), 0, frame.position());
            out.flush();
            frame.clear().position(HEAD);
        }
    }
}
