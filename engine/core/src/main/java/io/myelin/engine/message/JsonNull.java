package io.myelin.engine.message;

/** JSON's {@code null} as a value, so that it can travel: a Java null never does. */
public enum JsonNull {
    /** The one value. */
    NULL;

    @Override
    public String toString() {
        return "null";
    }
}
