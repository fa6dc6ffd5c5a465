package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;
import java.time.Duration;

/** Components for the rows about messages that hold for every execution, also in a process of their own. */
final class RowComponents {
    private RowComponents() {}

    /** How many. */
    public record Many(@Setting(help = "How many.") long count) {}

    /** Sends on so many messages and finishes. */
    @ComponentInfo(id = "test.take", title = "Take", summary = "Takes some.")
    public static final class Take implements ReactiveComponent {
        private long left;
        private ComponentContext context;

        /** Takes so many. */
        public Take(Many settings) {
            left = settings.count();
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            if (left == 0) {
                context.finish();
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
            if (--left == 0) {
                context.finish();
            }
        }
    }

    /** Sends a number and sends on each that it gets, one less, down to nought. */
    @ComponentInfo(id = "test.countdown", title = "Countdown", summary = "Counts down.")
    public static final class Countdown implements ReactiveComponent {
        private final long from;
        private ComponentContext context;

        /** Counts down from there. */
        public Countdown(Many settings) {
            from = settings.count();
        }

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
            context.outbox().send(from);
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            long next = (Long) message - 1;
            if (next > 0) {
                context.outbox().send(next);
            } else {
                context.finish();
            }
        }
    }

    /** Says which of its boxes has a message, if any: before one comes, and when one has come. */
    @ComponentInfo(id = "test.which", title = "Which", summary = "Says which is ready.")
    public static final class Which implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            context.outbox().send(name(context.anyReady()));
            Inbox ready = context.awaitAny(Duration.ofMinutes(1));
            context.outbox().send(name(ready) + " " + name(context.anyReady()));
        }

        private static String name(Inbox inbox) {
            return inbox == null ? "none" : inbox.name();
        }
    }

    /** Waits for a message, but not for long, and then for one as long as it takes. */
    @ComponentInfo(id = "test.patient", title = "Patient", summary = "Waits twice.")
    public static final class Patient implements SequentialComponent {
        @Override
        public void main(ComponentContext context) {
            long before = context.nanoTime();
            Inbox ready = context.awaitAny(Duration.ofMillis(20));
            boolean tooSoon = context.nanoTime() - before < 20_000_000;
            context.outbox().send(ready == null && !tooSoon ? "in vain" : "too soon");
            context.awaitAny(Duration.ofMinutes(10));
            context.outbox().send(context.inbox().poll());
        }
    }

    /** Sends all to outbox, the even ones to the side as well. */
    @ComponentInfo(
            id = "test.even",
            title = "Even",
            summary = "Splits.",
            outboxes = {
                @io.myelin.engine.component.Box(name = "outbox", help = "All."),
                @io.myelin.engine.component.Box(name = "side", help = "The even ones.")
            })
    public static final class Even implements ReactiveComponent {
        private ComponentContext context;

        @Override
        public void onStart(ComponentContext itsContext) {
            context = itsContext;
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            context.outbox().send(message);
            if ((Long) message % 2 == 0) {
                context.outbox("side").send(message);
            }
        }
    }
}
