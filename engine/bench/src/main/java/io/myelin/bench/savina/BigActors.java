package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Each pings one of the others, chosen at random, and waits for the answer before the next. */
final class BigActors {
    private record Ping(ActorRef<Object> from) {}

    private record Others(List<ActorRef<Object>> all) {}

    private enum Word {
        PONG,
        EXIT
    }

    private BigActors() {}

    static Load program(Systems systems, int size, long pings) {
        return new ActorProgram(systems, result -> head(size, pings, result), size * pings);
    }

    private static Behavior<Object> head(int size, long pings, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            List<ActorRef<Object>> all = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                all.add(context.spawn(new One(i, pings, context.getSelf()).behavior(), "big" + i));
            }
            Others others = new Others(List.copyOf(all));
            all.forEach(one -> one.tell(others));
            long[] pongs = new long[1];
            int[] left = {size};
            return Behaviors.receiveMessage(itsPongs -> {
                pongs[0] += (Long) itsPongs;
                if (--left[0] > 0) {
                    return Behaviors.same();
                }
                all.forEach(one -> one.tell(Word.EXIT));
                result.accept(pongs[0]);
                return Behaviors.stopped();
            });
        });
    }

    private static final class One {
        private final SplittableRandom random;
        private final long pings;
        private final ActorRef<Object> head;
        private long pongs;

        One(int number, long pings, ActorRef<Object> head) {
            this.random = new SplittableRandom(number);
            this.pings = pings;
            this.head = head;
        }

        Behavior<Object> behavior() {
            return Behaviors.setup(context -> {
                Ping ping = new Ping(context.getSelf());
                return Behaviors.receiveMessage(message -> {
                    if (message instanceof Ping early) {
                        early.from().tell(Word.PONG);
                        return Behaviors.same();
                    }
                    return pinging(((Others) message).all(), ping);
                });
            });
        }

        private Behavior<Object> pinging(List<ActorRef<Object>> all, Ping ping) {
            all.get(random.nextInt(all.size())).tell(ping);
            return Behaviors.receiveMessage(message -> {
                if (message instanceof Ping from) {
                    from.from().tell(Word.PONG);
                } else if (message == Word.EXIT) {
                    return Behaviors.stopped();
                } else if (++pongs < pings) {
                    all.get(random.nextInt(all.size())).tell(ping);
                } else {
                    head.tell(pongs);
                }
                return Behaviors.same();
            });
        }
    }
}
