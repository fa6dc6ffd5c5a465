package io.myelin.engine.run;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A message and the wake behind it against a receiver that is about to rest: it sees the message or is woken. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Seen before it rested; woken no more.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Seen, and woken once more.")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Rested, and was woken.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Rests beside a message: the wake is lost.")
@State
public class WakeStress {
    private final MessageRing ring = new MessageRing();

    /** Made ready already, and about to run: who sends now relies on its seeing the message when it does. */
    private final ReadyCounter receiver = new ReadyCounter();

    /** Who sends from another worker. */
    @Actor
    public void send() {
        ring.offer(new RingOrderStress.Parcel(1), 1024);
        VarHandle.fullFence();
        receiver.wake();
    }

    /** Who receives: looks, and rests where there is nothing. */
    @Actor
    public void receive(II_Result result) {
        receiver.markRunning();
        result.r1 = RingOrderStress.contentOf(ring.poll());
        if (!receiver.tryIdle()) {
            receiver.becameReady++;
        }
    }

    /** Whether it is to run once more. */
    @Arbiter
    public void after(II_Result result) {
        result.r2 = receiver.becameReady > 0 ? 1 : 0;
    }
}
