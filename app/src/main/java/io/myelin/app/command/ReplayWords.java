package io.myelin.app.command;

import io.myelin.engine.watch.recording.ReplayLimits;

/** Reads how fast and how far to replay as {@code myelin replay} does. */
public final class ReplayWords {
    private ReplayWords() {}

    /**
     * The limits that the texts mean.
     *
     * @param speed such as {@code 1x}; blank for as fast as can be
     * @param until a step, a time or {@code LINK:COUNT}; blank for the end
     * @throws IllegalArgumentException with a sentence for people
     */
    public static ReplayLimits limits(String speed, String until) {
        return ReplayCommand.limits(speed, until);
    }
}
