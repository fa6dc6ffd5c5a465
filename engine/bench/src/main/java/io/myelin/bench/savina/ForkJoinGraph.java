package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Source;
import java.util.Collections;
import java.util.Iterator;

/**
 * One sends messages to many workers, each of which computes a little for each message it gets. With one message each it
 * is the suite's measure of creating and ending, with many that of sending to many.
 */
final class ForkJoinGraph {
    private ForkJoinGraph() {}

    static Load program(int workers, long messagesEach) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add("fork", Forking.class, new Forking.Settings(messagesEach));
        for (int i = 0; i < workers; i++) {
            graph.add("worker" + i, Working.class);
            graph.link("fork", "worker" + i);
            graph.link("worker" + i, GraphProgram.RESULT);
        }
        graph.add(GraphProgram.RESULT, Joining.class);
        return new GraphProgram(graph.plan(), workers * messagesEach);
    }

    /** Sends to all. */
    @ComponentInfo(
            id = "savina.fork",
            title = "Fork",
            summary = "Sends work to all.",
            inboxes = {})
    public static final class Forking extends Source {
        private final Settings settings;

        /** How many. */
        public record Settings(
                @Setting(help = "Messages for each.") long messages) {}

        /** Sends as many as said. */
        public Forking(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return Collections.nCopies((int) settings.messages(), 37.2).iterator();
        }
    }

    /** Computes; says at the end how many it got. */
    @ComponentInfo(id = "savina.work", title = "Work", summary = "Computes.")
    public static final class Working implements ReactiveComponent {
        private Outbox outbox;
        private double sum;
        private long count;

        @Override
        public void onStart(ComponentContext context) {
            outbox = context.outbox();
        }

        @Override
        public void onMessage(Inbox inbox, Object theta) {
            sum += ForkJoin.compute((Double) theta);
            count++;
        }

        @Override
        public void onEnd() {
            outbox.send(sum >= 0 ? count : 0L);
        }
    }

    /** Adds up. */
    @ComponentInfo(
            id = "savina.join",
            title = "Join",
            summary = "Adds up.",
            outboxes = {})
    public static final class Joining extends Sink {
        private ComponentContext context;
        private long count;

        @Override
        public void onStart(ComponentContext started) {
            context = started;
        }

        @Override
        protected void accept(Object more) {
            count += (Long) more;
        }

        @Override
        public void onEnd() {
            context.publish(count);
        }
    }
}
