package io.myelin.engine.run;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The numbers from 0 up. */
final class CountingIterator implements Iterator<Object> {
    private final long count;
    private long next;

    CountingIterator(long count) {
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return next++;
    }
}
