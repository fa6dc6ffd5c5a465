package io.myelin.engine.watch.recording;

/**
 * Where a replay first did something else than what was recorded.
 *
 * @param step how many steps had been made
 * @param where the link, written {@code a.outbox -> b.inbox}, or the component, where that is known; else empty
 * @param sequence which delivery on the link, from 1; 0 where it is about none
 * @param recorded what was recorded, for people
 * @param got what the replay did, for people
 */
public record Difference(long step, String where, long sequence, String recorded, String got) {
    /** A sentence for people. */
    public String sentence() {
        String place = sequence > 0 ? "delivery " + sequence + " on " + where : where.isEmpty() ? "the run" : where;
        return place + " (step " + step + "): recorded was " + recorded + ", got " + got;
    }
}
