package io.myelin.engine.run;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The states of a component's strand in every interleaving that a model checker tries: however sends and runs meet, no
 * message is left with a strand that rests, and a strand that is ready stands in its run queue once.
 */
@Tag("lincheck")
public class StrandLincheckTest {
    private final QueuedStrand strand = new QueuedStrand();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Somebody sends a message and wakes its receiver. */
    @Operation
    public void send() {
        waiting.incrementAndGet();
        strand.wake();
    }

    /** Its worker takes it from its queue and runs it, if it stands there. */
    @Operation(nonParallelGroup = "worker")
    public void run() {
        if (strand.queued.get() > 0) {
            strand.queued.decrementAndGet();
            strand.markRunning();
            waiting.set(0);
            if (!strand.tryIdle()) {
                strand.markReady();
                strand.becomeReady();
            }
        }
    }

    /** When all is done, what its queue holds is run. */
    @Validate
    public void nothingIsLeft() {
        if (strand.queued.get() > 1) {
            throw new IllegalStateException("it stands in its queue " + strand.queued.get() + " times");
        }
        run();
        if (waiting.get() > 0) {
            throw new IllegalStateException("it rests while " + waiting.get() + " messages wait");
        }
    }

    @Test
    void howeverSendsAndRunsMeetNoMessageIsLeftWithAStrandThatRests() {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("myelin.lincheck", 6))
                .invocationsPerIteration(100)
                .threads(3)
                .actorsPerThread(3)
                .check(StrandLincheckTest.class);
    }
}
