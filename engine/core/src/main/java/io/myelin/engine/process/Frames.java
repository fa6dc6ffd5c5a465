package io.myelin.engine.process;

/** How the bytes of a pipe are parted: {@link #MAGIC}, the length of what follows, that many bytes. */
final class Frames {
    /** Begins each frame, so that what somebody else writes into the pipe is noticed at once. */
    static final int MAGIC = 0x4D79656C;

    /** What stands before the content. */
    static final int HEAD_BYTES = 2 * Integer.BYTES;

    /** From this length on a frame is sent without waiting for more; a larger one holds a single large message. */
    static final int FULL_BYTES = 64 << 10;

    private Frames() {}
}
