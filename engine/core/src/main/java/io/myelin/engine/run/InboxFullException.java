package io.myelin.engine.run;

/** An inbox is full and set to fail when it is; thrown out of the sender's {@code send}. */
final class InboxFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboxFullException(String message) {
        super(message);
    }
}
