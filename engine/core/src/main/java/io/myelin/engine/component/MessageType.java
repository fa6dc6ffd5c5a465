package io.myelin.engine.component;

/** What kind of message a box takes or gives: for the colour of a box and the check of a link. */
public enum MessageType {
    /** Anything at all. */
    ANY,
    /** A {@link String}. */
    TEXT,
    /** A whole or decimal number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A {@link io.myelin.engine.message.DataRecord}. */
    RECORD,
    /** An immutable {@link java.util.List}. */
    LIST,
    /** {@link io.myelin.engine.message.Bytes}. */
    BYTES
}
