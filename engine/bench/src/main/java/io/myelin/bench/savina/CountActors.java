package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One sends increments, the other counts them and answers when asked for the count. */
final class CountActors {
    private enum Increment {
        INCREMENT
    }

    private record Retrieve(ActorRef<Object> from) {}

    private CountActors() {}

    static Load program(Systems systems, long increments) {
        return new ActorProgram(systems, result -> producer(increments, result), increments);
    }

    private static Behavior<Object> producer(long increments, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            ActorRef<Object> counter = context.spawn(counter(), "counter");
            for (long i = 0; i < increments; i++) {
                counter.tell(Increment.INCREMENT);
            }
            counter.tell(new Retrieve(context.getSelf()));
            return Behaviors.receiveMessage(count -> {
                result.accept((Long) count);
                return Behaviors.stopped();
            });
        });
    }

    private static Behavior<Object> counter() {
        return Behaviors.setup(context -> {
            long[] count = new long[1];
            return Behaviors.receiveMessage(message -> {
                if (message instanceof Retrieve asked) {
                    asked.from().tell(count[0]);
                } else {
                    count[0]++;
                }
                return Behaviors.same();
            });
        });
    }
}
