package io.myelin.app.editor.journal;

/** A journal does not hold what journals hold. The message says what is wrong. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
