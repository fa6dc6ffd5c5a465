package io.myelin.bench.savina;

import io.myelin.bench.load.Load;
import io.myelin.bench.myelin.MeasuredGraph;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.DynamicBoxes;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A teller has accounts pay each other; one that pays takes nothing else until it is told that the money has arrived. To
 * link each account to each other would be half a million links, so payments and their answers go through the teller,
 * which is one hop more than the actors make.
 */
final class BankingGraph {
    private BankingGraph() {}

    static Load program(int accounts, long orders) {
        MeasuredGraph graph = new MeasuredGraph(Execution.MICROPROCESS);
        graph.add(GraphProgram.RESULT, Teller.class, new Teller.Settings(accounts, orders));
        for (int i = 0; i < accounts; i++) {
            graph.add("account" + i, Account.class, new Account.Settings(i));
            graph.link("account" + i, GraphProgram.RESULT);
            graph.link(GraphProgram.RESULT, Boxes.to(i), "account" + i, "inbox");
            graph.link(GraphProgram.RESULT, answer(i), "account" + i, "answers");
        }
        return new GraphProgram(graph.plan(), orders);
    }

    private static String answer(int account) {
        return "answer" + account;
    }

    private record Payment(Orders.Order order) {}

    private record Arrived(int payer) {}

    private enum Word {
        PAID
    }

    /** One account. */
    @ComponentInfo(
            id = "savina.account",
            title = "Account",
            summary = "Pays and is paid.",
            inboxes = {
                @Box(name = "inbox", help = "Orders and payments."),
                @Box(name = "answers", help = "That a payment has arrived.")
            })
    public static final class Account implements ReactiveComponent {
        private final int number;
        private ComponentContext context;
        private Outbox outbox;
        private double balance = Orders.BALANCE;

        /** Its place. */
        public record Settings(
                @Setting(help = "Its number.") int number) {}

        /** One of them. */
        public Account(Settings settings) {
            this.number = settings.number();
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            outbox = context.outbox();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (message) {
                case Orders.Order order -> {
                    balance -= order.amount();
                    outbox.send(new Payment(order));
                    inbox.hold();
                }
                case Payment payment -> {
                    balance += payment.order().amount();
                    outbox.send(new Arrived(payment.order().from()));
                }
                default -> {
                    context.inbox().resume();
                    outbox.send(Word.PAID);
                }
            }
        }

        @Override
        public void onStop() {
            if (Double.isNaN(balance)) {
                throw new IllegalStateException("account " + number + " has lost its balance");
            }
        }
    }

    /** Gives orders, passes on payments and their answers, and counts what is through. */
    @ComponentInfo(
            id = "savina.teller",
            title = "Teller",
            summary = "Gives orders.",
            outboxes = {})
    public static final class Teller implements ReactiveComponent {
        private final Settings settings;
        private ComponentContext context;
        private Outbox[] to = new Outbox[0];
        private Outbox[] answers = new Outbox[0];
        private long paid;

        /** How many. */
        public record Settings(
                @Setting(help = "Accounts.") int accounts,
                @Setting(help = "Orders.") long orders) implements DynamicBoxes {
            @Override
            public List<BoxDeclaration> moreOutboxes() {
                List<BoxDeclaration> boxes = new ArrayList<>(Boxes.outboxes(accounts));
                for (int i = 0; i < accounts; i++) {
                    boxes.add(new BoxDeclaration(answer(i), Set.of(), "To a payer."));
                }
                return boxes;
            }
        }

        /** Gives as many orders as said. */
        public Teller(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext started) {
            context = started;
            to = Boxes.outboxes(context, settings.accounts());
            answers = new Outbox[settings.accounts()];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = context.outbox(answer(i));
            }
            Orders orders = new Orders(settings.accounts());
            for (long i = 0; i < settings.orders(); i++) {
                Orders.Order order = orders.next();
                to[order.from()].send(order);
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            switch (message) {
                case Payment payment -> to[payment.order().to()].send(payment);
                case Arrived arrived -> answers[arrived.payer()].send(arrived);
                default -> {
                    if (++paid == settings.orders()) {
                        context.publish(paid);
                        context.finish();
                    }
                }
            }
        }

        /** Those it sends to may be through before all that they said has been read. */
        @Override
        public void onOutboxesClosed(ComponentContext closed) {}
    }
}
