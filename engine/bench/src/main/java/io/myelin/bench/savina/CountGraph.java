package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Source;
import java.util.Collections;
import java.util.Iterator;

/** One sends increments, the other counts them; the end of the stream asks for the count. */
final class CountGraph {
    private CountGraph() {}

    static Load program(long increments) {
        return new GraphProgram(
                new MeasuredGraph(Execution.MICROPROCESS)
                        .add("producer", Producer.class, new Producer.Settings(increments))
                        .add(GraphProgram.RESULT, Counter.class)
                        .link("producer", GraphProgram.RESULT)
                        .plan(),
                increments);
    }

    /** Sends increments. */
    @ComponentInfo(
            id = "savina.increments",
            title = "Increments",
            summary = "Sends increments.",
            inboxes = {})
    public static final class Producer extends Source {
        private final Settings settings;

        /** How many. */
        public record Settings(@Setting(help = "How many.") long increments) {}

        /** Sends as many as said. */
        public Producer(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return Collections.nCopies((int) settings.increments(), "increment").iterator();
        }
    }

    /** Counts. */
    @ComponentInfo(
            id = "savina.counter",
            title = "Counter",
            summary = "Counts.",
            outboxes = {})
    public static final class Counter extends Sink {
        private ComponentContext context;
        private long count;

        @Override
        public void onStart(ComponentContext started) {
            context = started;
        }

        @Override
        protected void accept(Object increment) {
            count++;
        }

        @Override
        public void onEnd() {
            context.publish(count);
        }
    }
}
