package io.myelin.engine.run;

import java.util.ArrayDeque;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ring with one producer and one consumer against a plain bounded queue, in every interleaving that is tried. */
@Tag("lincheck")
public class RingLincheckTest {
    private static final int CAPACITY = 2;

    private final MessageRing ring = new MessageRing();

    /** Offers a message. */
    @Operation(nonParallelGroup = "producer")
    public boolean offer(int message) {
        return ring.offer(message, CAPACITY);
    }

    /** Takes the oldest one. */
    @Operation(nonParallelGroup = "consumer")
    public @Nullable Object poll() {
        return ring.poll();
    }

    @Test
    void aRingIsAsGoodAsABoundedQueueForOneProducerAndOneConsumer() {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("myelin.lincheck", 6))
                .invocationsPerIteration(100)
                .threads(2)
                .actorsPerThread(4)
                .sequentialSpecification(BoundedQueue.class)
                .check(RingLincheckTest.class);
    }

    /** What it is to look like from outside. */
    public static final class BoundedQueue {
        private final ArrayDeque<Object> waiting = new ArrayDeque<>();

        /** Adds unless full. */
        public boolean offer(int message) {
            return waiting.size() < CAPACITY && waiting.add(message);
        }

        /** Removes the oldest. */
        public @Nullable Object poll() {
            return waiting.poll();
        }
    }
}
