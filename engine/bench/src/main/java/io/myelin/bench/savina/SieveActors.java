package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Numbers go through filters that each keep a thousand primes and make the next one when they are full. */
final class SieveActors {
    private enum End {
        END
    }

    private SieveActors() {}

    static Load program(Systems systems, int limit) {
        return new ActorProgram(systems, result -> numbers(limit, result), PrimeStore.primesBelow(limit));
    }

    private static Behavior<Object> numbers(int limit, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            ActorRef<Object> filter = context.spawn(Filter.behavior(context.getSelf()), "filter");
            filter.tell(2L);
            for (long number = 3; number < limit; number += 2) {
                filter.tell(number);
            }
            filter.tell(End.END);
            long[] primes = new long[1];
            return Behaviors.receiveMessage(message -> {
                if (message instanceof Long kept) {
                    primes[0] += kept;
                    return Behaviors.same();
                }
                result.accept(primes[0]);
                return Behaviors.stopped();
            });
        });
    }

    private static final class Filter {
        private final PrimeStore primes = new PrimeStore();
        private final ActorRef<Object> head;
        private final ActorContext<Object> context;
        private Optional<ActorRef<Object>> next = Optional.empty();

        private Filter(ActorRef<Object> head, ActorContext<Object> context) {
            this.head = head;
            this.context = context;
        }

        static Behavior<Object> behavior(ActorRef<Object> head) {
            return Behaviors.setup(context -> Behaviors.receiveMessage(new Filter(head, context)::onMessage));
        }

        private Behavior<Object> onMessage(Object message) {
            if (message instanceof Long number) {
                if (primes.look(number) == PrimeStore.Answer.PASSED) {
                    pass(number);
                }
                return Behaviors.same();
            }
            head.tell(primes.count());
            // The last one ends all, so nobody stops before those behind it have said what they kept.
            next.ifPresentOrElse(filter -> filter.tell(message), () -> head.tell(message));
            return Behaviors.same();
        }

        private void pass(Long number) {
            if (next.isEmpty()) {
                next = Optional.of(context.spawn(behavior(head), "filter"));
            }
            next.get().tell(number);
        }
    }
}
