package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A link that leads elsewhere from now on, and whose gate opens then, against a sender that comes to it. */
@JCStressTest
@Outcome(id = "1, [01], 0", expect = Expect.ACCEPTABLE, desc = "Let through at once.")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "Refused, woken, and let through where the link leads now.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Waits at an open gate for ever, or the run for it.")
@State
public class GateMovesStress {
    private final GatedSender sender = new GatedSender();
    private final WiredInbox inner = new WiredInbox(sender, "inner", InboxLimit.DEFAULT, false);

    /** Links change while messages move. */
    public GateMovesStress() {
        sender.run.wiring().setInUse();
    }

    /** Who sends. */
    @Actor
    public void send(III_Result result) {
        result.r1 = sender.turn() ? 1 : 0;
    }

    /** Who passes on what comes in, and lets go on what is held. */
    @Actor
    public void moveAndOpen() {
        sender.run.wiring().passThrough(sender.inbox, inner);
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
        boolean arrived = sender.inbox.size() + inner.size() == 1;
        result.r3 = sender.gate.isHolding() || sender.run.isExpecting() || !arrived ? 1 : 0;
    }
}
