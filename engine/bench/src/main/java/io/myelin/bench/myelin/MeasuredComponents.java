package io.myelin.bench.myelin;

import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Work;
import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;
import io.myelin.engine.component.Sink;
import io.myelin.engine.component.Transform;

/** Components that do next to nothing, so that what is left is the engine. */
public final class MeasuredComponents {
    private MeasuredComponents() {}

    /** Sends the first messages of the cargo in each round. */
    @ComponentInfo(
            id = "bench.feed",
            title = "Feed",
            summary = "Sends the cargo.",
            inboxes = {})
    public static final class Feeding implements ReactiveComponent {
        private final Settings settings;

        /** How many. */
        public record Settings(
                @Setting(help = "How many in a round.") long count) {}

        /** Sends as many as said. */
        public Feeding(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext context) {
            Outbox outbox = context.outbox();
            Starter.of(context).feed(context, () -> outbox.sendAll(Cargo.messages(settings.count())));
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("it has no data inbox");
        }
    }

    /** Passes on. */
    @ComponentInfo(id = "bench.pass", title = "Pass", summary = "Passes on.")
    public static final class Passing extends Transform {
        @Override
        protected Object apply(Object message) {
            return message;
        }
    }

    /** Computes for about 200 ns, then passes on. */
    @ComponentInfo(id = "bench.work", title = "Work", summary = "Works, then passes on.")
    public static final class Working extends Transform {
        private long value = 1;

        @Override
        protected Object apply(Object message) {
            value = Work.spend(Work.STEPS_OF_200_NANOS, value);
            return message;
        }
    }

    /** Takes. */
    @ComponentInfo(
            id = "bench.take",
            title = "Take",
            summary = "Takes.",
            outboxes = {})
    public static final class Taking extends Sink {
        private Receipt receipt;

        @Override
        public void onStart(ComponentContext context) {
            receipt = Starter.of(context).receipt();
        }

        @Override
        protected void accept(Object message) {
            receipt.take(message);
        }
    }

    /** One of a ring: begins each round with a token where it has one, passes on what comes, and keeps every so many. */
    @ComponentInfo(
            id = "bench.ring",
            title = "Ring",
            summary = "Passes tokens on.",
            outboxes = @Box(name = "outbox", help = "To the next."))
    public static final class Ringing implements ReactiveComponent {
        private final Settings settings;
        private Starter starter;
        private Outbox outbox;
        private long received;

        /**
         * Its part.
         *
         * @param token whether it begins each round with a token
         * @param keeps the how-manieth that it gets in a round it keeps and is then through; 0: none
         */
        public record Settings(
                @Setting(help = "Whether it begins with a token.")
                boolean token,

                @Setting(help = "The how-manieth it keeps.") long keeps) {}

        /** One of a ring. */
        public Ringing(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void onStart(ComponentContext context) {
            outbox = context.outbox();
            starter = Starter.of(context);
            if (settings.token()) {
                starter.feed(context, () -> outbox.send(Cargo.message(0)));
            }
        }

        @Override
        public void onMessage(Inbox inbox, Object token) {
            if (++received == settings.keeps()) {
                received = 0;
                starter.round().done();
            } else {
                outbox.send(token);
            }
        }
    }
}
