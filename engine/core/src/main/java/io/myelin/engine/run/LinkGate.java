package io.myelin.engine.run;

/** Decides which messages may go along one link just now. What may not go is held, and its sender waits with it. */
@FunctionalInterface
public interface LinkGate {
    /**
     * Whether {@code message} may go on. Called by the sender's thread before it delivers, and for the same message again
     * each time that it is {@linkplain LinkHold#lookAgain told to look again} or finds no room: return at once, never
     * block, never throw.
     *
     * @param message the very object
     * @param sequence 1 for the first message on the link, then one more each
     */
    boolean admits(Object message, long sequence);
}
