package io.myelin.engine.message;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes. Safe to share between threads. */
public final class Bytes {
    private static final int SHOWN = 16;
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** The sequence without bytes. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** A sequence with a copy of all of {@code content}. */
    public static Bytes copyOf(byte[] content) {
        return new Bytes(content.clone());
    }

    /** A sequence with a copy of {@code length} bytes from {@code offset}; throws IndexOutOfBoundsException outside. */
    public static Bytes copyOf(byte[] content, int offset, int length) {
        return new Bytes(Arrays.copyOfRange(content, offset, offset + length));
    }

    /** How many bytes there are. */
    public int length() {
        return content.length;
    }

    /** The byte at {@code index}, from 0; throws IndexOutOfBoundsException outside. */
    public byte at(int index) {
        return content[index];
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /** A read-only view, which costs no copy. */
    public ByteBuffer asBuffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The length and the first bytes in hexadecimal, for people. */
    @Override
    public String toString() {
        String start = HexFormat.ofDelimiter(" ").formatHex(content, 0, Math.min(SHOWN, content.length));
        return content.length + " bytes [" + start + (content.length > SHOWN ? " …]" : "]");
    }
}
