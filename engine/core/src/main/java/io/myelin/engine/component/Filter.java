package io.myelin.engine.component;

import org.jspecify.annotations.Nullable;

/** A component that passes the messages for which something holds. */
public abstract class Filter implements ReactiveComponent {
    private @Nullable Outbox outbox;

    /** Whether {@code message} passes. */
    protected abstract boolean passes(Object message) throws Exception;

    @Override
    public void onStart(ComponentContext context) throws Exception {
        outbox = context.outbox();
    }

    @Override
    public final void onMessage(Inbox inbox, Object message) throws Exception {
        if (passes(message) && outbox != null) {
            outbox.send(message);
        }
    }
}
