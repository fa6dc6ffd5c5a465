package io.myelin.engine.component;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message could not be handled; the component itself is well. It goes to the outbox {@code errors} as
 * {@code {"error": text, "item": message}} where that is linked, else the {@code onError} policy decides.
 */
public final class ItemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object item;

    /** The text is for people: what was found, what was expected. */
    public ItemException(String text) {
        this(text, null);
    }

    /** As above, with what lies behind it. */
    public ItemException(String text, @Nullable Throwable cause) {
        super(text, cause);
        this.item = null;
    }

    /** As above, for what is thrown outside {@link ReactiveComponent#onMessage}: says which message it is about. */
    public ItemException(String text, @Nullable Throwable cause, Object item) {
        super(text, cause);
        this.item = item;
    }

    /** The message it is about where it was said; else it is the one that was just being handled. */
    public Optional<Object> item() {
        return Optional.ofNullable(item);
    }
}
