package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Messages that go into a ring together are seen together, in order and each whole, where its storage ends too. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing there yet.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first, at the second look.")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Both, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One without the other, out of order, or not whole.")
@State
public class RingTogetherStress {
    private final MessageRing ring = new MessageRing();

    /** All but one of the first slots have been used: the second message goes into the first one again. */
    public RingTogetherStress() {
        for (int used = 0; used < 15; used++) {
            ring.offer("used", 1024);
            ring.poll();
        }
    }

    /** The producer. */
    @Actor
    public void send() {
        Object[] both = {new RingOrderStress.Parcel(1), new RingOrderStress.Parcel(2)};
        ring.offerAll(both, 2, 1024);
    }

    /** The consumer. */
    @Actor
    public void take(II_Result result) {
        result.r1 = RingOrderStress.contentOf(ring.poll());
        result.r2 = RingOrderStress.contentOf(ring.poll());
    }
}
