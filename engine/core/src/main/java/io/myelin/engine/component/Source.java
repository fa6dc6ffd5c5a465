package io.myelin.engine.component;

import java.util.Iterator;

/** A component that sends what an iterator gives, taking each message only when there is room for it. */
public abstract class Source implements ReactiveComponent {
    /** What to send; taken from on the component's own thread. Called once. */
    protected abstract Iterator<?> messages(ComponentContext context) throws Exception;

    @Override
    public void onStart(ComponentContext context) throws Exception {
        context.outbox().sendAll(messages(context));
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("a source has no data inbox");
    }
}
