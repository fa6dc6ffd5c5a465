package io.myelin.engine.message;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Values of the platform that the codec carries as the text that they are read from. The order is part of the format. */
enum TextualKind {
    DATE(LocalDate.class, LocalDate::parse),
    TIME(LocalTime.class, LocalTime::parse),
    DATE_TIME(LocalDateTime.class, LocalDateTime::parse),
    OFFSET_TIME(OffsetTime.class, OffsetTime::parse),
    OFFSET_DATE_TIME(OffsetDateTime.class, OffsetDateTime::parse),
    ZONED_DATE_TIME(ZonedDateTime.class, ZonedDateTime::parse),
    MONTH_DAY(MonthDay.class, MonthDay::parse),
    PERIOD(Period.class, Period::parse),
    ZONE(ZoneId.class, ZoneId::of),
    URI(URI.class, java.net.URI::create),
    LOCALE(Locale.class, Locale::forLanguageTag),
    PATH(Path.class, Path::of),
    CHARSET(Charset.class, Charset::forName);

    private static final TextualKind[] KINDS = values();

    private final Class<?> type;
    private final Function<String, Object> parse;

    TextualKind(Class<?> type, Function<String, Object> parse) {
        this.type = type;
        this.parse = parse;
    }

    /** What {@code value} is; empty where it is nothing of the kind, or where its text would not give it back. */
    static Optional<TextualKind> of(Object value) {
        for (TextualKind kind : KINDS) {
            if (kind.type.isInstance(value)) {
                return kind.carries(value) ? Optional.of(kind) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The kind with this number; empty where there is none. */
    static Optional<TextualKind> numbered(long number) {
        return number >= 0 && number < KINDS.length ? Optional.of(KINDS[(int) number]) : Optional.empty();
    }

    private boolean carries(Object value) {
        return switch (value) {
            case Path path -> path.getFileSystem().equals(FileSystems.getDefault());
            case Locale locale -> Locale.forLanguageTag(locale.toLanguageTag()).equals(locale);
            default -> true;
        };
    }

    /** The text that stands for {@code value}. */
    String text(Object value) {
        return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
    }

    /** The value that {@code text} stands for; throws RuntimeException where it stands for none. */
    Object parse(String text) {
        return parse.apply(text);
    }
}
