package io.myelin.engine.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages as bytes and back. */
class MessageCodecTest {
    private static final MessageClasses CLASSES = MessageClasses.of(MessageCodecTest.class.getClassLoader());

    /** A message of a program's own. */
    record Reading(String sensor, double value, @Nullable Object note, Unit unit) {
        /** A constant with a class of its own. */
        enum Unit {
            CELSIUS {},
            KELVIN
        }

        Reading {
            if (sensor.isEmpty()) {
                throw new IllegalArgumentException("a sensor has a name");
            }
        }
    }

    private static Object roundTrip(Object message) {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage(message);
        MessageReader reader = writer.reader(0, CLASSES);
        Object read = reader.readMessage();
        assertThat(reader.remaining()).isZero();
        return read;
    }

    static Stream<Object> ofEveryKind() {
        return Stream.of(
                "",
                "text",
                "¡Ünï 漢字 🦖",
                "half \uD83E",
                "a text that is long and plain, 64 or so",
                "a text that is long and of one byte a symbol, but \u00E9 \u00C3\u00A9",
                "a text that is long and whose low bytes are plain: \u0141\u2020",
                "a text that is long and ends in half a symbol ? \uD83E",
                "\uDD96\uD83E half",
                0L,
                -1L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                7,
                Integer.MIN_VALUE,
                (short) -3,
                (byte) -128,
                'x',
                '\uFFFF',
                -0.0,
                Double.NaN,
                Double.MIN_VALUE,
                Float.NEGATIVE_INFINITY,
                new BigInteger("-123456789012345678901234567890"),
                new BigDecimal("1.50"),
                new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
                new BigDecimal("0E+5"),
                new LiteralNumber("1E5"),
                new LiteralNumber("-0"),
                true,
                false,
                JsonNull.NULL,
                Bytes.empty(),
                Bytes.copyOf(new byte[] {0, -1, 127}),
                DataRecord.empty(),
                DataRecord.of("a", 1L, "ä", List.of(DataRecord.of("a", "b"))),
                Status.failed("a/b", "broken"),
                Status.stop("enough"),
                List.of(),
                List.of(List.of(List.of()), "x"),
                Collections.unmodifiableList(Arrays.asList(1L, null)),
                Set.of(1L, "two"),
                Map.of("a", 1L, 2L, List.of()),
                Optional.empty(),
                Optional.of("x"),
                new Reading("s", 1.5, null, Reading.Unit.CELSIUS),
                new Reading("s", 1.5, List.of(1L), Reading.Unit.KELVIN),
                DayOfWeek.FRIDAY,
                UUID.fromString("00000000-0000-0001-8000-000000000002"),
                Instant.MIN,
                Instant.parse("2026-01-02T03:04:05.000000006Z"),
                Duration.ofNanos(-1),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                Year.of(12_026),
                YearMonth.of(-4, 2),
                LocalDate.MAX,
                LocalTime.MAX,
                LocalDateTime.MIN,
                OffsetDateTime.parse("2026-01-02T03:04:05+01:30"),
                ZonedDateTime.parse("2025-10-26T02:30+01:00[Europe/Paris]"),
                MonthDay.of(2, 29),
                Period.of(1, -2, 3),
                ZoneId.of("Europe/Paris"),
                ZoneOffset.UTC,
                URI.create("http://localhost:80/a?b#c"),
                Locale.GERMANY,
                Path.of("a", "b"),
                StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    void whateverMayTravelArrivesAsItWas(Object message) {
        Object read = roundTrip(message);

        assertThat(read).isEqualTo(message);
        assertThat(ImmutableMessages.flaw(read)).isEmpty();
    }

    @Test
    void numbersKeepTheirKindAndTheirScale() {
        assertThat(roundTrip(5)).isInstanceOf(Integer.class);
        assertThat(roundTrip(5L)).isInstanceOf(Long.class);
        assertThat(roundTrip(new BigDecimal("5.00")).toString()).isEqualTo("5.00");
        assertThat(Double.doubleToRawLongBits((Double) roundTrip(Double.longBitsToDouble(0x7ff8000000000123L))))
                .isEqualTo(0x7ff8000000000123L);
    }

    @Test
    void aLongTextWithTheSignForWhatCouldNotBeReadArrivesAsItWas() {
        String text = "a text of more than twenty-four letters, one of them \uFFFD";

        assertThat(roundTrip(text)).isEqualTo(text);
    }

    @Test
    void fieldsKeepTheirOrder() {
        DataRecord record = DataRecord.of("z", 1L, "a", 2L);

        assertThat(((DataRecord) roundTrip(record)).keySet()).containsExactly("z", "a");
    }

    @Test
    void whatCanChangeArrivesAsWhatCanNot() {
        Object read = roundTrip(new ArrayList<>(List.of(1L, new ArrayList<>(List.of(2L)))));

        assertThat(read).isEqualTo(List.of(1L, List.of(2L)));
        assertThat(ImmutableMessages.flaw(read)).isEmpty();
    }

    @Test
    void messagesStandOneBehindTheOther() {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage("one");
        writer.writeNumber(300);
        writer.writeMessage(2L);

        MessageReader reader = writer.reader(0, CLASSES);
        assertThat(reader.readMessage()).isEqualTo("one");
        assertThat(reader.readNumber()).isEqualTo(300);
        assertThat(reader.readMessage()).isEqualTo(2L);
    }

    @Test
    void smallThingsAreSmall() {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage(5L);
        assertThat(writer.size()).isEqualTo(2);
        writer.truncate(0);
        writer.writeMessage(DataRecord.of("name", "Ada", "age", 36L));
        assertThat(writer.size()).isEqualTo(2 + 6 + 5 + 5 + 2);
    }

    @Test
    void aClassThatCanNotTravelIsNamedAndNothingIsWritten() {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage("before");
        int size = writer.size();

        assertThatThrownBy(() -> writer.writeMessage(List.of("x", new Object() {})))
                .isInstanceOf(UnportableMessageException.class)
                .hasMessageContaining(MessageCodecTest.class.getName() + "$")
                .hasMessageContaining("DataRecord");
        assertThatThrownBy(() -> writer.writeMessage(new byte[] {1})).hasMessageContaining("Bytes.copyOf");
        assertThatThrownBy(() -> writer.writeMessage(Thread.currentThread())).hasMessageContaining("Thread");
        assertThat(writer.size()).isEqualTo(size);
    }

    @Test
    void nestingHasItsLimitInBothDirections() {
        Object deep = "core";
        for (int level = 1; level < JsonValues.MAX_DEPTH; level++) {
            deep = List.of(deep);
        }
        Object tooDeep = List.of(deep);

        assertThat(roundTrip(deep)).isEqualTo(deep);
        assertThatThrownBy(() -> roundTrip(tooDeep)).isInstanceOf(UnportableMessageException.class);
        byte[] endless = new byte[3000];
        for (int at = 0; at < endless.length; at += 2) {
            endless[at] = MessageTags.LIST;
            endless[at + 1] = 1;
        }
        assertThatThrownBy(() -> new MessageReader(CLASSES)
                        .over(endless, 0, endless.length)
                        .readMessage())
                .isInstanceOf(DamagedMessageException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void aMessageBeyondTheLimitIsRefused() {
        Bytes large = Bytes.copyOf(new byte[MessageWriter.MAX_BYTES]);

        assertThatThrownBy(() -> new MessageWriter().writeMessage(large))
                .isInstanceOf(UnportableMessageException.class)
                .hasMessageContaining("64 MiB");
    }

    @Test
    void aReaderWithoutClassesMakesNone() {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage(new Reading("s", 1, null, Reading.Unit.KELVIN));

        assertThatThrownBy(() -> writer.reader(0, MessageClasses.none()).readMessage())
                .isInstanceOf(DamagedMessageException.class)
                .hasMessageContaining("Reading");
    }

    @Test
    void onlyRecordsAndEnumsAreMadeAndTheirConstructorsHaveTheirSay() {
        MessageWriter writer = new MessageWriter();
        writer.writeByte(MessageTags.JAVA_RECORD);
        writer.writeText("java.lang.Thread");
        writer.writeNumber(0);
        assertThatThrownBy(() -> writer.reader(0, CLASSES).readMessage()).isInstanceOf(DamagedMessageException.class);

        writer.truncate(0);
        writer.writeMessage(new Reading("s", 1, null, Reading.Unit.KELVIN));
        byte[] bytes = writer.toBytes().toArray();
        byte[] unnamed = new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\u0005\u0001s", "\u0005\u0000")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new MessageReader(CLASSES)
                        .over(unnamed, 0, unnamed.length)
                        .readMessage())
                .isInstanceOf(DamagedMessageException.class)
                .hasMessageContaining("a sensor has a name");
    }

    @Test
    void aLengthThatPromisesTooMuchTakesNoMemory() {
        byte[] tags = {
            MessageTags.ASCII,
            MessageTags.TEXT,
            MessageTags.BYTES,
            MessageTags.LIST,
            MessageTags.SET,
            MessageTags.MAP,
            MessageTags.DATA_RECORD,
            MessageTags.BIG_INTEGER
        };
        for (byte tag : tags) {
            byte[] bytes = {tag, -1, -1, -1, -1, 7, 0};
            assertThatThrownBy(() -> new MessageReader(CLASSES)
                            .over(bytes, 0, bytes.length)
                            .readMessage())
                    .isInstanceOf(DamagedMessageException.class);
        }
    }

    // ---- Properties

    @Provide
    Arbitrary<Object> messages() {
        return messages(3);
    }

    private static Arbitrary<Object> messages(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Object> inner = messages(depth - 1);
        return Arbitraries.oneOf(
                leaves(),
                inner.list().ofMaxSize(4).map(List::copyOf),
                Combinators.combine(
                                Arbitraries.strings()
                                        .ofMaxLength(8)
                                        .list()
                                        .uniqueElements()
                                        .ofMaxSize(4),
                                inner.list().ofSize(4))
                        .as(MessageCodecTest::record));
    }

    private static DataRecord record(List<String> names, List<Object> values) {
        DataRecord.Builder record = DataRecord.builder();
        for (int index = 0; index < names.size(); index++) {
            record.put(names.get(index), values.get(index));
        }
        return record.build();
    }

    private static Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40).map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.integers().map(number -> number),
                Arbitraries.doubles().map(number -> number),
                Arbitraries.bigIntegers().map(number -> number),
                Arbitraries.bigDecimals().ofScale(9).map(number -> number),
                Arbitraries.of(true, false, JsonNull.NULL),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::copyOf),
                Arbitraries.longs().map(Instant::ofEpochMilli),
                Arbitraries.longs().map(Duration::ofNanos),
                Arbitraries.of(ofEveryKind().toList()));
    }

    @Property(tries = 500)
    void anyMessageArrivesAsItWas(@ForAll("messages") Object message) {
        assertThat(roundTrip(message)).isEqualTo(message);
    }

    @Property(tries = 1000)
    void damagedBytesEndInTheirOwnExceptionOrInAMessage(
            @ForAll("messages") Object message,
            @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 1 << 16) Integer> places,
            @ForAll byte damage,
            @ForAll @IntRange(min = 0, max = 3) int cut) {
        MessageWriter writer = new MessageWriter();
        writer.writeMessage(message);
        byte[] bytes = writer.toBytes().toArray();
        for (int place : places) {
            bytes[place % bytes.length] ^= damage;
        }
        readOrRefuse(Arrays.copyOf(bytes, Math.max(0, bytes.length - cut)));
    }

    @Property(tries = 2000)
    void anyBytesEndInTheirOwnExceptionOrInAMessage(@ForAll @Size(max = 100) byte[] bytes) {
        readOrRefuse(bytes);
    }

    private static void readOrRefuse(byte[] bytes) {
        MessageReader reader = new MessageReader(CLASSES).over(bytes, 0, bytes.length);
        try {
            while (reader.remaining() > 0) {
                assertThat(reader.readMessage()).isNotNull();
            }
        } catch (DamagedMessageException damaged) {
            assertThat(damaged.getMessage()).isNotBlank();
        }
    }
}
