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
import java.util.List;

/** Philosophers ask an arbitrator for their forks until they get them, eat, and give them back. */
final class PhilosopherGraph {
    private PhilosopherGraph() {}

    static Load program(int philosophers, long meals) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add(GraphProgram.RESULT, Arbitrator.class, new Arbitrator.Settings(philosophers));
        for (int i = 0; i < philosophers; i++) {
            graph.add("philosopher" + i, Philosopher.class, new Philosopher.Settings(i, meals));
            graph.link("philosopher" + i, GraphProgram.RESULT);
            graph.link(GraphProgram.RESULT, Boxes.to(i), "philosopher" + i, "inbox");
        }
        return new GraphProgram(graph.plan(), philosophers * meals);
    }

    private record Hungry(int from) {}

    private record Done(int from) {}

    private enum Word {
        EAT,
        DENIED,
        EXIT
    }

    /** One of them. */
    @ComponentInfo(id = "savina.philosopher", title = "Philosopher", summary = "Eats.")
    public static final class Philosopher implements ReactiveComponent {
        private final Settings settings;
        private final Hungry hungry;
        private final Done done;
        private ComponentContext context;
        private Outbox outbox;
        private long eaten;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number,
                @Setting(help = "Meals.") long meals) {}

        /** Eats as often as said. */
        public Philosopher(Settings settings) {
            this.settings = settings;
            this.hungry = new Hungry(settings.number());
            this.done = new Done(settings.number());
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            outbox = context.outbox();
            outbox.send(hungry);
        }

        @Override
        public void onMessage(Inbox inbox, Object answer) {
            if (answer == Word.DENIED) {
                outbox.send(hungry);
                return;
            }
            outbox.send(done);
            if (++eaten < settings.meals()) {
                outbox.send(hungry);
            } else {
                outbox.send(Word.EXIT);
                context.finish();
            }
        }
    }

    /** Has the forks. */
    @ComponentInfo(
            id = "savina.arbitrator",
            title = "Arbitrator",
            summary = "Gives forks.",
            outboxes = {})
    public static final class Arbitrator implements ReactiveComponent {
        private final Settings settings;
        private final Forks forks;
        private ComponentContext context;
        private Outbox[] to = new Outbox[0];
        private int through;
        private long meals;

        /** For how many. */
        public record Settings(
                @Setting(help = "Philosophers.") int philosophers) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return Boxes.outboxes(philosophers);
            }
        }

        /** For so many. */
        public Arbitrator(Settings settings) {
            this.settings = settings;
            this.forks = new Forks(settings.philosophers());
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            to = Boxes.outboxes(context, settings.philosophers());
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (message) {
                case Hungry hungry -> to[hungry.from()].send(forks.take(hungry.from()) ? Word.EAT : Word.DENIED);
                case Done done -> {
                    meals++;
                    forks.putBack(done.from());
                }
                default -> {
                    if (++through == settings.philosophers()) {
                        context.publish(meals);
                        context.finish();
                    }
                }
            }
        }

        /** Those it sends to may be through before all that they said has been read. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}
    }
}
