package io.myelin.bench.probe;

import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Console;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the components of a probed graph share with the probe, as the run's console.
 *
 * @param latencies where they note when messages come
 * @param entry the context of the one that sends
 */
record Desk(Latencies latencies, CompletableFuture<ComponentContext> entry) implements Console {
    Desk(Latencies latencies) {
        this(latencies, new CompletableFuture<>());
    }

    static Desk of(ComponentContext context) {
        return (Desk) context.console();
    }

    @Override
    public @Nullable String readLine() {
        return null;
    }

    @Override
    public void printLine(String line) {}

    @Override
    public void flush() {}
}
