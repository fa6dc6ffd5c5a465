package io.myelin.engine.component;

import java.util.Iterator;

/**
 * Messages that come many at a time, such as the lines of a file: those that are buffered follow each other without a wait.
 * {@link Outbox#sendAll} may then wake who receives them once for many.
 */
public interface BufferedIterator<T> extends Iterator<T> {
    /** Whether the next one is there for certain, so that asking for it waits for nothing outside. */
    boolean isNextBuffered();
}
