package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** A ring with room for one: never two in it, and a message refused is not in it. */
@JCStressTest
@Outcome(id = "0, 0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Refused; the old one is still to be taken.")
@Outcome(id = "0, 1, 0, 0", expect = Expect.ACCEPTABLE, desc = "Refused; then the old one was taken.")
@Outcome(id = "1, 1, 2, 0", expect = Expect.ACCEPTABLE, desc = "Room was made; the new one waits.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Over the bound, lost or doubled.")
@State
public class RingRoomStress {
    private final MessageRing ring = new MessageRing();

    /** Full from the beginning. */
    public RingRoomStress() {
        ring.offer(new RingOrderStress.Parcel(1), 1);
    }

    /** The producer. */
    @Actor
    public void send(IIII_Result result) {
        result.r1 = ring.offer(new RingOrderStress.Parcel(2), 1) ? 1 : 0;
    }

    /** The consumer. */
    @Actor
    public void take(IIII_Result result) {
        result.r2 = RingOrderStress.contentOf(ring.poll());
    }

    /** What is left. */
    @Arbiter
    public void rest(IIII_Result result) {
        result.r3 = RingOrderStress.contentOf(ring.poll());
        result.r4 = RingOrderStress.contentOf(ring.poll());
    }
}
