package io.myelin.engine.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a child process says of its rest, in every interleaving that a model checker tries of the thread that hears the
 * parent and the component's: it is never said to rest after messages that it has not taken, and when all has come to
 * rest that has been said.
 */
@Tag("lincheck")
public class AtRestLincheckTest {
    private final AwakeThreads awake = new AwakeThreads();
    private final QueuedStrand component = new QueuedStrand();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong said = new AtomicLong(-1);

    /** The component is about to start. */
    public AtRestLincheckTest() {
        awake.enlist();
    }

    /** A message of the parent's is heard; whether all that was said is true. */
    @Operation(nonParallelGroup = "parent")
    public boolean hear() {
        awake.enlist();
        waiting.incrementAndGet();
        heard.incrementAndGet();
        if (component.wake()) {
            awake.enlist();
        }
        return retire();
    }

    /** The component takes what waits, and rests; whether all that was said is true. */
    @Operation(nonParallelGroup = "component")
    public boolean run() {
        if (component.queued.get() == 0) {
            return true;
        }
        component.queued.decrementAndGet();
        component.markRunning();
        taken.addAndGet(waiting.getAndSet(0));
        if (component.tryIdle()) {
            return retire();
        }
        component.markReady();
        component.becomeReady();
        return true;
    }

    private boolean retire() {
        return !awake.retire()
                || awake.seenAtRest(() -> false, heard::get).map(this::say).orElse(true);
    }

    private boolean say(long heardThen) {
        said.accumulateAndGet(heardThen, Math::max);
        return taken.get() >= heardThen;
    }

    /** When the component has had its last turn, its rest has been said, and all that it has heard by then. */
    @Validate
    public void itsRestIsSaid() {
        boolean _ = run();
        if (said.get() != heard.get()) {
            throw new IllegalStateException("at rest after " + heard + " messages, said after " + said);
        }
    }

    @Test
    void howeverHearingAndRestingMeetAComponentIsSaidToRestWhenItDoesAndOnlyThen() {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("myelin.lincheck", 10))
                .invocationsPerIteration(500)
                .threads(2)
                .actorsPerThread(3)
                .check(AtRestLincheckTest.class);
    }
}
