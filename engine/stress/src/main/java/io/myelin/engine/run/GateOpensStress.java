package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A gate that opens against a sender that comes to it: its message goes through, or it is woken to send it again. */
@JCStressTest
@Outcome(id = "1, [01], 0", expect = Expect.ACCEPTABLE, desc = "Let through at once.")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Refused, woken, and let through then.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Waits at an open gate for ever, or the run for it.")
@State
public class GateOpensStress {
    private final GatedSender sender = new GatedSender();

    /** Who sends. */
    @Actor
    public void send(III_Result result) {
        result.r1 = sender.turn() ? 1 : 0;
    }

    /** Who lets go on what is held. */
    @Actor
    public void open() {
        sender.open = true;
        sender.gate.lookAgain();
    }

    /** Whether the sender is to have another turn, and whether anything is held after that. */
    @Arbiter
    public void after(III_Result result) {
        result.r2 = sender.isReady() ? 1 : 0;
        if (result.r1 == 0 && sender.isReady()) {
            sender.turn();
        }
        result.r3 = sender.gate.isHolding() || sender.run.isExpecting() || sender.inbox.size() != 1 ? 1 : 0;
    }
}
