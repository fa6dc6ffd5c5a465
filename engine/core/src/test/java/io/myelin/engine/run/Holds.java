package io.myelin.engine.run;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Inbox;
import io.myelin.engine.component.ReactiveComponent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps its messages waiting, and does what the test says. */
final class Holds implements ReactiveComponent {
    final CompletableFuture<ComponentContext> context = new CompletableFuture<>();
    final List<Object> taken = TestGraph.synchronizedList();

    @Override
    public void onStart(ComponentContext given) {
        given.expect("the test");
        given.inbox().hold();
        context.complete(given);
    }

    @Override
    public void onMessage(Inbox inbox, Object message) {
        taken.add(message);
    }

    void then(Consumer<ComponentContext> what) {
        context.thenAccept(mine -> mine.execute(() -> what.accept(mine)));
    }
}
