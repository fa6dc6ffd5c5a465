package io.myelin.engine.process;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Memory that a pipe is read into, and how many frames in it may still be read: while there is none it may be written
 * over. What somebody never says to be done with is left to them, and new memory taken instead.
 */
final class FrameMemory {
    final byte[] content;
    private final AtomicInteger frames = new AtomicInteger();

    FrameMemory(int bytes) {
        content = new byte[bytes];
    }

    /** A frame in it is handed out. By its reader. */
    void handOut() {
        frames.incrementAndGet();
    }

    /** A frame in it will not be read any more. Any thread, once for each; what it has read comes before what is written. */
    void takeBack() {
        frames.decrementAndGet();
    }

    /** Whether nobody reads in it any more. By its reader. */
    boolean isFree() {
        return frames.get() == 0;
    }
}
