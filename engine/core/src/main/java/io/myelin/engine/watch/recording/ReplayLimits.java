package io.myelin.engine.watch.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far and how fast to replay.
 *
 * @param speed how many times as fast as then; empty: as fast as can be
 * @param until where to stop
 */
public record ReplayLimits(OptionalDouble speed, Until until) {
    /** To the end, as fast as can be. */
    public static final ReplayLimits NONE = new ReplayLimits(OptionalDouble.empty(), new Until.End());

    /** Refuses a speed of nothing or less. */
    public ReplayLimits {
        if (speed.isPresent() && !(speed.getAsDouble() > 0)) {
            throw new IllegalArgumentException("a replay has a speed above 0");
        }
    }

    /** Where a replay stops. */
    public sealed interface Until {
        /** At the end of the recording. */
        record End() implements Until {}

        /**
         * After so many steps.
         *
         * @param step how many
         */
        record Step(long step) implements Until {}

        /**
         * Before time goes on beyond this.
         *
         * @param time since the beginning of the run
         */
        record Time(Duration time) implements Until {}

        /**
         * After a delivery.
         *
         * @param link the link, {@code a.outbox->b.inbox} or one of its ends where that is enough to tell which
         * @param count which delivery on it, from 1
         */
        record Delivered(String link, long count) implements Until {}
    }

    /** The number of the one link that {@code name} can mean; throws IllegalArgumentException with a sentence. */
    static int linkOf(RecordingHeader header, String name) {
        String wanted = bare(name);
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < header.links().size(); i++) {
            String link = bare(header.links().get(i));
            if (link.equals(wanted)) {
                return i;
            }
            if (link.startsWith(wanted + "->") || link.endsWith("->" + wanted)) {
                if (found.isPresent()) {
                    throw new IllegalArgumentException("\"" + name + "\" means more than one link, such as "
                            + header.links().get(found.get()) + " and "
                            + header.links().get(i));
                }
                found = Optional.of(i);
            }
        }
        return found.orElseThrow(() -> new IllegalArgumentException(
                "there is no link \"" + name + "\" in the recording; there are " + String.join(", ", header.links())));
    }

    private static String bare(String link) {
        return link.replace(" ", "");
    }
}
