package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.pekko.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;

/** A teller has accounts pay each other; one that pays takes nothing else until it is told that the money has arrived. */
final class BankingActors {
    private static final int STASH = 100_000;

    private record Order(ActorRef<Object> to, double amount) {}

    private record Payment(ActorRef<Object> from, double amount) {}

    private enum Word {
        ARRIVED,
        PAID
    }

    private BankingActors() {}

    static Load program(Systems systems, int accounts, long orders) {
        return new ActorProgram(systems, result -> teller(accounts, orders, result), orders);
    }

    private static Behavior<Object> teller(int accounts, long orders, Consumer<Long> result) {
        return Behaviors.setup(context -> {
            List<ActorRef<Object>> all = new ArrayList<>(accounts);
            for (int i = 0; i < accounts; i++) {
                all.add(context.spawn(Account.behavior(context.getSelf()), "account" + i));
            }
            Orders random = new Orders(accounts);
            for (long i = 0; i < orders; i++) {
                Orders.Order order = random.next();
                all.get(order.from()).tell(new Order(all.get(order.to()), order.amount()));
            }
            long[] paid = new long[1];
            return Behaviors.receiveMessage(done -> {
                if (++paid[0] < orders) {
                    return Behaviors.same();
                }
                result.accept(paid[0]);
                return Behaviors.stopped();
            });
        });
    }

    private static final class Account {
        private final ActorRef<Object> teller;
        private final ActorRef<Object> self;
        private final StashBuffer<Object> stash;
        private double balance = Orders.BALANCE;

        private Account(ActorRef<Object> teller, ActorRef<Object> self, StashBuffer<Object> stash) {
            this.teller = teller;
            this.self = self;
            this.stash = stash;
        }

        static Behavior<Object> behavior(ActorRef<Object> teller) {
            return Behaviors.setup(context ->
                    Behaviors.withStash(STASH, stash -> new Account(teller, context.getSelf(), stash).open()));
        }

        private Behavior<Object> open() {
            return Behaviors.receiveMessage(message -> {
                if (message instanceof Order order) {
                    balance -= order.amount();
                    order.to().tell(new Payment(self, order.amount()));
                    return paying();
                }
                Payment payment = (Payment) message;
                balance += payment.amount();
                payment.from().tell(Word.ARRIVED);
                return Behaviors.same();
            });
        }

        private Behavior<Object> paying() {
            return Behaviors.receiveMessage(message -> {
                if (message != Word.ARRIVED) {
                    stash.stash(message);
                    return Behaviors.same();
                }
                if (Double.isNaN(balance)) {
                    throw new IllegalStateException("an account has lost its balance");
                }
                teller.tell(Word.PAID);
                return stash.unstashAll(open());
            });
        }
    }
}
