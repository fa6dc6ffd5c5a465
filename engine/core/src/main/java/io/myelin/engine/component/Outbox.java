package io.myelin.engine.component;

import java.util.Iterator;

/** One of a component's own outboxes. It stores nothing. Only that component's current thread may use it. */
public interface Outbox {
    /** Its name. */
    String name();

    /**
     * Sends to everything that is linked. Where an inbox has no room, a sequential component waits here; for a reactive
     * one the message stays with the sender and goes on when there is room, and the component is given nothing new
     * until then. Unlinked, the message is dropped and counted. Throws NullPointerException, naming the box, for null;
     * in strict mode IllegalArgumentException for a mutable message, naming class and box.
     */
    void send(Object message);

    /** Sends if every linked inbox has room now, else returns false and the caller still has the message. */
    boolean offer(Object message);

    /**
     * Sends all of {@code messages}, taking each from the iterator only when there is room for it; so an endless
     * iterator is fine; see also {@link BufferedIterator}. A sequential component waits until all are sent; for a reactive one this returns at once, the
     * engine takes them as there is room, and the component is given nothing new until all are sent. What the iterator
     * throws ends it and counts as thrown by the component's callback.
     */
    void sendAll(Iterator<?> messages);

    /** Whether every linked inbox has room now; true where nothing is linked. */
    boolean hasRoom();

    /** Whether anything is linked to it. */
    boolean isLinked();

    /** Whether it was linked and everything it was linked to has been closed from the other side. */
    boolean isClosed();
}
