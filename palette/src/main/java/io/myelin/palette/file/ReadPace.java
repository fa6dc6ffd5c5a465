package io.myelin.palette.file;

/**
 * Tells from how long the reads of a file have taken whether the next may be made where others wait for its end. Most
 * files lie in memory, or have been read ahead by the system, and a read of them is a copy; but a disk may have to be
 * waited for, and a pipe for ever.
 *
 * <p>It goes by the time that it is told. In a run whose time stands still while a component works, as in a recorded one,
 * every read of a file is quick, so that what comes out does not hang on the disk. For one thread at a time.
 */
final class ReadPace {
    /** What takes longer than this keeps others waiting for longer than two threads take to hand over to each other. */
    static final long LONGEST_NANOS = 1_000_000;

    /** So many reads must have been quick after one that wasn't. */
    static final int QUICK_ONES = 16;

    private final boolean neverQuick;
    private int quickOnesToCome;

    private ReadPace(boolean neverQuick) {
        this.neverQuick = neverQuick;
    }

    /** Of a file, which is quick until it shows that it isn't. */
    static ReadPace ofFile() {
        return new ReadPace(false);
    }

    /** Of something that is never to be waited for. */
    static ReadPace ofPipe() {
        return new ReadPace(true);
    }

    /** A read has taken so many nanoseconds. */
    void took(long nanos) {
        quickOnesToCome = nanos > LONGEST_NANOS ? QUICK_ONES : Math.max(0, quickOnesToCome - 1);
    }

    /** Whether the next read will probably be quick. */
    boolean isQuick() {
        return !neverQuick && quickOnesToCome == 0;
    }
}
