package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;

/** Sends on what it gets. */
class Passing implements ReactiveComponent {
    private ComponentContext context;

    /** What it sees of its run, once it has started. */
    final ComponentContext context() {
        return context;
    }

    @Override
    public void onStart(ComponentContext itsContext) {
        context = itsContext;
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        context.outbox().send(message);
    }
}
