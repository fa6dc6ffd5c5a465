package io.myelin.bench.pekko;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.javadsl.RunnableGraph;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** A row of stages as a stream; each round materializes it once, which a few thousand messages do not notice. */
public final class StreamLoad implements Load {
    private static final long PATIENCE_SECONDS = 60;

    private final ActorSystem system;
    private final Round round;
    private final RunnableGraph<NotUsed> graph;

    private StreamLoad(Systems systems, Round round, Source<Object, NotUsed> source, Receipt receipt) {
        this.system = ActorSystem.create("bench", systems.config());
        this.round = round;
        this.graph = source.to(Sink.foreach(receipt::take));
    }

    /** All stages in one actor, as streams come: {@code hops} from stage to stage. */
    public static StreamLoad fused(Systems systems, int hops, long messages) {
        Round round = Round.to(1, messages);
        Source<Object, NotUsed> source = cargo(messages);
        for (int hop = 1; hop < hops; hop++) {
            source = source.map(message -> message);
        }
        return new StreamLoad(systems, round, source, round.ordered(messages));
    }

    /** An actor a stage, with buffers as large as our inboxes. */
    public static StreamLoad async(Systems systems, int hops, long messages) {
        Round round = Round.to(1, messages);
        Source<Object, NotUsed> source = cargo(messages).async();
        for (int hop = 1; hop < hops; hop++) {
            source = source.map(message -> message).async();
        }
        source = source.addAttributes(Attributes.inputBuffer(1024, 1024));
        return new StreamLoad(systems, round, source, round.ordered(messages));
    }

    private static Source<Object, NotUsed> cargo(long messages) {
        return Source.fromIterator(() -> Cargo.messages(messages));
    }

    @Override
    public void run() throws InterruptedException {
        graph.run(system);
        round.await();
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the actor system did not end", failed);
        }
    }
}
