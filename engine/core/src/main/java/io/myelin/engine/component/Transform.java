package io.myelin.engine.component;

import org.jspecify.annotations.Nullable;

/** A component that makes of each message another one, or none. */
public abstract class Transform implements ReactiveComponent {
    private @Nullable Outbox outbox;

    /** What {@code message} becomes; null sends nothing. */
    protected abstract @Nullable Object apply(Object message) throws Exception;

    @Override
    public void onStart(ComponentContext context) throws Exception {
        outbox = context.outbox();
    }

    @Override
    public final void onMessage(Inbox inbox, Object message) throws Exception {
        Object result = apply(message);
        if (result != null && outbox != null) {
            outbox.send(result);
        }
    }
}
