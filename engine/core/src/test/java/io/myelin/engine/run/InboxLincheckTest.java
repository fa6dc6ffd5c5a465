package io.myelin.engine.run;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An inbox that two producers feed against a plain bounded queue, in every interleaving that is tried. */
@Tag("lincheck")
public class InboxLincheckTest {
    private final ByHand consumer = new ByHand("consumer", 2);
    private final ByHand first = new ByHand("first");

    /** Two outboxes are linked to it, so that it is shared. */
    public InboxLincheckTest() {
        Wiring wiring = new Wiring();
        wiring.link(first.outbox(), consumer.inbox(), this);
        wiring.link(new ByHand("second").outbox(), consumer.inbox(), this);
    }

    /** Offers a message; any producer. */
    @Operation
    public boolean offer(int message) {
        return consumer.inbox().offer(message, first.outbox()) == WiredInbox.Answer.TAKEN;
    }

    /** Takes the oldest one. */
    @Operation(nonParallelGroup = "consumer")
    public @Nullable Object poll() {
        return consumer.inbox().poll();
    }

    @Test
    void anInboxIsAsGoodAsABoundedQueueForSeveralProducers() {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("myelin.lincheck", 6))
                .invocationsPerIteration(100)
                .threads(3)
                .actorsPerThread(3)
                .sequentialSpecification(RingLincheckTest.BoundedQueue.class)
                .check(InboxLincheckTest.class);
    }
}
