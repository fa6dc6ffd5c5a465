package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Ping sends, pong answers, and only then the next. */
final class PingPongActors {
    private record Ping(ActorRef<Object> from) {}

    private enum Pong {
        PONG
    }

    private PingPongActors() {}

    static Load program(Systems systems, long pings) {
        return new ActorProgram(systems, result -> ping(pings, result), pings);
    }

    private static Behavior<Object> ping(long pings, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            ActorRef<Object> pong = context.spawn(pong(), "pong");
            Ping ping = new Ping(context.getSelf());
            long[] pongs = new long[1];
            pong.tell(ping);
            return Behaviors.receiveMessage(answer -> {
                if (++pongs[0] < pings) {
                    pong.tell(ping);
                    return Behaviors.same();
                }
                result.accept(pongs[0]);
                return Behaviors.stopped();
            });
        });
    }

    private static Behavior<Object> pong() {
        return Behaviors.receiveMessage(ping -> {
            ((Ping) ping).from().tell(Pong.PONG);
            return Behaviors.same();
        });
    }
}
