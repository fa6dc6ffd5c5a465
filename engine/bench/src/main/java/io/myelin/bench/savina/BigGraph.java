package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.util.List;
import java.util.SplittableRandom;

/** Each pings one of the others, chosen at random, and waits for the answer before the next; all are linked to all. */
final class BigGraph {
    private BigGraph() {}

    static Load program(int size, long pings) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add(GraphProgram.RESULT, Counting.class, new Counting.Settings(size));
        for (int i = 0; i < size; i++) {
            graph.add("big" + i, Pinging.class, new Pinging.Settings(i, size, pings));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                graph.link("big" + i, Boxes.to(j), "big" + j, "inbox");
            }
            graph.link("big" + i, "done", GraphProgram.RESULT, "inbox");
            graph.link(GraphProgram.RESULT, "outbox", "big" + i, "inbox");
        }
        return new GraphProgram(graph.plan(), size * pings);
    }

    /** A ping, by the number of its sender; an answer; and the end. */
    private record Ping(int from) {}

    private enum Word {
        PONG,
        EXIT
    }

    /** One of them. */
    @ComponentInfo(
            id = "savina.big",
            title = "Big",
            summary = "Pings others at random.",
            outboxes = @Box(name = "done", help = "How many answers it got."))
    public static final class Pinging implements ReactiveComponent {
        private final Settings settings;
        private final SplittableRandom random;
        private final Ping ping;
        private ComponentContext context;
        private Outbox[] to = new Outbox[0];
        private long pongs;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number,
                @Setting(help = "How many there are.") int size,
                @Setting(help = "Pings of each.") long pings)
                implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return Boxes.outboxes(size);
            }
        }

        /** One of them. */
        public Pinging(Settings settings) {
            this.settings = settings;
            this.random = new SplittableRandom(settings.number());
            this.ping = new Ping(settings.number());
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            to = Boxes.outboxes(context, settings.size());
            to[random.nextInt(to.length)].send(ping);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message instanceof Ping from) {
                to[from.from()].send(Word.PONG);
            } else if (message == Word.EXIT) {
                context.finish();
            } else if (++pongs < settings.pings()) {
                to[random.nextInt(to.length)].send(ping);
            } else {
                context.outbox("done").send(pongs);
            }
        }
    }

    /** Waits for all, then ends all. */
    @ComponentInfo(id = "savina.big-count", title = "Count", summary = "Counts those that are through.")
    public static final class Counting implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private int through;
        private long pongs;

        /** How many there are. */
        public record Settings(
                @Setting(help = "How many there are.") int size) {}

        /** For so many. */
        public Counting(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
        }

        @Override
        public void onMessage(Inbox inbox, Object itsPongs) {
            pongs += (Long) itsPongs;
            if (++through == settings.size()) {
                context.publish(pongs);
                context.outbox().send(Word.EXIT);
                context.finish();
            }
        }

        /** Those it sends to may be through before all that they said has been read. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}
    }
}
