package io.myelin.app.editor.live.run;

import io.myelin.app.text.Texts;
import java.time.Duration;
import java.util.List;

/**
 * How fast a run goes: as fast as it can, or in slow motion with one of a few delays between the steps. Immutable.
 *
 * @param isSlow whether it goes in slow motion
 * @param step the place of the delay among those that can be chosen
 */
public record RunPace(boolean isSlow, int step) {
    private static final Texts TEXTS = Texts.of(RunPace.class);

    private static final List<Duration> DELAYS = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    /** As fast as it can, and half a second between the steps when it is slowed down. */
    public static final RunPace FULL = new RunPace(false, 3);

    /** The time between two steps; {@link Duration#ZERO} at full speed. */
    public Duration delay() {
        return isSlow ? DELAYS.get(step) : Duration.ZERO;
    }

    /** Into slow motion, or out of it. */
    public RunPace toggled() {
        return new RunPace(!isSlow, step);
    }

    /** One step slower; from full speed the least. */
    public RunPace slower() {
        return new RunPace(true, isSlow ? Math.min(step + 1, DELAYS.size() - 1) : 0);
    }

    /** Whether it can be slower. */
    public boolean canBeSlower() {
        return !isSlow || step < DELAYS.size() - 1;
    }

    /** One step faster; from the least slow motion to full speed. */
    public RunPace faster() {
        return step == 0 ? new RunPace(false, 0) : new RunPace(isSlow, isSlow ? step - 1 : step);
    }

    /** In a few words for people; empty at full speed. */
    public String words() {
        long millis = delay().toMillis();
        return !isSlow ? "" : TEXTS.get("pace", millis < 1000 ? millis + " ms" : millis / 1000 + " s");
    }
}
