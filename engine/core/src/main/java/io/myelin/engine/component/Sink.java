package io.myelin.engine.component;

/** A component that takes messages and sends none. */
public abstract class Sink implements ReactiveComponent {
    /** Takes one message. */
    protected abstract void accept(Object message) throws Exception;

    @Override
    public final void onMessage(Inbox inbox, Object message) throws Exception {
        accept(message);
    }
}
