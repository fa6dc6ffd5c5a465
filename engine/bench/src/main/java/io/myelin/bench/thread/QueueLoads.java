package io.myelin.bench.thread;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import org.jctools.queues.SpscArrayQueue;

/** From one platform thread to another over the fastest queues there are; both spin and yield, none parks. */
public final class QueueLoads {
    private QueueLoads() {}

    private static final class Slot {
        private Object message = "";
    }

    /** A Disruptor with one producer, the thread that runs the round. */
    public static Load disruptor(long messages) {
        Round round = Round.to(1, messages);
        Receipt receipt = round.ordered(messages);
        Disruptor<Slot> disruptor = new Disruptor<>(
                Slot::new,
                Pipe.CAPACITY,
                DaemonThreadFactory.INSTANCE,
                ProducerType.SINGLE,
                new YieldingWaitStrategy());
        disruptor.handleEventsWith((slot, sequence, endOfBatch) -> receipt.take(slot.message));
        RingBuffer<Slot> ring = disruptor.start();
        return new Load() {
            @Override
            public void run() throws InterruptedException {
                for (long number = 0; number < messages; number++) {
                    long sequence = ring.next();
                    ring.get(sequence).message = Cargo.message(number);
                    ring.publish(sequence);
                }
                round.await();
            }

            @Override
            public void close() {
                disruptor.shutdown();
            }
        };
    }

    /** A single-producer ring of JCTools. */
    public static Load jctools(long messages) {
        Round round = Round.to(1, messages);
        Receipt receipt = round.ordered(messages);
        SpscArrayQueue<Object> queue = new SpscArrayQueue<>(Pipe.CAPACITY);
        return new ThreadLoad(round, Thread.ofPlatform().daemon().factory())
                .eachRound(() -> {
                    for (long number = 0; number < messages; number++) {
                        Object message = Cargo.message(number);
                        while (!queue.offer(message)) {
                            Thread.onSpinWait();
                        }
                    }
                })
                .eachRound(() -> {
                    for (long left = messages; left > 0; left--) {
                        Object message = queue.poll();
                        while (message == null) {
                            Thread.onSpinWait();
                            message = queue.poll();
                        }
                        receipt.take(message);
                    }
                });
    }
}
