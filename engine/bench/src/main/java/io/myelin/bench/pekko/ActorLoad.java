package io.myelin.bench.pekko;

import io.myelin.bench.load.Load;
import io.myelin.bench.load.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Actors that do one round after the other, each begun by a message to those that begin it. */
public final class ActorLoad implements Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ActorSystem<SpawnProtocol.Command> system;
    private final Round round;
    private final List<ActorRef<Object>> beginners = new ArrayList<>();

    /** No actors yet. */
    public ActorLoad(Systems systems, Round round) {
        this.round = round;
        this.system = ActorSystem.create(Behaviors.setup(context -> SpawnProtocol.create()), "bench", systems.config());
    }

    /** Starts an actor under the guardian. */
    public ActorRef<Object> spawn(Behavior<Object> behavior, String name) {
        try {
            return AskPattern.<SpawnProtocol.Command, ActorRef<Object>>ask(
                            system,
                            replyTo -> new SpawnProtocol.Spawn<>(behavior, name, Props.empty(), replyTo),
                            PATIENCE,
                            system.scheduler())
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an actor started", stop);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the actor " + name + " did not start", failed);
        }
    }

    /** {@code actor} is told to begin each round. */
    public void begins(ActorRef<Object> actor) {
        beginners.add(actor);
    }

    @Override
    public void run() throws InterruptedException {
        beginners.forEach(actor -> actor.tell(Signal.BEGIN));
        round.await();
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the actor system did not end", failed);
        }
    }
}
