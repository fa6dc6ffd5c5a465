package io.myelin.app.editor.live.traffic;

/**
 * The rates of many counters that are read together: over the last second, and where little comes, over up to five, so
 * that one message a second reads as that. What has come to rest has no rate: after a burst, nothing for a second and for
 * three times as long as from one to the next. For one thread.
 */
final class RateHistory {
    private static final int MARKS = 21;
    private static final long BETWEEN_MARKS = 250_000_000;
    private static final long SHORT = 1_000_000_000;
    private static final long ENOUGH = 10;
    private static final int GAPS = 3;

    private final long[] times = new long[MARKS];
    private final long[][] counts;
    private long[] now;
    /** The look before each counter last grew, in nanoseconds as {@link #time}. */
    private long[] grewAt;

    private long time;
    private int marks;

    /** Of {@code counters} counters, all of which stood at 0 at {@code start}, in nanoseconds. */
    RateHistory(int counters, long start) {
        counts = new long[MARKS][counters];
        now = new long[counters];
        grewAt = new long[counters];
        times[0] = start;
        time = start;
        marks = 1;
    }

    /** The counters are others: at each place the one that stood at that of {@code before}, or one that is new. */
    void rearrange(int[] before) {
        for (int mark = 0; mark < MARKS; mark++) {
            counts[mark] = LinkPlaces.moved(counts[mark], before);
        }
        now = LinkPlaces.moved(now, before);
        grewAt = LinkPlaces.moved(grewAt, before);
    }

    /** Sets counter {@code index}; {@link #look} then takes note. */
    void set(int index, long count) {
        if (now[index] != count) {
            now[index] = count;
            grewAt[index] = time;
        }
    }

    /** The counters stand as they were set at {@code nanos}. */
    void look(long nanos) {
        time = nanos;
        if (nanos - times[(marks - 1) % MARKS] >= BETWEEN_MARKS) {
            times[marks % MARKS] = nanos;
            System.arraycopy(now, 0, counts[marks % MARKS], 0, now.length);
            marks++;
        }
    }

    /** How much counter {@code index} has grown a second, lately. */
    double rate(int index) {
        int first = Math.max(0, marks - MARKS);
        int mark = marks - 1;
        while (mark > first && (time - times[mark % MARKS] < SHORT || grown(index, mark) < ENOUGH)) {
            mark--;
        }
        long grown = grown(index, mark);
        long within = Math.max(SHORT, time - times[mark % MARKS]);
        return grown == 0 || hasRested(index, within / grown) ? 0 : grown * 1e9 / within;
    }

    private boolean hasRested(int index, long gap) {
        return time - grewAt[index] > Math.max(SHORT, GAPS * gap);
    }

    private long grown(int index, int mark) {
        return now[index] - counts[mark % MARKS][index];
    }
}
