package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A token that counts down goes round a ring; then an end goes round once. */
final class ThreadRingActors {
    private record Token(long left, long endedAgo) {}

    private record Next(ActorRef<Object> next) {}

    private ThreadRingActors() {}

    static Load program(Systems systems, int size, long hops) {
        return new ActorProgram(systems, result -> head(size, hops, result), Math.floorMod(-hops, size));
    }

    private static Behavior<Object> head(int size, long hops, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            ActorRef<Object> next = context.getSelf();
            for (int i = size - 1; i > 0; i--) {
                ActorRef<Object> actor = context.spawn(waiting(), "ring" + i);
                actor.tell(new Next(next));
                next = actor;
            }
            next.tell(new Token(hops, -1));
            return ringing(next, result);
        });
    }

    private static Behavior<Object> waiting() {
        return Behaviors.receiveMessage(message -> ringing(((Next) message).next(), _ -> {}));
    }

    private static Behavior<Object> ringing(ActorRef<Object> next, Consumer<Long> result) {
        return Behaviors.receiveMessage(message -> {
            Token token = (Token) message;
            if (token.left() > 1) {
                next.tell(new Token(token.left() - 1, -1));
                return Behaviors.same();
            }
            long ago = token.endedAgo() + 1;
            result.accept(ago);
            next.tell(new Token(0, ago));
            return Behaviors.stopped();
        });
    }
}
