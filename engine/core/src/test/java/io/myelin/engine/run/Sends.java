package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.OutsideWork;
import io.myelin.engine.component.ReactiveComponent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends what the test says, as often as it says so, until it is told to leave. */
final class Sends implements ReactiveComponent {
    private final CompletableFuture<ComponentContext> context = new CompletableFuture<>();
    private OutsideWork test;

    @Override
    public void onStart(ComponentContext given) {
        test = given.expect("the test");
        context.complete(given);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        throw new AssertionError("a source got a message");
    }

    void send(Object... messages) {
        context.thenAccept(to -> to.execute(() -> List.of(messages).forEach(to.outbox()::send)));
    }

    void leave() {
        context.thenAccept(to -> to.execute(test::done));
    }
}
