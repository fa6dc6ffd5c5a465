package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.util.List;

/** Takes nothing until it is told to, by a message on its inbox {@code begin}. */
final class ReadingWhenTold implements ReactiveComponent {
    private final List<Object> received;
    private ComponentContext context;

    ReadingWhenTold(List<Object> received) {
        this.received = received;
    }

    @Override
    public void onStart(ComponentContext itsContext) {
        context = itsContext;
        context.inbox().hold();
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        if (inbox.name().equals("begin")) {
            context.inbox().resume();
        } else {
            received.add(message);
        }
    }
}
