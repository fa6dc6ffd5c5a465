package io.myelin.bench.pekko;

import io.myelin.bench.load.Load;
import io.myelin.bench.load.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Actors that do one round after the other, each begun by a message to those that begin it. */
public final class ActorLoad implements Load {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ActorSystem<Object> system;
    private final Round round;
    private final List<ActorRef<Object>> beginners = new ArrayList<>();
    private @Nullable ActorContext<Object> guardian;

    /** Starts a system whose guardian makes the actors: {@code build} runs in it. */
    public ActorLoad(Systems systems, Round round, Consumer<ActorLoad> build) {
        this.round = round;
        CountDownLatch built = new CountDownLatch(1);
        this.system = ActorSystem.create(
                Behaviors.setup(context -> {
                    guardian = context;
                    build.accept(this);
                    built.countDown();
                    return Behaviors.empty();
                }),
                "bench",
                systems.config());
        try {
            if (!built.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the actors did not start");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while actors started", stop);
        }
    }

    /** Starts an actor; while it is built. */
    public ActorRef<Object> spawn(Behavior<Object> behavior, String name) {
        return Objects.requireNonNull(guardian).spawn(behavior, name);
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
