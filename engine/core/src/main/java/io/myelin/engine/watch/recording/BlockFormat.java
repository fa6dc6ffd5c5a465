package io.myelin.engine.watch.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * How a recording is laid out: a line that says what it is, then blocks. Each block has a frame (the length of its
 * content as stored and as it was, what it is, its number, a checksum over all of this and the content) and its content,
 * deflated. A block can be understood without those before it, the head alone excepted.
 */
final class BlockFormat {
    /** The format that this version writes, and the only one it reads. */
    static final int VERSION = 1;

    /** What every recording begins with, before the number of its format. */
    static final String MAGIC = "myelin-recording/";

    /** The first line of a file. */
    static final byte[] FIRST_LINE = (MAGIC + VERSION + "\n").getBytes(StandardCharsets.UTF_8);

    /** The head: once, first. */
    static final byte HEAD = 1;

    /** What happened. */
    static final byte ENTRIES = 2;

    /** Bytes of a frame. */
    static final int FRAME = 4 + 4 + 1 + 8 + 4;

    /** The most that the content of a block may have; what is larger can only be damage. */
    static final int MOST_BYTES = 1 << 30;

    private static final int CHECKED_PART = FRAME - 4;

    private BlockFormat() {}

    /** The frame of a block, ready to be read. */
    static ByteBuffer frame(int stored, int original, byte kind, long number, byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME);
        frame.putInt(stored).putInt(original).put(kind).putLong(number);
        frame.putInt(checksum(frame.array(), content, stored));
        return frame.flip();
    }

    /** The checksum over the first part of a frame and {@code length} bytes of content. */
    static int checksum(byte[] frame, byte[] content, int length) {
        CRC32C sum = new CRC32C();
        sum.update(frame, 0, CHECKED_PART);
        sum.update(content, 0, length);
        return (int) sum.getValue();
    }
}
