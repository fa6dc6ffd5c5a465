package io.myelin.engine.run;

import io.myelin.engine.component.Box;
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

    /** Looks for boxes that are there and for such as are not, and says what comes of it. */
    @ComponentInfo(id = "test.looking", title = "Looking", summary = "Looks for boxes.")
    public static final class Looking implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            Object first = context.inbox().poll();
            context.outbox()
                    .send("waits " + context.inbox().size() + ", polled " + (first == null ? "nothing" : first));
            context.outbox()
                    .send(String.join(
                            " ",
                            context.inbox("inbox").name(),
                            context.inbox("control").name(),
                            context.outbox("outbox").name(),
                            context.outbox("signal").name()));
            context.outbox().send(refusal(() -> context.outbox("nowhere").send("m")));
            context.outbox().send(refusal(() -> context.inbox("nowhere").poll()));
            context.finish();
        }

        private static String refusal(Runnable asking) {
            try {
                asking.run();
                return "nothing was wrong";
            } catch (IllegalArgumentException refused) {
                return refused.getMessage();
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** Takes one message and then asks to be woken by the next, which is there already. */
    @ComponentInfo(id = "test.late", title = "Late", summary = "Waits for what is there.")
    public static final class Late implements SequentialComponent {
        @Override
        public void main(ComponentContext context) throws Exception {
            context.inbox().receive();
            Inbox ready = context.awaitAny(Duration.ofDays(1));
            context.outbox().send(ready == null ? "in vain" : context.inbox().receive());
        }
    }

    /** Asks to be given nothing, and finishes in the same step. */
    @ComponentInfo(id = "test.leaving", title = "Leaving", summary = "Leaves at once.")
    public static final class Leaving implements ReactiveComponent {
        @Override
        public void onStart(ComponentContext context) {
            context.inbox().hold();
            context.finish();
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {}
    }

    /** Sends all to outbox, the even ones to the side as well. */
    @ComponentInfo(
            id = "test.even",
            title = "Even",
            summary = "Splits.",
            outboxes = {@Box(name = "outbox", help = "All."), @Box(name = "side", help = "The even ones.")})
    public static final class Even extends Passing {
        @Override
        public void onMessage(Inbox inbox, Object message) {
            super.onMessage(inbox, message);
            if ((Long) message % 2 == 0) {
                context().outbox("side").send(message);
            }
        }
    }
}
