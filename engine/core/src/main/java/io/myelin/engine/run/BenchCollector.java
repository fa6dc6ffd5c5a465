package io.myelin.engine.run;

import io.myelin.engine.component.Box;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.ComponentInfo;
import io.myelin.engine.component.SequentialComponent;
import io.myelin.engine.component.Setting;

/** Keeps what comes out of one outbox of the component on the bench, one by one where the test says when. */
@ComponentInfo(
        id = "bench.collector",
        title = "Collector",
        summary = "Keeps what comes in.",
        inboxes = @Box(name = "inbox", help = "What is kept."),
        outboxes = {})
public final class BenchCollector implements SequentialComponent {
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
    public void main(ComponentContext context) throws Exception {
        try {
            collection.awaitPermit();
            Object message = context.inbox().receive();
            while (message != null) {
                collection.add(message);
                collection.awaitPermit();
                message = context.inbox().receive();
            }
        } finally {
            collection.end();
        }
    }
}
