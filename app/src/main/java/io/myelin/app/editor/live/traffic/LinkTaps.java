package io.myelin.app.editor.live.traffic;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.GraphRun;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens in on the links of a run as much as their rate allows: to every message of a slow one, now and then to a few
 * of a fast one, which runs as if unwatched in between. For the window's thread.
 */
final class LinkTaps {
    /** Up to this rate, in messages a second, a link is listened to all the time. */
    static final double EVERY_MESSAGE_UP_TO = 60;

    /** How many messages of a fast link are taken at a time. */
    static final int SAMPLE = 32;

    /** How many links are listened to at the most. */
    static final int MOST = 2_000;

    private static final double AGAIN_BELOW = 50;
    private static final long BETWEEN_SAMPLES = 500_000_000;
    private static final long BETWEEN_WATCHED = 100_000_000;
    /** A try that is in vain makes an exception, and there may be thousands of links. */
    private static final long BETWEEN_TRIES = 500_000_000;

    private final GraphRun run;
    private final LongSupplier clock;
    private Ear[] ears;

    /** For the first {@value #MOST} of {@code links}, which are {@code run}'s; {@code clock} gives nanoseconds. */
    LinkTaps(GraphRun run, List<PlannedLink> links, LongSupplier clock) {
        this.run = run;
        this.clock = clock;
        ears = links.stream()
                .limit(MOST)
                .map(link -> new Ear(link, new MessageRecorder(clock)))
                .toArray(Ear[]::new);
    }

    /** Begins to listen to all. */
    void open() {
        for (Ear ear : ears) {
            ear.listen();
        }
    }

    /** The run has other links: at each place the one that stood at that of {@code before}, or one that is new. */
    void rearrange(List<PlannedLink> links, int[] before) {
        Ear[] were = ears;
        ears = new Ear[Math.min(MOST, links.size())];
        for (int index = 0; index < ears.length; index++) {
            int place = before[index];
            if (place != LinkPlaces.NONE && place < were.length) {
                ears[index] = were[place];
                ears[index].link = links.get(index);
            } else {
                ears[index] = new Ear(links.get(index), new MessageRecorder(clock));
                ears[index].listen();
            }
        }
        Set<Ear> kept = new HashSet<>(Arrays.asList(ears));
        Arrays.stream(were).filter(ear -> !kept.contains(ear)).forEach(Ear::close);
    }

    /**
     * Listens to link {@code index} as is right at {@code rate} at {@code nanos}; {@code watched}: somebody reads it;
     * {@code isThere}: the run has it.
     */
    void adjust(int index, double rate, boolean watched, boolean isThere, long nanos) {
        if (index < ears.length) {
            ears[index].adjust(rate, watched, isThere, nanos);
        }
    }

    /** Ends all listening; what was heard stays. */
    void close() {
        for (Ear ear : ears) {
            ear.close();
        }
    }

    /** What was heard on link {@code index} after the first {@code from} messages heard. */
    List<Delivery> since(int index, long from) {
        return index < ears.length ? ears[index].recorder.since(from) : List.of();
    }

    /** How many messages were heard on link {@code index}. */
    long heard(int index) {
        return index < ears.length ? ears[index].recorder.recorded() : 0;
    }

    /** Whether link {@code index} is being listened to at this moment. */
    boolean isOpen(int index) {
        return index < ears.length && ears[index].tap != null;
    }

    /** One link. */
    private final class Ear {
        private PlannedLink link;
        private final MessageRecorder recorder;
        private boolean sampling;
        private long sampledAt;
        /** Whether the last try to listen was in vain, and when that was. */
        private boolean isMissed;

        private long missedAt;
        private @Nullable AutoCloseable tap;

        private Ear(PlannedLink link, MessageRecorder recorder) {
            this.link = link;
            this.recorder = recorder;
        }

        private void adjust(double rate, boolean watched, boolean isThere, long nanos) {
            if (rate > EVERY_MESSAGE_UP_TO && !sampling) {
                sampling = true;
                sampledAt = nanos;
                close();
            } else if (rate < AGAIN_BELOW && sampling) {
                sampling = false;
                recorder.keepAll();
                listen();
            }
            if (sampling) {
                sample(watched ? BETWEEN_WATCHED : BETWEEN_SAMPLES, nanos);
            } else {
                listenAgain(isThere, nanos);
            }
        }

        /** The run may not have had the link yet when this was told of it: while it is held, that can take long. */
        private void listenAgain(boolean isThere, long nanos) {
            if (!isThere) {
                isMissed = false;
            } else if (!isMissed || nanos - missedAt >= BETWEEN_TRIES) {
                listen();
            }
        }

        private void sample(long between, long nanos) {
            if (tap != null) {
                if (recorder.isDone()) {
                    close();
                }
            } else if (nanos - sampledAt >= between) {
                sampledAt = nanos;
                recorder.keepNext(SAMPLE);
                listen();
            }
        }

        private void listen() {
            if (tap == null) {
                try {
                    tap = run.tap(link, recorder);
                    isMissed = false;
                } catch (IllegalArgumentException gone) {
                    // The run has just been changed, of which this is about to be told, or will have it later.
                    isMissed = true;
                    missedAt = clock.getAsLong();
                }
            }
        }

        private void close() {
            AutoCloseable open = tap;
            tap = null;
            if (open != null) {
                try {
                    open.close();
                } catch (Exception failed) {
                    throw new IllegalStateException("the watching of " + link + " could not be ended", failed);
                }
            }
        }
    }
}
