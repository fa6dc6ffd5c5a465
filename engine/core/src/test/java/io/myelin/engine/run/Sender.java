package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.util.Iterator;

/** Sends what an iterator gives. */
final class Sender implements ReactiveComponent {
    private final Iterator<?> messages;

    Sender(Iterator<?> messages) {
        this.messages = messages;
    }

    @Override
    public void onStart(ComponentContext context) {
        context.outbox().sendAll(messages);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new AssertionError("a source got a message");
    }
}
