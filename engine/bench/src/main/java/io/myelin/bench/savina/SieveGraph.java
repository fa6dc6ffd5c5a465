package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Source;
import java.util.Iterator;
import java.util.stream.LongStream;

/** Numbers go through filters that each keep a thousand primes; the graph has as many filters as will be needed. */
final class SieveGraph {
    private SieveGraph() {}

    static Load program(int limit) {
        long primes = PrimeStore.primesBelow(limit);
        int filters = (int) Math.ceilDiv(primes, PrimeStore.CAPACITY);
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add("numbers", Numbers.class, new Numbers.Settings(limit));
        graph.add(GraphProgram.RESULT, ForkJoinGraph.Joining.class);
        for (int i = 0; i < filters; i++) {
            graph.add("filter" + i, Filtering.class);
            graph.link(i == 0 ? "numbers" : "filter" + (i - 1), "filter" + i);
            graph.link("filter" + i, "kept", GraphProgram.RESULT, "inbox");
        }
        return new GraphProgram(graph.plan(), primes);
    }

    /** Two and the odd numbers. */
    @ComponentInfo(
            id = "savina.numbers",
            title = "Numbers",
            summary = "Sends numbers.",
            inboxes = {})
    public static final class Numbers extends Source {
        private final Settings settings;

        /** How far. */
        public record Settings(
                @Setting(help = "All below it.") int limit) {}

        /** Sends all below a limit. */
        public Numbers(Settings settings) {
            this.settings = settings;
        }

        @Override
        protected Iterator<?> messages(ComponentContext context) {
            return LongStream.concat(
                            LongStream.of(2),
                            LongStream.iterate(3, number -> number < settings.limit(), number -> number + 2))
                    .boxed()
                    .iterator();
        }
    }

    /** Keeps primes, passes on what may be one. */
    @ComponentInfo(
            id = "savina.filter",
            title = "Filter",
            summary = "Keeps primes.",
            outboxes = {
                @Box(name = "outbox", help = "What may be a prime."),
                @Box(name = "kept", help = "How many it has kept.")
            })
    public static final class Filtering implements ReactiveComponent {
        private final PrimeStore primes = new PrimeStore();
        private ComponentContext context;
        private Outbox outbox;

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            outbox = context.outbox();
        }

        @Override
        public void onMessage(Inbox inbox, Object number) {
            if (primes.look((Long) number) == PrimeStore.Answer.PASSED) {
                outbox.send(number);
            }
        }

        @Override
        public void onEnd() {
            context.outbox("kept").send(primes.count());
        }
    }
}
