package io.myelin.bench.myelin;

import io.myelin.bench.load.Parcel;
import io.myelin.bench.load.Receipt;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.Outbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Sink;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Both ends of a way on which messages become bytes. */
public final class ParcelComponents {
    private ParcelComponents() {}

    /** Sends the cargo as texts. */
    @ComponentInfo(
            id = "bench.parcel-feed",
            title = "Feed",
            summary = "Sends the cargo as texts.",
            inboxes = {})
    public static final class Feeding implements ReactiveComponent {
        private final String[] parcels =
                IntStream.range(0, 1024).mapToObj(Parcel::of).toArray(String[]::new);

        @Override
        public void onStart(ComponentContext context) {
            Outbox outbox = context.outbox();
            Starter starter = Starter.of(context);
            starter.feed(context, () -> outbox.sendAll(parcels(starter.messages())));
        }

        private Iterator<String> parcels(long count) {
            return new Iterator<>() {
                private long next;

                @Override
                public boolean hasNext() {
                    return next < count;
                }

                @Override
                public String next() {
                    return parcels[(int) next++ & parcels.length - 1];
                }
            };
        }

        @Override
        public void onMessage(Inbox inbox, Object message) {
            throw new IllegalStateException("it has no data inbox");
        }
    }

    /** Takes texts. */
    @ComponentInfo(
            id = "bench.parcel-take",
            title = "Take",
            summary = "Takes texts.",
            outboxes = {})
    public static final class Taking extends Sink {
        private Receipt receipt;

        @Override
        public void onStart(ComponentContext context) {
            receipt = Starter.of(context).receipt();
        }

        @Override
        protected void accept(Object message) {
            receipt.take(Parcel.open(message));
        }
    }
}
