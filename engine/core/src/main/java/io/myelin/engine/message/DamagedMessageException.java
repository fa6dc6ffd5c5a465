package io.myelin.engine.message;

/** Bytes are not what the codec writes: damaged, cut off, of another version, or never meant to be a message. */
public final class DamagedMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says what was found. */
    public DamagedMessageException(String found) {
        super(found);
    }

    /** As above, with what lies behind it. */
    public DamagedMessageException(String found, Throwable cause) {
        super(found, cause);
    }
}
