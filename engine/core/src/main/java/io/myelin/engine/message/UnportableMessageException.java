package io.myelin.engine.message;

/** A message can't leave its Java machine. The text says which class can't, and what to send instead. */
public final class UnportableMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public UnportableMessageException(String why) {
        super(why);
    }
}
