package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** One makes workers and sends them messages; each computes a little for each, says how many it got, and ends. */
final class ForkJoinActors {
    private enum End {
        END
    }

    private ForkJoinActors() {}

    static Load program(Systems systems, int workers, long messagesEach) {
        return new ActorProgram(systems, result -> fork(workers, messagesEach, result), workers * messagesEach);
    }

    private static Behavior<Object> fork(int workers, long messagesEach, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            List<ActorRef<Object>> all = new ArrayList<>(workers);
            for (int i = 0; i < workers; i++) {
                all.add(context.spawn(worker(context.getSelf()), "worker" + i));
            }
            Object theta = 37.2;
            for (long message = 0; message < messagesEach; message++) {
                for (ActorRef<Object> worker : all) {
                    worker.tell(theta);
                }
            }
            all.forEach(worker -> worker.tell(End.END));
            return join(workers, result);
        });
    }

    private static Behavior<Object> join(int workers, Consumer<Long> result) {
        long[] count = new long[1];
        int[] left = {workers};
        return Behaviors.receiveMessage(more -> {
            count[0] += (Long) more;
            if (--left[0] > 0) {
                return Behaviors.same();
            }
            result.accept(count[0]);
            return Behaviors.stopped();
        });
    }

    private static Behavior<Object> worker(ActorRef<Object> head) {
        return Behaviors.setup(context -> {
            double[] sum = new double[1];
            long[] count = new long[1];
            return Behaviors.receiveMessage(message -> {
                if (message == End.END) {
                    head.tell(sum[0] >= 0 ? count[0] : 0L);
                    return Behaviors.stopped();
                }
                sum[0] += ForkJoin.compute((Double) message);
                count[0]++;
                return Behaviors.same();
            });
        });
    }
}
