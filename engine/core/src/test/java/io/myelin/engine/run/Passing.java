package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;

/** Sends on what it gets. */
class Passing implements ReactiveComponent {
    private ComponentContext context;

    @Override
    public void onStart(ComponentContext itsContext) {
        context = itsContext;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        context.outbox().send(message);
    }
}
