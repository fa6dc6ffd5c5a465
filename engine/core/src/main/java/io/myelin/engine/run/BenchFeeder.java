package io.myelin.engine.run;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;

/** Sends what a test feeds to one inbox of the component on the bench. */
@ComponentInfo(
        id = "bench.feeder",
        title = "Feeder",
        summary = "Sends what a test feeds.",
        inboxes = {},
        outboxes = @Box(name = "outbox", help = "What the test feeds."))
public final class BenchFeeder implements ReactiveComponent {
    private final BenchFeed feed;

    /**
     * What to send.
     *
     * @param feed the bench's own
     */
    public record Settings(
            @Setting(help = "What the test feeds.") Object feed) {}

    /** For the bench. */
    public BenchFeeder(Settings settings) {
        this.feed = (BenchFeed) settings.feed();
    }

    @Override
    public void onStart(ComponentContext context) {
        feed.attach(context);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new IllegalStateException("a feeder has no data inbox");
    }
}
