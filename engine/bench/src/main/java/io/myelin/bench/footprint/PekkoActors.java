package io.myelin.bench.footprint;

import io.myelin.bench.pekko.Systems;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** As many idle actors as components: started by one guardian, or by children of it in equal shares. */
final class PekkoActors implements AutoCloseable {
    /** What actors are told. */
    private enum Command {
        /** The guardian is to start all actors. */
        START,
        /** Nothing. */
        MESSAGE
    }

    private final CountDownLatch made;
    private final ActorSystem<Command> system;

    /** Starts the system itself; the actors come with {@link #start}. */
    PekkoActors(int count, int parents, Systems setup) {
        made = new CountDownLatch(count);
        Behavior<Command> idle = Behaviors.receiveMessage(message -> Behaviors.same());
        Behavior<Command> actor = Behaviors.setup(context -> {
            made.countDown();
            return idle;
        });
        Behavior<Command> parent = Behaviors.receive((context, message) -> {
            for (int i = 0; i < count / parents; i++) {
                context.spawnAnonymous(actor);
            }
            return Behaviors.same();
        });
        Behavior<Command> guardian = parents == 1
                ? parent
                : Behaviors.receive((context, message) -> {
                    for (int i = 0; i < parents; i++) {
                        context.spawnAnonymous(parent).tell(Command.START);
                    }
                    return Behaviors.same();
                });
        system = ActorSystem.create(guardian, "footprint", setup.config());
    }

    /** Starts all, and waits until the last one has. */
    void start() throws InterruptedException {
        system.tell(Command.START);
        made.await();
    }

    /** Stops all, and waits until they have. */
    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(2, TimeUnit.MINUTES);
        } catch (Exception failed) {
            throw new IllegalStateException("the actors did not stop", failed);
        }
    }
}
