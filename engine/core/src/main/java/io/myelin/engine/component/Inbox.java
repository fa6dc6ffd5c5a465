package io.myelin.engine.component;

import org.jspecify.annotations.Nullable;

/** One of a component's own inboxes. Only that component's current thread may use it. */
public interface Inbox extends Iterable<Object> {
    /** Its name. */
    String name();

    /** The next message, or null when none is waiting; never blocks. */
    @Nullable
    Object poll();

    /**
     * The next message, waiting for it; null at the end of the stream. For sequential components: a reactive one gets
     * an IllegalStateException. Throws {@link ComponentStoppedException} at a hard stop.
     */
    @Nullable
    Object receive();

    /** How many messages wait. */
    int size();

    /** How many it may hold; {@link Integer#MAX_VALUE} where unbounded. */
    int capacity();

    /** Whether anything is linked to it. */
    boolean isLinked();

    /** Whether all its producers have finished and nothing waits. False while nothing is linked to it. */
    boolean isAtEnd();

    /**
     * Whether its stream is not whole: a producer of it, or one behind that, was stopped or failed for good before it
     * had finished. Known for certain when it is at its end, for instance in {@code onInboxEnd} and {@code onEnd}. What is
     * complete only with the whole stream, such as a file that replaces another, had better not be made of it.
     */
    boolean isCutOff();

    /**
     * Leaves what waits here, and the end of the stream, where it is until {@link #resume}: nothing of it is delivered,
     * so that its producers feel it, while other inboxes, timers and tasks go on. For data inboxes of reactive
     * components, else IllegalStateException. Holding a held one changes nothing.
     */
    void hold();

    /** Takes back {@link #hold}; without effect where nothing is held. */
    void resume();
}
