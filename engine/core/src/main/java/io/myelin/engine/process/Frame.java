package io.myelin.engine.process;

import io.myelin.engine.message.MessageReader;

/**
 * What one frame holds; it stays as it is until it is {@linkplain #done done} with, so that it may be read later and on
 * another thread.
 */
public final class Frame {
    private final FrameMemory memory;
    private final int from;
    private final int to;
    private final boolean aside;
    private boolean isDone;

    Frame(FrameMemory memory, int from, int to, boolean aside) {
        this.memory = memory;
        this.from = from;
        this.to = to;
        this.aside = aside;
        memory.handOut();
    }

    /** Whether its entries were said aside: they have nothing to do with the order of those in other frames. */
    public boolean isAside() {
        return aside;
    }

    /** Sets {@code reader} to read its entries. */
    public MessageReader open(MessageReader reader) {
        return reader.over(memory.content, from, to);
    }

    /**
     * It will not be read any more: what comes next may be written over it. By whoever reads it; need not be said, but
     * memory that is used again is at hand for the processor, and new memory is not.
     */
    public void done() {
        if (!isDone) {
            isDone = true;
            memory.takeBack();
        }
    }
}
