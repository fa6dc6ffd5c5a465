package io.myelin.app.command;

/** A command was used wrongly; the message is a sentence for people. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
