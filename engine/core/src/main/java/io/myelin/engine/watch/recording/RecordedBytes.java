package io.myelin.engine.watch.recording;

import java.nio.charset.StandardCharsets;

/** Bytes being read that a {@link GrowingBytes} wrote. Throws {@link BrokenRecordingException} where they end early. */
final class RecordedBytes {
    private final byte[] bytes;
    private final int end;
    private int at;

    RecordedBytes(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    boolean isAtEnd() {
        return at >= end;
    }

    int position() {
        return at;
    }

    byte[] array() {
        return bytes;
    }

    int take() {
        if (at >= end) {
            throw new BrokenRecordingException("a part of it ends too early");
        }
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int one = take();
            value |= (long) (one & 0x7f) << shift;
            if ((one & 0x80) == 0) {
                return value;
            }
        }
        throw new BrokenRecordingException("a number in it is too long");
    }

    /** A number that says how many or which: 0 up to what an array can hold. */
    int count() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new BrokenRecordingException("a number in it is out of range");
        }
        return (int) value;
    }

    /** Passes over {@code count} bytes; where they begin. */
    int skip(int count) {
        if (count > end - at) {
            throw new BrokenRecordingException("a part of it ends too early");
        }
        int from = at;
        at += count;
        return from;
    }

    String text() {
        int length = count();
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }
}
