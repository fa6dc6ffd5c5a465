package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Whoever boxes belong to: a component of a run, or a subgraph with boxes of its own. */
interface BoxOwner {
    /** Where it stands, for people. */
    String path();

    /** How much its inbox {@code name} may hold, and what that does when it is full. */
    InboxLimit limit(String name);

    /** What runs it; null where nothing does, as with a subgraph. */
    @Nullable
    Strand strand();

    /**
     * Whether it may be sending just now, and will say at {@link Wiring#notice} when it is not. Any thread; false for
     * good once that has been said for the last time.
     */
    default boolean maySend() {
        return false;
    }

    /** {@code message} has come in on {@code control}. Any thread. */
    void outOfBand(Object message);

    /** Something else than a message has changed: an inbox's end, a closed outbox. Any thread. */
    void linksChanged();

    /** Takes over a message that found no room: {@code routes[from]} and those behind it are still owed. */
    void hold(WiredOutbox outbox, Object message, Route[] routes, int from);

    /** Whether it is called when a message comes, rather than waiting for one. */
    boolean isReactive();

    /** Takes over {@code messages}, to be sent as there is room. */
    void holdAll(WiredOutbox outbox, Iterator<?> messages);

    /** Whether it holds something already, behind which the next message has to queue. */
    boolean isHolding();

    /** Before a message is sent: the place to wait, to refuse it, or to end. */
    void beforeSend(WiredOutbox outbox, Object message);

    /** Waits for a message on {@code inbox}; null at its end. */
    @Nullable
    Object receive(WiredInbox inbox);
}
