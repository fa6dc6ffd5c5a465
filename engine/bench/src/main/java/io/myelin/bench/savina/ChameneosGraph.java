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

/** Chameneos meet in a mall, two at a time, and change their colours; every one is linked to every other. */
final class ChameneosGraph {
    private ChameneosGraph() {}

    static Load program(int chameneos, long meetings) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add(GraphProgram.RESULT, Mall.class, new Mall.Settings(chameneos, meetings));
        for (int i = 0; i < chameneos; i++) {
            graph.add("chameneo" + i, Chameneo.class, new Chameneo.Settings(i, chameneos));
        }
        for (int i = 0; i < chameneos; i++) {
            graph.link(GraphProgram.RESULT, Boxes.to(i), "chameneo" + i, "inbox");
            graph.link("chameneo" + i, "mall", GraphProgram.RESULT, "inbox");
            for (int j = 0; j < chameneos; j++) {
                graph.link("chameneo" + i, Boxes.to(j), "chameneo" + j, "inbox");
            }
        }
        return new GraphProgram(graph.plan(), 2 * meetings);
    }

    private record Meet(Colour colour, int from) {}

    private record Change(Colour colour) {}

    private record Met(long meetings) {}

    private enum Word {
        EXIT
    }

    /** One of them. */
    @ComponentInfo(
            id = "savina.chameneo",
            title = "Chameneo",
            summary = "Meets others.",
            outboxes = @Box(name = "mall", help = "To the mall."))
    public static final class Chameneo implements ReactiveComponent {
        private final Settings settings;
        private Colour colour;
        private ComponentContext context;
        private Outbox mall;
        private Outbox[] to = new Outbox[0];
        private long meetings;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number,
                @Setting(help = "How many there are.") int chameneos) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return Boxes.outboxes(chameneos);
            }
        }

        /** One of them. */
        public Chameneo(Settings settings) {
            this.settings = settings;
            this.colour = Colour.of(settings.number());
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            mall = context.outbox("mall");
            to = Boxes.outboxes(context, settings.chameneos());
            mall.send(new Meet(colour, settings.number()));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (message) {
                case Meet other -> {
                    colour = colour.meeting(other.colour());
                    meetings++;
                    to[other.from()].send(new Change(colour));
                    mall.send(new Meet(colour, settings.number()));
                }
                case Change change -> {
                    colour = change.colour();
                    meetings++;
                    mall.send(new Meet(colour, settings.number()));
                }
                default -> {
                    colour = Colour.FADED;
                    mall.send(new Met(meetings));
                    context.finish();
                }
            }
        }
    }

    /** Where they meet. */
    @ComponentInfo(
            id = "savina.mall",
            title = "Mall",
            summary = "Brings two together.",
            outboxes = {})
    public static final class Mall implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private Outbox[] to = new Outbox[0];
        private long meetingsLeft;
        private int waiting = -1;
        private int faded;
        private long meetings;

        /** How many. */
        public record Settings(
                @Setting(help = "How many chameneos there are.")
                int chameneos,

                @Setting(help = "Meetings.") long meetings)
                implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                return Boxes.outboxes(chameneos);
            }
        }

        /** For so many. */
        public Mall(Settings settings) {
            this.settings = settings;
            this.meetingsLeft = settings.meetings();
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            to = Boxes.outboxes(context, settings.chameneos());
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            if (message instanceof Met met) {
                meetings += met.meetings();
                if (++faded == settings.chameneos()) {
                    context.publish(meetings);
                    context.finish();
                }
                return;
            }
            Meet meet = (Meet) message;
            if (meetingsLeft == 0) {
                to[meet.from()].send(Word.EXIT);
            } else if (waiting < 0) {
                waiting = meet.from();
            } else {
                meetingsLeft--;
                to[waiting].send(meet);
                waiting = -1;
            }
        }

        /** Those it sends to may be through before all that they said has been read. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}
    }
}
