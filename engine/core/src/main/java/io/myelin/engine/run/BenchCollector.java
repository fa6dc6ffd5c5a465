package io.myelin.engine.run;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.component.Setting;

/** Keeps what comes out of one outbox of the component on the bench, one by one where the test says when. */
@ComponentInfo(
        id = "bench.collector",
        title = "Collector",
        summary = "Keeps what comes in.",
        inboxes = @Box(name = "inbox", help = "What is kept."),
        outboxes = {})
public final class BenchCollector implements ReactiveComponent {
    private final BenchCollection collection;

    /**
     * Where to keep it.
     *
     * @param collection the bench's own
     */
    public record Settings(
            @Setting(help = "Where it is kept.") Object collection) {}

    /** For the bench. */
    public BenchCollector(Settings settings) {
        this.collection = (BenchCollection) settings.collection();
    }

    @Override
    public void onStart(ComponentContext context) {
        collection.attach(context);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        collection.add(message);
    }

    @Override
    public void onStop() {
        collection.end();
    }
}
