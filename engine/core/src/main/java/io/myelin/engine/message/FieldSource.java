package io.myelin.engine.message;

/**
 * The fields of a record in the form in which they came, each made a value only when it is asked for: most of a wide row
 * never is. Immutable; any thread may ask, several at once, and gets an equal value each time.
 */
@FunctionalInterface
public interface FieldSource {
    /** The value of field {@code index}, from 0; an immutable one, never null. Throws nothing. */
    Object value(int index);
}
