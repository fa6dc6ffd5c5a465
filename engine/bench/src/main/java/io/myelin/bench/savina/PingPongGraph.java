package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Transform;

/** Ping sends, pong answers, and only then the next. */
final class PingPongGraph {
    private PingPongGraph() {}

    static Load program(long pings) {
        return new GraphProgram(
                new MeasuredGraph(Execution.MICROPROCESS)
                        .add(GraphProgram.RESULT, Ping.class, new Ping.Settings(pings))
                        .add("pong", Pong.class)
                        .link(GraphProgram.RESULT, "pong")
                        .link("pong", GraphProgram.RESULT)
                        .plan(),
                pings);
    }

    /** Sends pings. */
    @ComponentInfo(id = "savina.ping", title = "Ping", summary = "Sends pings.")
    public static final class Ping implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private long pongs;

        /** How many. */
        public record Settings(@Setting(help = "How many.") long pings) {}

        /** Sends as many as said. */
        public Ping(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            context.outbox().send("ping");
        }

        @Override
        public void onMessage(Inbox inbox, Object pong) {
            if (++pongs < settings.pings()) {
                context.outbox().send("ping");
            } else {
                context.publish(pongs);
                context.finish();
            }
        }
    }

    /** Answers. */
    @ComponentInfo(id = "savina.pong", title = "Pong", summary = "Answers.")
    public static final class Pong extends Transform {
        @Override
        protected Object apply(Object ping) {
            return "pong";
        }
    }
}
