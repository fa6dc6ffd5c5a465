package io.myelin.engine.message;

/** Learns where the values of a JSON text stand while it is read. */
public interface JsonListener {
    /**
     * A value begins.
     *
     * @param name its name where it is a field of an object, else empty
     * @param inObject whether it is a field of an object rather than an element of an array or the whole
     * @param line from 1
     * @param column in characters, from 1
     */
    void begin(String name, boolean inObject, int line, int column);

    /** The value that began last and has not ended yet ends. */
    void end();

    /** The field {@code name} of the object that is open now stands there a second time; the first one is kept. */
    void duplicate(String name, int line, int column);
}
