package io.myelin.bench.pekko;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Round;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor of a ring: begins a round with a token when told to, passes on what comes, and keeps every so many. */
final class Ring {
    private final Round round;
    private final long keeps;
    private long received;

    /** Whom it sends to; the first message that it gets. */
    record Next(ActorRef<Object> next) {}

    /** The how-manieth it gets in a round it {@code keeps} and is then through; 0: none. */
    Ring(Round round, long keeps) {
        this.round = round;
        this.keeps = keeps;
    }

    Behavior<Object> behavior() {
        return Behaviors.receiveMessage(message -> passing(((Next) message).next()));
    }

    private Behavior<Object> passing(ActorRef<Object> next) {
        return Behaviors.receiveMessage(message -> {
            if (message == Signal.BEGIN) {
                next.tell(Cargo.message(0));
            } else if (++received == keeps) {
                received = 0;
                round.done();
            } else {
                next.tell(message);
            }
            return Behaviors.same();
        });
    }
}
