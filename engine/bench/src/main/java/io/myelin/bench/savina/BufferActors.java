package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Producers and consumers with a buffer between them that asks the one and serves the other. */
final class BufferActors {
    private record Item(double value, ActorRef<Object> from) {}

    private record Ready(ActorRef<Object> from) {}

    private enum Word {
        PRODUCE,
        THROUGH,
        EXIT
    }

    private BufferActors() {}

    static Load program(Systems systems, int producers, int consumers, long itemsEach) {
        return new ActorProgram(
                systems, result -> new Buffer(producers, consumers, result).behavior(itemsEach), producers * itemsEach);
    }

    private static Behavior<Object> producer(long items, ActorRef<Object> buffer) {
        return Behaviors.setup(context -> {
            double[] value = new double[1];
            long[] made = new long[1];
            return Behaviors.receiveMessage(produce -> {
                if (made[0] == items) {
                    buffer.tell(Word.THROUGH);
                    return Behaviors.stopped();
                }
                made[0]++;
                value[0] = BufferWork.process(value[0]);
                buffer.tell(new Item(value[0], context.getSelf()));
                return Behaviors.same();
            });
        });
    }

    private static Behavior<Object> consumer(ActorRef<Object> buffer) {
        return Behaviors.setup(context -> {
            double[] value = new double[1];
            Ready ready = new Ready(context.getSelf());
            buffer.tell(ready);
            return Behaviors.receiveMessage(message -> {
                if (message instanceof Item item) {
                    value[0] = BufferWork.process(value[0] + item.value());
                    buffer.tell(ready);
                    return Behaviors.same();
                }
                return Behaviors.stopped();
            });
        });
    }

    private static final class Buffer {
        private final int producers;
        private final int consumers;
        private final Consumer<Long> result;
        private final Queue<Item> items = new ArrayDeque<>();
        private final Queue<ActorRef<Object>> idleProducers = new ArrayDeque<>();
        private final Queue<ActorRef<Object>> idleConsumers = new ArrayDeque<>();
        private int through;
        private long passed;

        Buffer(int producers, int consumers, Consumer<Long> result) {
            this.producers = producers;
            this.consumers = consumers;
            this.result = result;
        }

        Behavior<Object> behavior(long itemsEach) {
            return Behaviors.setup(context -> {
                for (int i = 0; i < producers; i++) {
                    context.spawn(producer(itemsEach, context.getSelf()), "producer" + i)
                            .tell(Word.PRODUCE);
                }
                for (int i = 0; i < consumers; i++) {
                    context.spawn(consumer(context.getSelf()), "consumer" + i);
                }
                return Behaviors.receiveMessage(this::onMessage);
            });
        }

        private Behavior<Object> onMessage(Object message) {
            switch (message) {
                case Item item -> take(item);
                case Ready ready -> serve(ready.from());
                default -> through++;
            }
            if (through < producers || idleConsumers.size() < consumers) {
                return Behaviors.same();
            }
            idleConsumers.forEach(consumer -> consumer.tell(Word.EXIT));
            result.accept(passed);
            return Behaviors.stopped();
        }

        private void take(Item item) {
            ActorRef<Object> consumer = idleConsumers.poll();
            if (consumer == null) {
                items.add(item);
            } else {
                pass(item, consumer);
            }
            if (items.size() >= BufferWork.CAPACITY - producers) {
                idleProducers.add(item.from());
            } else {
                item.from().tell(Word.PRODUCE);
            }
        }

        private void serve(ActorRef<Object> consumer) {
            Item item = items.poll();
            if (item == null) {
                idleConsumers.add(consumer);
                return;
            }
            pass(item, consumer);
            ActorRef<Object> producer = idleProducers.poll();
            if (producer != null) {
                producer.tell(Word.PRODUCE);
            }
        }

        private void pass(Item item, ActorRef<Object> consumer) {
            passed++;
            consumer.tell(item);
        }
    }
}
