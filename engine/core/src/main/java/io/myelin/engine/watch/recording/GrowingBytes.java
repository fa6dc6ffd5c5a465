package io.myelin.engine.watch.recording;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written, one after the other. One thread at a time. */
final class GrowingBytes extends OutputStream {
    private byte[] bytes;
    private int length;

    GrowingBytes(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** The bytes themselves; those at {@link #length} and behind it mean nothing. Good until the next one is written. */
    byte[] array() {
        return bytes;
    }

    void clear() {
        length = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void put(int one) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(64, length * 2));
        }
        bytes[length++] = (byte) one;
    }

    @Override
    public void write(int one) {
        put(one);
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        put(from, offset, count);
    }

    void put(byte[] from, int offset, int count) {
        if (count > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, count)));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** A number, small ones in few bytes: seven bits each, the lowest first; negative ones take ten. */
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            put((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        put(utf8, 0, utf8.length);
    }
}
