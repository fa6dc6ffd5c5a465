package io.myelin.bench.load;

/**
 * What one receiver got of a round: it counts, adds up, and looks whether the order is right. Used by one thread at a
 * time; when the round is complete the {@link Round} is told.
 */
public final class Receipt {
    private final Round round;
    private final long expected;
    private final boolean ordered;
    private long count;
    private long sum;
    private long outOfOrder;

    /** For {@code expected} messages a round; {@code ordered}: all from one sender. */
    Receipt(Round round, long expected, boolean ordered) {
        this.round = round;
        this.expected = expected;
        this.ordered = ordered;
    }

    /** One message has arrived. */
    public void take(Object message) {
        long value = (Long) message;
        sum += value;
        outOfOrder |= value ^ Cargo.value(count);
        if (++count == expected) {
            complete();
        }
    }

    private void complete() {
        boolean wrong = ordered && outOfOrder != 0;
        long total = sum;
        count = 0;
        sum = 0;
        outOfOrder = 0;
        round.arrived(total, wrong);
    }
}
