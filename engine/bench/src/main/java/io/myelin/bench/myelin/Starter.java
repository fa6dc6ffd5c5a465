package io.myelin.bench.myelin;

import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import io.myelin.engine.component.ComponentContext;
import io.myelin.engine.component.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the components of a measured graph share with whoever measures it. It comes to them as the run's console, the one
 * object that a run hands through to its components.
 */
public final class Starter implements Console {
    private static final long PATIENCE_SECONDS = 120;

    private final Round round;
    private final long messages;
    private final boolean mixed;
    private final List<Runnable> feeds = new ArrayList<>();
    private final CountDownLatch ready;

    /**
     * For a graph with {@code feeders} components that begin a round.
     *
     * @param messages how many each receiver gets in a round
     * @param mixed whether a receiver gets them from several senders
     */
    public Starter(Round round, int feeders, long messages, boolean mixed) {
        this.round = round;
        this.messages = messages;
        this.mixed = mixed;
        this.ready = new CountDownLatch(feeders);
    }

    /** What the component of {@code context} uses. */
    public static Starter of(ComponentContext context) {
        return (Starter) context.console();
    }

    /** How many messages a receiver gets in a round. */
    public long messages() {
        return messages;
    }

    /** The round that goes on. */
    public Round round() {
        return round;
    }

    /** What a receiver keeps. */
    public Receipt receipt() {
        return mixed ? round.mixed(messages) : round.ordered(messages);
    }

    /** A reactive component that begins rounds with {@code task} is ready. Keeps it from finishing. */
    public void feed(ComponentContext context, Runnable task) {
        context.expect("the next round");
        feed(() -> context.execute(task));
    }

    /** A component is ready that {@code begin} makes begin a round; called on the thread that measures. */
    public void feed(Runnable begin) {
        synchronized (feeds) {
            feeds.add(begin);
        }
        ready.countDown();
    }

    /** Waits until all that begin rounds are ready. */
    public void awaitReady() throws InterruptedException {
        if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(ready.getCount() + " components have not started");
        }
    }

    /** One round, begun by all that are ready. */
    public void run() throws InterruptedException {
        synchronized (feeds) {
            feeds.forEach(Runnable::run);
        }
        round.await();
    }

    @Override
    public @Nullable String readLine() {
        return null;
    }

    @Override
    public void printLine(String line) {
        throw new IllegalStateException("a measured component printed: " + line);
    }

    @Override
    public void flush() {}
}
