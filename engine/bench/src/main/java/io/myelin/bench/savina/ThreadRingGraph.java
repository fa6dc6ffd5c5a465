package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;

/** A token that counts down goes round a ring; then an end goes round once. */
final class ThreadRingGraph {
    private ThreadRingGraph() {}

    static Load program(int size, long hops) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        for (int i = 0; i < size; i++) {
            graph.add(path(i), Ringing.class, new Ringing.Settings(i == 0 ? hops : 0));
            graph.link(path(i), path((i + 1) % size));
        }
        return new GraphProgram(graph.plan(), Math.floorMod(-hops, size));
    }

    /** The one where the count comes to its end says so. */
    private static String path(int number) {
        return number == 0 ? GraphProgram.RESULT : "ring" + number;
    }

    /** What goes round: hops left, and how many have passed it on since they came to their end; below 0: none yet. */
    private record Token(long left, long endedAgo) {}

    /** Passes the token on. */
    @ComponentInfo(id = "savina.ring", title = "Ring", summary = "Passes a token on.")
    public static final class Ringing implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;

        /** Where the token begins. */
        public record Settings(
                @Setting(help = "Hops of a token that begins here.")
                long hops) {}

        /** One of a ring. */
        public Ringing(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            if (settings.hops() > 0) {
                context.outbox().send(new Token(settings.hops(), -1));
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            Token token = (Token) message;
            if (token.left() > 1) {
                context.outbox().send(new Token(token.left() - 1, -1));
                return;
            }
            long ago = token.endedAgo() + 1;
            if (context.path().equals(GraphProgram.RESULT)) {
                context.publish(ago);
            }
            context.outbox().send(new Token(0, ago));
            context.finish();
        }

        /** The next one may be through before the end has come round to this one. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}
    }
}
