package io.myelin.engine.run;

/** Sees the messages of one link as they are delivered. */
@FunctionalInterface
public interface LinkTap {
    /**
     * A message has been delivered. Called by the sender's thread: return at once, never block, never throw.
     *
     * @param message the very object
     * @param sequence 1 for the first message on the link, then one more each
     */
    void delivered(Object message, long sequence);
}
