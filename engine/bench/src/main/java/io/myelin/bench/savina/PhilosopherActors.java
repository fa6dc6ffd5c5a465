package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Philosophers ask an arbitrator for their forks until they get them, eat, and give them back. */
final class PhilosopherActors {
    private record Hungry(ActorRef<Object> from, int number) {}

    private record Done(int number) {}

    private enum Word {
        EAT,
        DENIED,
        EXIT
    }

    private PhilosopherActors() {}

    static Load program(Systems systems, int philosophers, long meals) {
        return new ActorProgram(systems, result -> arbitrator(philosophers, meals, result), philosophers * meals);
    }

    private static Behavior<Object> philosopher(int number, long meals, ActorRef<Object> arbitrator) {
        return Behaviors.setup(context -> {
            Hungry hungry = new Hungry(context.getSelf(), number);
            Done done = new Done(number);
            long[] eaten = new long[1];
            arbitrator.tell(hungry);
            return Behaviors.receiveMessage(answer -> {
                if (answer == Word.DENIED) {
                    arbitrator.tell(hungry);
                    return Behaviors.same();
                }
                arbitrator.tell(done);
                if (++eaten[0] < meals) {
                    arbitrator.tell(hungry);
                    return Behaviors.same();
                }
                arbitrator.tell(Word.EXIT);
                return Behaviors.stopped();
            });
        });
    }

    private static Behavior<Object> arbitrator(int philosophers, long meals, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            for (int i = 0; i < philosophers; i++) {
                context.spawn(philosopher(i, meals, context.getSelf()), "philosopher" + i);
            }
            Forks forks = new Forks(philosophers);
            int[] left = {philosophers};
            long[] eaten = new long[1];
            return Behaviors.receiveMessage(message -> {
                switch (message) {
                    case Hungry hungry -> hungry.from().tell(forks.take(hungry.number()) ? Word.EAT : Word.DENIED);
                    case Done done -> {
                        eaten[0]++;
                        forks.putBack(done.number());
                    }
                    default -> {
                        if (--left[0] == 0) {
                            result.accept(eaten[0]);
                            return Behaviors.stopped();
                        }
                    }
                }
                return Behaviors.same();
            });
        });
    }
}
