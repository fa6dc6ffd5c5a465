package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two wakes at once make one that rests ready once: it stands in one run queue, and there once. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Made ready once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Made ready twice, or not at all.")
@State
public class TwoWakesStress {
    private final ReadyCounter strand = new ReadyCounter();

    /** At rest. */
    public TwoWakesStress() {
        strand.markRunning();
        strand.tryIdle();
    }

    /** One waker. */
    @Actor
    public void first() {
        strand.wake();
    }

    /** Another. */
    @Actor
    public void second() {
        strand.wake();
    }

    /** How often it was made ready, and whether it is. */
    @Arbiter
    public void after(II_Result result) {
        result.r1 = strand.becameReady;
        result.r2 = strand.state() == Strand.READY ? 1 : 0;
    }
}
