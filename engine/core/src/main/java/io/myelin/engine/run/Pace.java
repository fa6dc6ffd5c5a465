package io.myelin.engine.run;

/** How one component keeps to the beats of slow motion. Its own thread alone uses it, but where said otherwise. */
final class Pace {
    private SlowMotion motion = SlowMotion.OFF;

    /** The beat it waits for; {@link Strand#NEVER} where it waits for none. */
    private volatile long beat = Strand.NEVER;

    /**
     * Whether its next step has to wait for {@link #beat}. Where it may be made now, the one behind it has to wait for the
     * beat after that: so the answer is to be asked for once a step.
     */
    boolean holdsBack(SlowMotion now, long nanos) {
        if (!now.isOn()) {
            beat = Strand.NEVER;
            return false;
        }
        if (beat == Strand.NEVER || !now.equals(motion)) {
            motion = now;
            beat = now.beatAfter(nanos);
            return true;
        }
        if (nanos - beat < 0) {
            return true;
        }
        beat = Strand.NEVER;
        return false;
    }

    /** The beat it waits for; {@link Strand#NEVER} where it waits for none. Any thread. */
    long beat() {
        return beat;
    }
}
