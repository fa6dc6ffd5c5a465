package io.myelin.engine.component;

import org.jspecify.annotations.Nullable;

/**
 * One message could not be handled; the component itself is well. It goes to the outbox {@code errors} as
 * {@code {"error": text, "item": message}} where that is linked, else the {@code onError} policy decides.
 */
public final class ItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The text is for people: what was found, what was expected. */
    public ItemException(String text) {
        super(text);
    }

    /** As above, with what lies behind it. */
    public ItemException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }
}
