package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.BehaviorBuilder;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Actors that are made in each round by one at their head, whose end takes all others with it. The system stays from
 * round to round.
 */
final class ActorProgram implements Load {
    private static final long PATIENCE_SECONDS = 120;

    private final ActorSystem<SpawnProtocol.Command> system;
    private final Function<Consumer<Long>, Behavior<Object>> head;
    private final long expected;

    /**
     * Runs that must come to {@code expected}.
     *
     * @param head makes the actor at the head, which says the result once and then stops, all its children with it
     */
    ActorProgram(Systems systems, Function<Consumer<Long>, Behavior<Object>> head, long expected) {
        this.system =
                ActorSystem.create(Behaviors.setup(context -> SpawnProtocol.create()), "savina", systems.config());
        this.head = head;
        this.expected = expected;
    }

    @Override
    public void run() throws InterruptedException {
        CompletableFuture<Long> result = new CompletableFuture<>();
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        system.tell(new SpawnProtocol.Spawn<>(supervisor(result, ended), "", Props.empty(), system.ignoreRef()));
        try {
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the actors did not end", failed);
        }
        if (result.getNow(Long.MIN_VALUE) != expected) {
            throw new IllegalStateException("it came to " + result.getNow(Long.MIN_VALUE) + ", not " + expected);
        }
    }

    /** Ends when the head has, which is when all that the head made have. */
    private Behavior<Object> supervisor(CompletableFuture<Long> result, CompletableFuture<Boolean> ended) {
        return Behaviors.setup(context -> {
            context.watch(context.spawn(head.apply(result::complete), "head"));
            return BehaviorBuilder.create()
                    .onSignal(Terminated.class, gone -> {
                        ended.complete(true);
                        return Behaviors.stopped();
                    })
                    .build();
        });
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
