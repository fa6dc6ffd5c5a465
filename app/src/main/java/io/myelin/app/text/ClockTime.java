package io.myelin.app.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of the day as people read them everywhere in the editor: of 24 hours, as the logs of their programs have them. */
public final class ClockTime {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private ClockTime() {}

    /** As {@code 07:15}. */
    public static String minutes(Instant time) {
        return text(MINUTES, time);
    }

    /** As {@code 07:15:36}. */
    public static String seconds(Instant time) {
        return text(SECONDS, time);
    }

    /** As {@code 07:15:36.250}. */
    public static String millis(Instant time) {
        return text(MILLIS, time);
    }

    private static String text(DateTimeFormatter format, Instant time) {
        return format.format(time.atZone(ZoneId.systemDefault()));
    }
}
