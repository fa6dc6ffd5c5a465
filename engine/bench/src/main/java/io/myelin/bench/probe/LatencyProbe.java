package io.myelin.bench.probe;

import com.typesafe.config.Config;
import io.myelin.bench.myelin.MeasuredComponents;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.bench.pekko.Systems;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Sink;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.GraphRuns;
import io.myelin.engine.run.RunOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One message at a time through ten idle stages, sent from outside with a pause in between. */
final class LatencyProbe {
    private static final int STAGES = 10;
    private static final int MESSAGES = 500;
    private static final long PAUSE_NANOS = 500_000;

    private LatencyProbe() {}

    static double[] myelin(int size) throws InterruptedException {
        Latencies latencies = new Latencies(size * MESSAGES);
        Desk desk = new Desk(latencies);
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS).add("stage0", Entry.class);
        for (int i = 1; i <= STAGES; i++) {
            graph.add("stage" + i, i == STAGES ? Exit.class : MeasuredComponents.Passing.class);
            graph.link("stage" + (i - 1), "stage" + i);
        }
        GraphRun run = GraphRuns.start(graph.plan(), new RunOptions(2, false, desk, Duration.ofSeconds(10)));
        ComponentContext entry = desk.entry().join();
        double[] figures = measure(
                latencies, size, sent -> entry.execute(() -> entry.outbox().send(sent)));
        run.stop();
        run.awaitEnd();
        return figures;
    }

    static double[] pekko(Systems systems, int size) throws InterruptedException {
        Latencies latencies = new Latencies(size * MESSAGES);
        CompletableFuture<ActorRef<Object>> first = new CompletableFuture<>();
        Config config = systems.config();
        ActorSystem<Object> system = ActorSystem.create(
                Behaviors.setup(context -> {
                    ActorRef<Object> next = context.spawn(exit(latencies), "stage" + STAGES);
                    for (int i = STAGES - 1; i >= 0; i--) {
                        next = context.spawn(passing(next), "stage" + i);
                    }
                    first.complete(next);
                    return Behaviors.empty();
                }),
                "latency",
                config);
        double[] figures = measure(latencies, size, first.join()::tell);
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
        return figures;
    }

    private static Behavior<Object> passing(ActorRef<Object> next) {
        return Behaviors.receiveMessage(message -> {
            next.tell(message);
            return Behaviors.same();
        });
    }

    private static Behavior<Object> exit(Latencies latencies) {
        return Behaviors.receiveMessage(message -> {
            latencies.taken(message);
            return Behaviors.same();
        });
    }

    /** The half and the 999 of a thousand; the first half of the messages warms up. */
    private static double[] measure(Latencies latencies, int size, Consumer<Object> send) {
        int messages = size * MESSAGES;
        for (int sent = 1; sent <= messages; sent++) {
            send.accept(System.nanoTime());
            do {
                LockSupport.parkNanos(PAUSE_NANOS);
            } while (latencies.count() < sent);
        }
        return new double[] {latencies.quantile(0.5, messages / 2), latencies.quantile(0.999, messages / 2)};
    }

    /** Sends what it is told to from outside. */
    @ComponentInfo(
            id = "bench.latency-entry",
            title = "Entry",
            summary = "Sends what comes from outside.",
            inboxes = {})
    public static final class Entry implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            context.expect("the next message");
            Desk.of(context).entry().complete(context);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("it has no data inbox");
        }
    }

    /** Notes when messages come. */
    @ComponentInfo(
            id = "bench.latency-exit",
            title = "Exit",
            summary = "Notes when messages come.",
            outboxes = {})
    public static final class Exit extends Sink {
        private Latencies latencies;

        @Override
        public void onStart(ComponentContext context) {
            latencies = Desk.of(context).latencies();
        }

        @Override
        protected void accept(Object message) {
            latencies.taken(message);
        }
    }
}
