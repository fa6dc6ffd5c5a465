package io.myelin.app.editor.canvas.live;

/**
 * What went along a link.
 *
 * @param count messages since the start of the run
 * @param rate messages a second, lately
 */
public record WireLife(long count, double rate) {
    /** Up to this rate each message is a token that can be read. */
    public static final double TOKENS_UP_TO = 10;

    /** Up to this rate messages are a train of pulses; above it thickness and a figure stand for them. */
    public static final double PULSES_UP_TO = 60;
}
