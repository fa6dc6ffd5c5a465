package io.myelin.engine.message;

/**
 * The bytes that say what a value of the codec is. Each value is one tag and what belongs to it; lengths and counts are
 * {@linkplain MessageWriter#writeNumber numbers}. A tag never changes its meaning; 0 is none, so that blank memory is
 * never a message.
 */
final class MessageTags {
    /** Java's null: inside lists, sets, maps and Java records only. */
    static final int ABSENT = 0x01;

    static final int JSON_NULL = 0x02;
    static final int FALSE = 0x03;
    static final int TRUE = 0x04;
    /** A length and that many bytes, each a character. */
    static final int ASCII = 0x05;
    /** A length and that many bytes: UTF-8, half characters (lone surrogates) by the same rule as whole ones. */
    static final int TEXT = 0x06;
    /** Zigzag number. */
    static final int LONG = 0x07;
    /** Zigzag number. */
    static final int INTEGER = 0x08;
    /** Zigzag number. */
    static final int SHORT = 0x09;
    /** One byte. */
    static final int BYTE = 0x0A;
    /** Its code unit as a number. */
    static final int CHARACTER = 0x0B;
    /** Eight bytes, highest first. */
    static final int DOUBLE = 0x0C;
    /** Four bytes, highest first. */
    static final int FLOAT = 0x0D;
    /** A length and two's complement, highest byte first. */
    static final int BIG_INTEGER = 0x0E;
    /** The scale as a zigzag number, then as {@link #BIG_INTEGER} what is scaled. */
    static final int BIG_DECIMAL = 0x0F;
    /** Its text. */
    static final int LITERAL_NUMBER = 0x10;
    /** A length and the bytes. */
    static final int BYTES = 0x11;
    /** A count and that many pairs of a text and a value. */
    static final int DATA_RECORD = 0x12;
    /** A count and the elements. */
    static final int LIST = 0x13;
    /** A count and the elements, in the order the sender went through them. */
    static final int SET = 0x14;
    /** A count and that many pairs of values. */
    static final int MAP = 0x15;
    /** A value, or {@link #ABSENT}. */
    static final int OPTIONAL = 0x16;
    /** The class's name and the constant's. */
    static final int ENUM = 0x17;
    /** The class's name, a count, the components. */
    static final int JAVA_RECORD = 0x18;
    /** Sixteen bytes. */
    static final int UUID = 0x19;
    /** Seconds as a zigzag number and nanoseconds as a number. */
    static final int INSTANT = 0x1A;
    /** As {@link #INSTANT}. */
    static final int DURATION = 0x1B;
    /** A zigzag number. */
    static final int YEAR = 0x1C;
    /** The year as a zigzag number, the month as a number. */
    static final int YEAR_MONTH = 0x1D;
    /** The number of a {@link TextualKind} and a text. */
    static final int TEXTUAL = 0x1E;

    private MessageTags() {}
}
