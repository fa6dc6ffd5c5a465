package io.myelin.bench.myelin;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Receipt;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.SequentialComponent;
import java.util.concurrent.Semaphore;

/** The same in the sequential style, for tasklets. */
public final class MeasuredTasklets {
    private MeasuredTasklets() {}

    /** Sends the first messages of the cargo in each round. */
    @ComponentInfo(
            id = "bench.tasklet-feed",
            title = "Feed",
            summary = "Sends the cargo.",
            inboxes = {})
    public static final class Feeding implements SequentialComponent {
        @Override
        public void main(ComponentContext context) throws InterruptedException {
            Outbox outbox = context.outbox();
            Starter starter = Starter.of(context);
            Semaphore begun = new Semaphore(0);
            starter.feed(begun::release);
            while (true) {
                begun.acquire();
                for (long number = 0; number < starter.messages(); number++) {
                    outbox.send(Cargo.message(number));
                }
            }
        }
    }

    /** Passes on. */
    @ComponentInfo(id = "bench.tasklet-pass", title = "Pass", summary = "Passes on.")
    public static final class Passing implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            Inbox inbox = context.inbox();
            Outbox outbox = context.outbox();
            for (Object message = inbox.receive(); message != null; message = inbox.receive()) {
                outbox.send(message);
            }
        }
    }

    /** Takes. */
    @ComponentInfo(
            id = "bench.tasklet-take",
            title = "Take",
            summary = "Takes.",
            outboxes = {})
    public static final class Taking implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            Inbox inbox = context.inbox();
            Receipt receipt = Starter.of(context).receipt();
            for (Object message = inbox.receive(); message != null; message = inbox.receive()) {
                receipt.take(message);
            }
        }
    }

    /** The head of a ring: in each round it sends one token round as often as said. */
    @ComponentInfo(id = "bench.tasklet-head", title = "Head", summary = "Counts the laps of a token.")
    public static final class Heading implements SequentialComponent {
        @Override
        public void main(ComponentContext context) throws InterruptedException {
            Inbox inbox = context.inbox();
            Outbox outbox = context.outbox();
            Starter starter = Starter.of(context);
            Semaphore begun = new Semaphore(0);
            starter.feed(begun::release);
            while (true) {
                begun.acquire();
                for (long lap = 0; lap < starter.messages(); lap++) {
                    outbox.send(Cargo.message(0));
                    inbox.receive();
                }
                starter.round().done();
            }
        }
    }
}
