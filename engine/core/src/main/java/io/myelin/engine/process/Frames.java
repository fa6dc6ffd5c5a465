package io.myelin.engine.process;

/**
 * How the bytes of a pipe are parted: {@link #MAGIC} or {@link #MAGIC_ASIDE}, the length of what follows, that many
 * bytes.
 */
final class Frames {
    /** Begins each frame, so that what somebody else writes into the pipe is noticed at once. */
    static final int MAGIC = 0x4D79656C;

    /** Begins a frame whose entries were said aside: they have nothing to do with the order of the others. */
    static final int MAGIC_ASIDE = 0x4D796561;

    /** What stands before the content. */
    static final int HEAD_BYTES = 2 * Integer.BYTES;

    /**
     * From this length on a frame is sent without waiting for more; a larger one holds a single large message. Half of
     * what a pipe holds, so that one can be written while the one before is read.
     */
    static final int FULL_BYTES = 32 << 10;

    /** A pipe holds a page at the least; one is given no more where its user has very many of them. */
    static final int SMALLEST_PIPE = 4 << 10;

    private Frames() {}
}
