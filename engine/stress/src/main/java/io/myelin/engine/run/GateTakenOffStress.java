package io.myelin.engine.run;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A gate that is taken off, while it lets nothing through, against a sender that comes to it. */
@JCStressTest
@Outcome(id = "1, [01], 0", expect = Expect.ACCEPTABLE, desc = "Sent after all.")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Refused, woken, and sent then.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Waits for ever for a gate that is gone, or the run for it.")
@State
public class GateTakenOffStress {
    private final GatedSender sender = new GatedSender();

    /** Who sends. */
    @Actor
    public void send(III_Result result) {
        result.r1 = sender.turn() ? 1 : 0;
    }

    /** Who takes the gate off. */
    @Actor
    public void takeOff() {
        sender.run.wiring().ungate(sender.link, sender.gate);
        sender.gate.takenOff();
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
