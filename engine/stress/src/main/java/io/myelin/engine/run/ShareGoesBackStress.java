package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.message.DataRecord;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The last share of a shared inbox goes back while its owner takes a message and rests: whoever waits is woken. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Woken, once.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Waits for ever though there is room.")
@State
public class ShareGoesBackStress {
    private final Wiring wiring = new Wiring();
    private final ReadyCounter waiting = new ReadyCounter();
    private final WiredInbox inbox = new WiredInbox(
            new ProcessBorder("receiver", null),
            "inbox",
            new InboxLimit(OptionalInt.of(4), Optional.empty(), DataRecord.empty()),
            false);
    private final Route ofWaiting = routeOf(waiting);
    private final Route ofOther = routeOf(new ReadyCounter());

    /** Both had a share of the room for two; one has used it up and waits again, where more than half is full. */
    public ShareGoesBackStress() {
        while (ofOther.offer("fills it")) {
            // One more.
        }
        ofOther.awaitRoom();
        ofWaiting.awaitRoom();
        inbox.poll();
        inbox.poll();
        ofWaiting.offer("its share");
        ofWaiting.awaitRoom();
        waiting.markRunning();
        waiting.tryIdle();
        waiting.becameReady = 0;
    }

    private Route routeOf(Strand sender) {
        WiredOutbox outbox = new WiredOutbox(new ProcessBorder("sender", sender), "outbox");
        wiring.link(outbox, inbox, this);
        return outbox.routes()[0];
    }

    /** Who wants no more room. */
    @Actor
    public void leave() {
        ofOther.leaveQueue();
    }

    /** The owner: takes one, finds nothing else to do, and looks once more. */
    @Actor
    public void take() {
        inbox.poll();
        VarHandle.fullFence();
        inbox.serveSenders();
    }

    /** How often the one that waits has been woken. */
    @Arbiter
    public void after(I_Result result) {
        result.r1 = waiting.becameReady;
    }
}
