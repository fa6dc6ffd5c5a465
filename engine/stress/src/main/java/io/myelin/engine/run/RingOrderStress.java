package io.myelin.engine.run;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A ring hands its messages over in order, each whole, and never one that was not yet sent. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing there yet.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The first only.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "The first, at the second look.")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "Both, in order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Out of order, or not whole.")
@State
public class RingOrderStress {
    private final MessageRing ring = new MessageRing();

    /** What it carries is written just before it is sent: seeing the message must be seeing this. */
    static final class Parcel {
        int content;

        Parcel(int content) {
            this.content = content;
        }
    }

    /** The producer. */
    @Actor
    public void send() {
        ring.offer(new Parcel(1), 1024);
        ring.offer(new Parcel(2), 1024);
    }

    /** The consumer. */
    @Actor
    public void take(II_Result result) {
        result.r1 = contentOf(ring.poll());
        result.r2 = contentOf(ring.poll());
    }

    static int contentOf(@Nullable Object message) {
        return message instanceof Parcel parcel ? parcel.content : 0;
    }
}
