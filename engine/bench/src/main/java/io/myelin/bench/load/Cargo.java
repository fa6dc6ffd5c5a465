package io.myelin.bench.load;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The messages: a few boxed numbers, made beforehand, over and over in the same order. */
public final class Cargo {
    private static final int KINDS = 1024;
    private static final Long[] MESSAGES = new Long[KINDS];

    static {
        for (int i = 0; i < KINDS; i++) {
            MESSAGES[i] = (long) i;
        }
    }

    private Cargo() {}

    /** The message with this number, from 0. */
    public static Long message(long number) {
        return MESSAGES[(int) number & KINDS - 1];
    }

    /** The value of the message with this number. */
    static long value(long number) {
        return number & KINDS - 1;
    }

    /** What the values of the first {@code count} messages add up to. */
    static long sum(long count) {
        long whole = count / KINDS;
        long rest = count % KINDS;
        return whole * (KINDS * (KINDS - 1L) / 2) + rest * (rest - 1) / 2;
    }

    /** The first {@code count} messages. */
    public static Iterator<Object> messages(long count) {
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public Object next() {
                if (next >= count) {
                    throw new NoSuchElementException();
                }
                return message(next++);
            }
        };
    }
}
