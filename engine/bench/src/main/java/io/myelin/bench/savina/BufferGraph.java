package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Producers and consumers with a buffer between them that asks the one and serves the other. */
final class BufferGraph {
    private BufferGraph() {}

    static Load program(int producers, int consumers, long itemsEach) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add(GraphProgram.RESULT, Buffer.class, new Buffer.Settings(producers, consumers));
        for (int i = 0; i < producers; i++) {
            graph.add("producer" + i, Producer.class, new Producer.Settings(i, itemsEach));
            join(graph, i, "producer" + i);
        }
        for (int i = 0; i < consumers; i++) {
            graph.add("consumer" + i, Consumer.class, new Consumer.Settings(producers + i));
            join(graph, producers + i, "consumer" + i);
        }
        return new GraphProgram(graph.plan(), producers * itemsEach);
    }

    private static void join(MeasuredGraph graph, int number, String path) {
        graph.link(GraphProgram.RESULT, Boxes.to(number), path, "inbox");
        graph.link(path, GraphProgram.RESULT);
    }

    private record Item(double value, int from) {}

    private record Ready(int from) {}

    private enum Word {
        PRODUCE,
        THROUGH,
        EXIT
    }

    /** Makes an item when asked. */
    @ComponentInfo(id = "savina.producer", title = "Producer", summary = "Makes items.")
    public static final class Producer implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private double value;
        private long made;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number,
                @Setting(help = "Items.") long items) {}

        /** Makes as many as said. */
        public Producer(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
        }

        @Override
        public void onMessage(Inbox inbox, Object produce) {
            if (made == settings.items()) {
                context.outbox().send(Word.THROUGH);
                context.finish();
                return;
            }
            made++;
            value = BufferWork.process(value);
            context.outbox().send(new Item(value, settings.number()));
        }
    }

    /** Uses up items. */
    @ComponentInfo(id = "savina.consumer", title = "Consumer", summary = "Uses up items.")
    public static final class Consumer implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private double value;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number) {}

        /** One of them. */
        public Consumer(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            context.outbox().send(new Ready(settings.number()));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message instanceof Item item) {
                value = BufferWork.process(value + item.value());
                context.outbox().send(new Ready(settings.number()));
            } else {
                context.finish();
            }
        }
    }

    /** Between them. */
    @ComponentInfo(
            id = "savina.buffer",
            title = "Buffer",
            summary = "Holds items.",
            outboxes = {})
    public static final class Buffer implements ReactiveComponent {
        private final Settings settings;
        private final Queue<Item> items = new ArrayDeque<>();
        private final Queue<Integer> idleProducers = new ArrayDeque<>();
        private final Queue<Integer> idleConsumers = new ArrayDeque<>();
        private ComponentContext context;
        private Outbox[] to = new Outbox[0];
        private int through;
        private long passed;

        /** How many there are. */
        public record Settings(
                @Setting(help = "Producers.") int producers,
                @Setting(help = "Consumers.") int consumers) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return Boxes.outboxes(producers + consumers);
            }
        }

        /** For so many. */
        public Buffer(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            to = Boxes.outboxes(context, settings.producers() + settings.consumers());
            for (int i = 0; i < settings.producers(); i++) {
                to[i].send(Word.PRODUCE);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (message) {
                case Item item -> take(item);
                case Ready ready -> serve(ready.from());
                default -> through++;
            }
            if (through == settings.producers() && idleConsumers.size() == settings.consumers()) {
                for (int consumer : idleConsumers) {
                    to[consumer].send(Word.EXIT);
                }
                context.publish(passed);
                context.finish();
            }
        }

        /** Those it sends to may be through before all that they said has been read. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}

        private void take(Item item) {
            Integer consumer = idleConsumers.poll();
            if (consumer == null) {
                items.add(item);
            } else {
                pass(item, consumer);
            }
            if (items.size() >= BufferWork.CAPACITY - settings.producers()) {
                idleProducers.add(item.from());
            } else {
                to[item.from()].send(Word.PRODUCE);
            }
        }

        private void serve(int consumer) {
            Item item = items.poll();
            if (item == null) {
                idleConsumers.add(consumer);
                return;
            }
            pass(item, consumer);
            Integer producer = idleProducers.poll();
            if (producer != null) {
                to[producer].send(Word.PRODUCE);
            }
        }

        private void pass(Item item, int consumer) {
            passed++;
            to[consumer].send(item);
        }
    }
}
