package io.myelin.engine.component;

/**
 * The reactive style: the engine calls, the component answers and returns. It runs under every execution.
 *
 * <p>Calls come one at a time. After {@link #onStart} come messages, timers and tasks in the order in which they became
 * due, {@code control} before data; no message is delivered while something that the component sent is still held up by
 * a full inbox, so {@link Outbox#send} never blocks here and never loses. Anything thrown is a failure, which the
 * component's {@code onError} policy decides; an {@link ItemException} goes to the outbox {@code errors} where that is
 * linked.
 *
 * <p>The component finishes when it asks to ({@link ComponentContext#finish}), or when all its linked data inboxes are
 * at their end (at once for a type without data inboxes), all that it sent has been delivered, and it has neither timers
 * nor {@linkplain ComponentContext#expect outside work} pending.
 */
public non-sealed interface ReactiveComponent extends Component {
    /** The first call. Keep the context: it gives boxes, time and the way to end. */
    default void onStart(ComponentContext context) throws Exception {}

    /** A message has come in on a data inbox. */
    void onMessage(Inbox inbox, Object message) throws Exception;

    /** One linked data inbox has come to its end, and all its messages have been delivered. */
    default void onInboxEnd(Inbox inbox) throws Exception {}

    /** All linked data inboxes are at their end: the place to send what was collected. Called once at the most. */
    default void onEnd() throws Exception {}

    /** A message other than a hard stop has come in on {@code control}; by default it is ignored. */
    default void onControl(Object message) throws Exception {}

    /** Every linked data outbox has been closed from the other side: nobody is left to send to. By default: finish. */
    default void onOutboxesClosed(ComponentContext context) throws Exception {
        context.finish();
    }

    /** The very last call, exactly once, however the component ends: release what is held. */
    default void onStop() throws Exception {}
}
