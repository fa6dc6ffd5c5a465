package io.myelin.engine.process;

import io.myelin.engine.message.MessageReader;

/** What one frame holds; it stays as it is, so that it may be read later and on another thread. */
public final class Frame {
    private final byte[] content;
    private final int from;
    private final int to;
    private final boolean aside;

    Frame(byte[] content, int from, int to, boolean aside) {
        this.content = content;
        this.from = from;
        this.to = to;
        this.aside = aside;
    }

    /** Whether its entries were said aside: they have nothing to do with the order of those in other frames. */
    public boolean isAside() {
        return aside;
    }

    /** Sets {@code reader} to read its entries. */
    public MessageReader open(MessageReader reader) {
        return reader.over(content, from, to);
    }
}
