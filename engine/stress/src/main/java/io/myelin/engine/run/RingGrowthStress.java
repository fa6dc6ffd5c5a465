package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** While a ring goes on to larger storage, the consumer follows it and misses nothing. */
@JCStressTest
@Outcome(id = "40, 0", expect = Expect.ACCEPTABLE, desc = "All forty, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, doubled or out of order.")
@State
public class RingGrowthStress {
    private static final int COUNT = 40;
    private final MessageRing ring = new MessageRing();
    private int next = 1;
    private int wrong;

    /** The producer: far more than the first storage holds. */
    @Actor
    public void send() {
        for (int i = 1; i <= COUNT; i++) {
            ring.offer(new RingOrderStress.Parcel(i), Integer.MAX_VALUE);
        }
    }

    /** The consumer, beside the producer. */
    @Actor
    public void take() {
        for (int i = 0; i < COUNT; i++) {
            takeOne();
        }
    }

    private void takeOne() {
        int content = RingOrderStress.contentOf(ring.poll());
        if (content != 0) {
            if (content != next) {
                wrong++;
            }
            next = content + 1;
        }
    }

    /** The rest, when both have done. */
    @Arbiter
    public void rest(II_Result result) {
        while (ring.size() > 0) {
            takeOne();
        }
        result.r1 = next - 1;
        result.r2 = wrong;
    }
}
