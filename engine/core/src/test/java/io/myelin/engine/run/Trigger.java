package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A source that sends what the test says, when it says so, and then finishes. */
final class Trigger implements ReactiveComponent {
    private final CompletableFuture<List<?>> messages = new CompletableFuture<>();

    /** Sends {@code now}, and that is all. */
    void fire(Object... now) {
        messages.complete(List.of(now));
    }

    @Override
    public void onStart(ComponentContext context) {
        OutsideWork work = context.expect("the test");
        messages.thenAccept(sent -> context.execute(() -> {
            sent.forEach(context.outbox()::send);
            work.done();
        }));
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new AssertionError("a source got a message");
    }
}
