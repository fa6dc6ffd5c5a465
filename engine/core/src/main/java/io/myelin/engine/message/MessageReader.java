package io.myelin.engine.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link MessageWriter} wrote. Bytes that it did not write end in a {@link DamagedMessageException}, whatever
 * they are: nothing is made larger than what stands in them calls for, and nothing nested deeper than
 * {@value JsonValues#MAX_DEPTH}.
 *
 * <p>Not safe for several threads.
 */
public final class MessageReader {
    private static final int FIRST_ELEMENTS = 16;
    private static final int NAMES = 512;
    private static final int LONGEST_KEPT_NAME = 40;

    private final MessageClasses classes;
    /** Names of fields read lately, by a hash of their bytes: the same few come again and again. */
    private final @Nullable String[] names = new String[NAMES];

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int depth;

    /** A reader of nothing yet that makes only these classes of Java records and enums. */
    public MessageReader(MessageClasses classes) {
        this.classes = classes;
    }

    /** Reads {@code content} from {@code from} to before {@code to} from now on; it must not change meanwhile. */
    public MessageReader over(byte[] content, int from, int to) {
        if (from < 0 || to < from || to > content.length) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + content.length + " bytes");
        }
        bytes = content;
        at = from;
        end = to;
        return this;
    }

    /** How many bytes are left. */
    public int remaining() {
        return end - at;
    }

    // ---- Parts

    /** The next byte, from 0 to 255. */
    public int readByte() {
        if (at >= end) {
            throw cutOff();
        }
        return bytes[at++] & 0xFF;
    }

    /** What {@link MessageWriter#writeInt} wrote. */
    public int readInt() {
        need(Integer.BYTES);
        int value = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
        at += Integer.BYTES;
        return value;
    }

    /** What {@link MessageWriter#writeNumber} wrote. */
    public long readNumber() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedMessageException("a number without end");
    }

    /** What {@link MessageWriter#writeSigned} wrote. */
    public long readSigned() {
        long value = readNumber();
        return (value >>> 1) ^ -(value & 1);
    }

    /** What {@link MessageWriter#writeNumber} wrote, where it is a length or count of what follows. */
    public int readCount() {
        long count = readNumber();
        if (count < 0 || count > end - at) {
            throw new DamagedMessageException(
                    "a length of " + Long.toUnsignedString(count) + ", where " + (end - at) + " bytes follow");
        }
        return (int) count;
    }

    /** What {@link MessageWriter#writeText} wrote. */
    public String readText() {
        int tag = readByte();
        return switch (tag) {
            case MessageTags.ASCII -> ascii();
            case MessageTags.TEXT -> wide();
            default -> throw new DamagedMessageException("something else (tag " + tag + ") where a text is expected");
        };
    }

    private String ascii() {
        int length = readCount();
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    private String wide() {
        int length = readCount();
        StringBuilder text = new StringBuilder(length);
        int stop = at + length;
        while (at < stop) {
            text.appendCodePoint(symbol(stop));
        }
        return text.toString();
    }

    private int symbol(int stop) {
        int first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        int more = first >> 5 == -2 ? 1 : first >> 4 == -2 ? 2 : first >> 3 == -2 ? 3 : -1;
        if (more < 0 || stop - at < more) {
            throw new DamagedMessageException("a text that is not UTF-8");
        }
        int symbol = first & 0x3F >> more;
        boolean isWhole = true;
        for (int index = 0; index < more; index++) {
            int next = bytes[at++];
            isWhole &= (next & 0xC0) == 0x80;
            symbol = symbol << 6 | next & 0x3F;
        }
        if (!isWhole || symbol > Character.MAX_CODE_POINT) {
            throw new DamagedMessageException("a text that is not UTF-8");
        }
        return symbol;
    }

    private String name() {
        if (end - at > 1 && bytes[at] == MessageTags.ASCII) {
            int length = bytes[at + 1];
            if (length >= 0 && length <= LONGEST_KEPT_NAME && length <= end - at - 2) {
                return shortName(length);
            }
        }
        return readText();
    }

    private String shortName(int length) {
        int from = at + 2;
        at = from + length;
        int hash = length;
        for (int index = from; index < at; index++) {
            hash = hash * 31 + bytes[index];
        }
        int slot = (hash ^ hash >>> 15) & NAMES - 1;
        String kept = names[slot];
        if (kept != null && isSame(kept, from, length)) {
            return kept;
        }
        String name = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        names[slot] = name;
        return name;
    }

    private boolean isSame(String kept, int from, int length) {
        if (kept.length() != length) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (kept.charAt(index) != (bytes[from + index] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    private void need(int count) {
        if (end - at < count) {
            throw cutOff();
        }
    }

    private static DamagedMessageException cutOff() {
        return new DamagedMessageException("the end of the bytes in the middle of a value");
    }

    // ---- Messages

    /** The next message; throws {@link DamagedMessageException} where none stands there. */
    public Object readMessage() {
        depth = 0;
        return required(value());
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new DamagedMessageException("nothing where a value is expected");
        }
        return value;
    }

    /** A value inside another; null where it is absent. */
    private @Nullable Object inner() {
        if (++depth >= JsonValues.MAX_DEPTH) {
            throw new DamagedMessageException("values nested more than " + JsonValues.MAX_DEPTH + " deep");
        }
        Object value = value();
        depth--;
        return value;
    }

    private @Nullable Object value() {
        int tag = readByte();
        return switch (tag) {
            case MessageTags.ABSENT -> null;
            case MessageTags.JSON_NULL -> JsonNull.NULL;
            case MessageTags.FALSE -> Boolean.FALSE;
            case MessageTags.TRUE -> Boolean.TRUE;
            case MessageTags.ASCII -> ascii();
            case MessageTags.TEXT -> wide();
            case MessageTags.LONG -> readSigned();
            case MessageTags.BYTES -> bytes();
            case MessageTags.DATA_RECORD -> dataRecord();
            case MessageTags.LIST -> list();
            case MessageTags.SET -> set();
            case MessageTags.MAP -> map();
            case MessageTags.OPTIONAL -> Optional.ofNullable(inner());
            case MessageTags.ENUM -> constant();
            case MessageTags.JAVA_RECORD -> javaRecord();
            default -> scalar(tag);
        };
    }

    private Object scalar(int tag) {
        return switch (tag) {
            case MessageTags.INTEGER -> (int) within(readSigned(), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case MessageTags.SHORT -> (short) within(readSigned(), Short.MIN_VALUE, Short.MAX_VALUE);
            case MessageTags.BYTE -> (byte) readByte();
            case MessageTags.CHARACTER -> (char) within(readNumber(), Character.MIN_VALUE, Character.MAX_VALUE);
            case MessageTags.DOUBLE -> Double.longBitsToDouble(eightBytes());
            case MessageTags.FLOAT -> Float.intBitsToFloat(readInt());
            case MessageTags.BIG_INTEGER -> bigInteger();
            case MessageTags.BIG_DECIMAL -> {
                int scale = (int) within(readSigned(), Integer.MIN_VALUE, Integer.MAX_VALUE);
                yield new BigDecimal(bigInteger(), scale);
            }
            case MessageTags.LITERAL_NUMBER -> literal();
            case MessageTags.UUID -> new UUID(eightBytes(), eightBytes());
            case MessageTags.INSTANT -> parsed(() -> Instant.ofEpochSecond(readSigned(), nanos()));
            case MessageTags.DURATION -> parsed(() -> Duration.ofSeconds(readSigned(), nanos()));
            case MessageTags.YEAR -> parsed(() -> Year.of(Math.toIntExact(readSigned())));
            case MessageTags.YEAR_MONTH ->
                parsed(() -> YearMonth.of(Math.toIntExact(readSigned()), Math.toIntExact(readNumber())));
            case MessageTags.TEXTUAL -> textual();
            default -> throw new DamagedMessageException("the unknown tag " + tag);
        };
    }

    private static long within(long value, long min, long max) {
        if (value < min || value > max) {
            throw new DamagedMessageException("the number " + value + ", which is out of its range");
        }
        return value;
    }

    private long nanos() {
        return within(readNumber(), 0, 999_999_999);
    }

    private long eightBytes() {
        return (long) readInt() << Integer.SIZE | readInt() & 0xFFFF_FFFFL;
    }

    private Bytes bytes() {
        int length = readCount();
        Bytes content = Bytes.copyOf(bytes, at, length);
        at += length;
        return content;
    }

    private BigInteger bigInteger() {
        int length = readCount();
        if (length == 0) {
            throw new DamagedMessageException("a whole number without digits");
        }
        BigInteger whole = new BigInteger(bytes, at, length);
        at += length;
        return whole;
    }

    private LiteralNumber literal() {
        String text = readText();
        if (text.length() > JsonNumbers.MAX_LENGTH) {
            throw new DamagedMessageException("a number of " + text.length() + " characters");
        }
        return parsed(() -> new LiteralNumber(text));
    }

    private Object textual() {
        long number = readNumber();
        TextualKind kind = TextualKind.numbered(number)
                .orElseThrow(() -> new DamagedMessageException("the unknown kind of text " + number));
        String text = readText();
        return parsed(() -> kind.parse(text));
    }

    private static <T> T parsed(Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DamagedMessageException damaged) {
            throw damaged;
        } catch (RuntimeException unfit) {
            throw new DamagedMessageException("a value that can't be: " + unfit.getMessage(), unfit);
        }
    }

    private DataRecord dataRecord() {
        int count = readCount();
        DataRecord.Builder fields = DataRecord.builder();
        for (int index = 0; index < count; index++) {
            fields.put(name(), required(inner()));
        }
        DataRecord record = fields.build();
        if (record.size() != count) {
            throw new DamagedMessageException("a record with the same field twice");
        }
        return record;
    }

    private List<@Nullable Object> elements() {
        int count = readCount();
        List<@Nullable Object> elements = new ArrayList<>(Math.min(count, FIRST_ELEMENTS));
        for (int index = 0; index < count; index++) {
            elements.add(inner());
        }
        return elements;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> elements = elements();
        return elements.contains(null) ? Collections.unmodifiableList(elements) : List.copyOf(elements);
    }

    private Set<@Nullable Object> set() {
        List<@Nullable Object> elements = elements();
        Set<@Nullable Object> set = new LinkedHashSet<>(elements);
        if (set.size() != elements.size()) {
            throw new DamagedMessageException("a set with the same element twice");
        }
        return Collections.unmodifiableSet(set);
    }

    private Map<@Nullable Object, @Nullable Object> map() {
        int count = readCount();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            map.put(inner(), inner());
        }
        if (map.size() != count) {
            throw new DamagedMessageException("a map with the same key twice");
        }
        return Collections.unmodifiableMap(map);
    }

    private Class<?> classNamed(String name) {
        return classes.find(name)
                .orElseThrow(() -> new DamagedMessageException(
                        "a " + name + ", which is no record or enum that can be made here"));
    }

    private Object constant() {
        Class<?> type = classNamed(readText());
        String name = readText();
        Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
        return Arrays.stream(constants)
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DamagedMessageException(type.getName() + " has no constant " + name));
    }

    private Object javaRecord() {
        Class<?> type = classNamed(readText());
        int count = readCount();
        if (!type.isRecord() || RecordShape.of(type).components() != count) {
            throw new DamagedMessageException("a " + type.getName() + " of " + count + " components");
        }
        @Nullable Object[] values = new Object[count];
        for (int index = 0; index < count; index++) {
            values[index] = inner();
        }
        return RecordShape.of(type).make(values);
    }
}
