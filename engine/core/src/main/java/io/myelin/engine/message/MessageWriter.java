package io.myelin.engine.message;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages as compact bytes, one behind the other, into memory; {@link MessageReader} reads them. Each message
 * stands for itself: no state is carried from one to the next, so that any of them can be read alone.
 *
 * <p>What may travel: text, whole numbers of any size, decimals exact to their scale, doubles, booleans, {@link Bytes},
 * {@link DataRecord}s, lists, sets, maps and {@link Optional}s of such, JSON's null, identifiers (UUID, URI), dates and
 * times, paths, and Java records and enums, which only a reader that has their classes can read. Containers arrive as
 * immutable ones. Anything else is refused with an {@link UnportableMessageException}. The bytes of one message are at
 * most {@value #MAX_BYTES}, its nesting at most {@value JsonValues#MAX_DEPTH}.
 *
 * <p>Not safe for several threads.
 */
public final class MessageWriter {
    /** The version of the format, for the head of a file or stream; a reader refuses others. */
    public static final int VERSION = 1;

    /** The most bytes that one message may take. */
    public static final int MAX_BYTES = 64 << 20;

    /** Stands for what is no UTF-8. */
    private static final char NO_UTF_8 = '\uFFFD';

    private static final int FIRST_BYTES = 512;
    /** From here on a text is copied as a whole. */
    private static final int LONG_TEXT = 24;

    private static final int LAST_OF_SEVEN_BITS = 0x7F;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;
    private int start;
    private int depth;

    /** An empty one. */
    public MessageWriter() {
        // Nothing written yet.
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** Forgets what was written, from {@code size} (0 and up) on. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
        if (newSize == 0 && bytes.length > MAX_BYTES >> 4) {
            // One large message must not hold its memory for ever.
            bytes = new byte[FIRST_BYTES];
        }
    }

    /** A copy of all bytes written. */
    public Bytes toBytes() {
        return Bytes.copyOf(bytes, 0, size);
    }

    /** Writes the bytes from {@code from} on to {@code out}. */
    public void writeTo(OutputStream out, int from) throws IOException {
        out.write(bytes, from, size - from);
    }

    /** A reader of what has been written since {@code from}, until more is written. */
    MessageReader reader(int from, MessageClasses classes) {
        return new MessageReader(classes).over(bytes, from, size);
    }

    // ---- Parts

    /** Writes the lowest eight bits. */
    public void writeByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Writes four bytes, highest first. */
    public void writeInt(int value) {
        reserve(Integer.BYTES);
        setInt(size, value);
        size += Integer.BYTES;
    }

    /** Writes four bytes over those at {@code at}. */
    public void setInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    /** Writes {@code value}, taken as unsigned, in as few bytes as it needs: seven bits each, lowest first. */
    public void writeNumber(long value) {
        reserve(10);
        long left = value;
        while ((left & ~(long) LAST_OF_SEVEN_BITS) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** Writes a number that may be negative; small ones of either sign are short. */
    public void writeSigned(long value) {
        writeNumber((value << 1) ^ (value >> 63));
    }

    /** Writes a text. */
    public void writeText(String text) {
        int length = text.length();
        int begin = size;
        writeByte(MessageTags.ASCII);
        writeNumber(length);
        reserve(length);
        if (length >= LONG_TEXT) {
            if (!isCopied(text, length)) {
                size = begin;
                writeWide(text);
            }
            return;
        }
        int at = size;
        for (int index = 0; index < length; index++) {
            char symbol = text.charAt(index);
            if (symbol > LAST_OF_SEVEN_BITS) {
                size = begin;
                writeWide(text);
                return;
            }
            bytes[at + index] = (byte) symbol;
        }
        size += length;
    }

    /**
     * Copies {@code text}, if it is ASCII throughout. What is there afterwards is compared with it, which together costs a
     * fraction of looking at one symbol after the other: copies and comparisons are the machine's own, many bytes at once.
     */
    @SuppressWarnings("deprecation") // The only way to copy the low bytes of a text without memory of its own.
    private boolean isCopied(String text, int length) {
        text.getBytes(0, length, bytes, size);
        // Whatever is not ASCII makes another text of its low bytes, taken as UTF-8: but for the sign that stands for
        // what
        // is no UTF-8, whose own low byte is none.
        boolean isSame =
                new String(bytes, size, length, StandardCharsets.UTF_8).equals(text) && text.indexOf(NO_UTF_8) < 0;
        if (isSame) {
            size += length;
        }
        return isSame;
    }

    private void writeWide(String text) {
        int encoded = 0;
        for (int index = 0; index < text.length(); index++) {
            int symbol = text.codePointAt(index);
            encoded = Math.addExact(encoded, symbol < 0x80 ? 1 : symbol < 0x800 ? 2 : symbol < 0x10000 ? 3 : 4);
            index += Character.charCount(symbol) - 1;
        }
        writeByte(MessageTags.TEXT);
        writeNumber(encoded);
        reserve(encoded);
        for (int index = 0; index < text.length(); index++) {
            int symbol = text.codePointAt(index);
            index += Character.charCount(symbol) - 1;
            writeSymbol(symbol);
        }
    }

    private void writeSymbol(int symbol) {
        if (symbol < 0x80) {
            bytes[size++] = (byte) symbol;
        } else if (symbol < 0x800) {
            bytes[size++] = (byte) (0xC0 | symbol >> 6);
            bytes[size++] = (byte) (0x80 | symbol & 0x3F);
        } else if (symbol < 0x10000) {
            bytes[size++] = (byte) (0xE0 | symbol >> 12);
            bytes[size++] = (byte) (0x80 | symbol >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | symbol & 0x3F);
        } else {
            bytes[size++] = (byte) (0xF0 | symbol >> 18);
            bytes[size++] = (byte) (0x80 | symbol >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | symbol >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | symbol & 0x3F);
        }
    }

    /** Writes all that {@code other} holds from {@code from} on. */
    public void append(MessageWriter other, int from) {
        writeRaw(other.bytes, from, other.size - from);
    }

    private void writeRaw(byte[] content, int from, int length) {
        reserve(length);
        System.arraycopy(content, from, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            long wanted = (long) size + more;
            if (depth > 0 && wanted - start > MAX_BYTES) {
                throw tooLarge();
            }
            long larger = Math.max(wanted, Math.min((long) bytes.length << 1, Integer.MAX_VALUE - 8));
            bytes = Arrays.copyOf(bytes, Math.toIntExact(larger));
        }
    }

    private static UnportableMessageException tooLarge() {
        return new UnportableMessageException(
                "a message of more than " + (MAX_BYTES >> 20) + " MiB can't leave its Java machine; send it in parts");
    }

    // ---- Messages

    /** Writes a whole message; throws {@link UnportableMessageException}, and then nothing is written. */
    public void writeMessage(Object message) {
        int before = size;
        start = before;
        try {
            depth = 1;
            write(message);
            if (size - before > MAX_BYTES) {
                throw tooLarge();
            }
        } catch (RuntimeException | Error failed) {
            size = before;
            throw failed;
        } finally {
            depth = 0;
        }
    }

    private void write(Object value) {
        switch (value) {
            case String text -> writeText(text);
            case Long number -> signed(MessageTags.LONG, number);
            case DataRecord record -> dataRecord(record);
            case Boolean truth -> writeByte(truth ? MessageTags.TRUE : MessageTags.FALSE);
            case Bytes content -> bytes(content);
            case Number number -> number(number);
            case List<?> list -> elements(MessageTags.LIST, list.toArray());
            case JsonNull _ -> writeByte(MessageTags.JSON_NULL);
            case Record record -> javaRecord(record);
            case Enum<?> constant -> {
                writeByte(MessageTags.ENUM);
                writeText(constant.getDeclaringClass().getName());
                writeText(constant.name());
            }
            case Set<?> set -> elements(MessageTags.SET, set.toArray());
            case Map<?, ?> map -> map(map);
            case Optional<?> optional -> {
                writeByte(MessageTags.OPTIONAL);
                inner(optional.isPresent() ? optional.get() : null);
            }
            default -> platformValue(value);
        }
    }

    private void number(Number number) {
        switch (number) {
            case Integer whole -> signed(MessageTags.INTEGER, whole);
            case BigDecimal decimal -> {
                signed(MessageTags.BIG_DECIMAL, decimal.scale());
                raw(decimal.unscaledValue().toByteArray());
            }
            case Double real -> {
                writeByte(MessageTags.DOUBLE);
                eightBytes(Double.doubleToRawLongBits(real));
            }
            case BigInteger whole -> {
                writeByte(MessageTags.BIG_INTEGER);
                raw(whole.toByteArray());
            }
            case LiteralNumber literal -> literal(literal);
            case Float real -> {
                writeByte(MessageTags.FLOAT);
                writeInt(Float.floatToRawIntBits(real));
            }
            case Short whole -> signed(MessageTags.SHORT, whole);
            case Byte whole -> {
                writeByte(MessageTags.BYTE);
                writeByte(whole);
            }
            default -> throw refusal(number);
        }
    }

    private void literal(LiteralNumber literal) {
        String text = literal.toString();
        if (text.length() > JsonNumbers.MAX_LENGTH) {
            throw new UnportableMessageException("a number of " + text.length() + " characters can't leave its Java"
                    + " machine; at most " + JsonNumbers.MAX_LENGTH + " are allowed");
        }
        writeByte(MessageTags.LITERAL_NUMBER);
        writeText(text);
    }

    private void signed(int tag, long value) {
        writeByte(tag);
        writeSigned(value);
    }

    private void raw(byte[] content) {
        writeNumber(content.length);
        writeRaw(content, 0, content.length);
    }

    private void bytes(Bytes content) {
        int length = content.length();
        writeByte(MessageTags.BYTES);
        writeNumber(length);
        reserve(length);
        content.asBuffer().get(bytes, size, length);
        size += length;
    }

    private void eightBytes(long value) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).putLong(size, value);
        size += Long.BYTES;
    }

    private void dataRecord(DataRecord record) {
        writeByte(MessageTags.DATA_RECORD);
        writeNumber(record.size());
        record.forEach((name, value) -> {
            writeText(name);
            inner(value);
        });
    }

    private void elements(int tag, @Nullable Object[] elements) {
        writeByte(tag);
        writeNumber(elements.length);
        for (Object element : elements) {
            inner(element);
        }
    }

    private void map(Map<?, ?> map) {
        Object[] entries = map.entrySet().toArray();
        writeByte(MessageTags.MAP);
        writeNumber(entries.length);
        for (Object entry : entries) {
            inner(((Map.Entry<?, ?>) entry).getKey());
            inner(((Map.Entry<?, ?>) entry).getValue());
        }
    }

    private void javaRecord(Record record) {
        RecordShape shape = RecordShape.of(record.getClass());
        @Nullable Object[] values = shape.values(record);
        writeByte(MessageTags.JAVA_RECORD);
        writeText(record.getClass().getName());
        writeNumber(values.length);
        for (Object value : values) {
            inner(value);
        }
    }

    private void inner(@Nullable Object value) {
        if (value == null) {
            writeByte(MessageTags.ABSENT);
            return;
        }
        if (++depth > JsonValues.MAX_DEPTH) {
            throw new UnportableMessageException(
                    "a message nested more than " + JsonValues.MAX_DEPTH + " deep can't leave its Java machine");
        }
        write(value);
        depth--;
    }

    private void platformValue(Object value) {
        switch (value) {
            case Character symbol -> {
                writeByte(MessageTags.CHARACTER);
                writeNumber(symbol);
            }
            case Instant instant -> time(MessageTags.INSTANT, instant.getEpochSecond(), instant.getNano());
            case Duration duration -> time(MessageTags.DURATION, duration.getSeconds(), duration.getNano());
            case UUID id -> {
                writeByte(MessageTags.UUID);
                eightBytes(id.getMostSignificantBits());
                eightBytes(id.getLeastSignificantBits());
            }
            case Year year -> signed(MessageTags.YEAR, year.getValue());
            case YearMonth month -> time(MessageTags.YEAR_MONTH, month.getYear(), month.getMonthValue());
            default -> {
                TextualKind kind = TextualKind.of(value).orElseThrow(() -> refusal(value));
                writeByte(MessageTags.TEXTUAL);
                writeNumber(kind.ordinal());
                writeText(kind.text(value));
            }
        }
    }

    private void time(int tag, long large, int small) {
        signed(tag, large);
        writeNumber(small);
    }

    private static UnportableMessageException refusal(Object value) {
        Class<?> type = value.getClass();
        String instead = type == byte[].class
                ? "send Bytes.copyOf of it"
                : type.isArray()
                        ? "send a list"
                        : "send text, numbers, DataRecords, lists, Bytes, or a Java record of such values";
        return new UnportableMessageException("a " + type.getTypeName() + " can't leave its Java machine; " + instead);
    }
}
