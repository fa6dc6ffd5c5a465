package io.myelin.engine.run;

import io.myelin.engine.message.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A component at work on a {@link ComponentBench}. Every wait ends after a minute with an IllegalStateException. */
public final class BenchRun {
    private final RunningGraph run;
    private final Scheduler scheduler;
    private final Map<String, BenchFeed> feeds;
    private final Map<String, BenchCollection> collections;
    private final Duration patience;

    BenchRun(
            RunningGraph run,
            Scheduler scheduler,
            Map<String, BenchFeed> feeds,
            Map<String, BenchCollection> collections,
            Duration patience) {
        this.run = run;
        this.scheduler = scheduler;
        this.feeds = feeds;
        this.collections = collections;
        this.patience = patience;
    }

    /** Sends {@code messages} to {@code inbox}. */
    public BenchRun send(String inbox, Object... messages) {
        for (Object message : messages) {
            feed(inbox).send(message);
        }
        return this;
    }

    /** The end of {@code inbox}'s stream. */
    public BenchRun end(String inbox) {
        feed(inbox).end();
        return this;
    }

    /** The end of all streams. */
    public BenchRun endAll() {
        feeds.values().forEach(BenchFeed::end);
        return this;
    }

    private BenchFeed feed(String inbox) {
        BenchFeed feed = feeds.get(inbox);
        if (feed == null) {
            throw new IllegalArgumentException("the bench feeds no inbox '" + inbox + "', only " + feeds.keySet());
        }
        return feed;
    }

    /** A hard stop on the component's {@code control}. */
    public BenchRun stop() {
        run.component(ComponentBench.PATH).requestStop(Status.stop("the test says so"));
        return this;
    }

    /** Waits until {@code count} messages have come out of {@code outbox}, or its end: all there are by then. */
    public List<Object> await(String outbox, int count) {
        BenchCollection collection = collection(outbox);
        try {
            scheduler.runUntil(() -> collection.has(count), patience.toNanos());
            collection.await(count, patience);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
        if (!collection.has(count)) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s for " + count + " messages from '"
                    + outbox + "'; there are " + collection.messages());
        }
        return collection.messages();
    }

    /** What has come out of {@code outbox} so far. */
    public List<Object> collected(String outbox) {
        return collection(outbox).messages();
    }

    /** Lets virtual time pass, and what becomes due meanwhile; IllegalStateException on the real scheduler. */
    public BenchRun advance(Duration time) {
        if (!(scheduler instanceof DeterministicScheduler virtual)) {
            throw new IllegalStateException("time can be moved only on a bench with virtual time");
        }
        virtual.pass(virtual.nanoTime() + time.toNanos());
        return this;
    }

    /** Lets {@code count} more messages out of an outbox made {@linkplain ComponentBench#fullAfter full}. */
    public BenchRun take(String outbox, int count) {
        collection(outbox).permit(count);
        return this;
    }

    private BenchCollection collection(String outbox) {
        BenchCollection collection = collections.get(outbox);
        if (collection == null) {
            throw new IllegalArgumentException(
                    "the bench collects from no outbox '" + outbox + "', only from " + collections.keySet());
        }
        return collection;
    }

    /** What the component's counters say. */
    public RunSnapshot.ComponentCounts counts() {
        RunSnapshot.ComponentCounts counts = run.snapshot().components().get(ComponentBench.PATH);
        if (counts == null) {
            throw new IllegalStateException("the component on the bench is not in the snapshot");
        }
        return counts;
    }

    /** Waits until {@code condition} holds of the component's counters. */
    public RunSnapshot.ComponentCounts awaitCounts(Predicate<RunSnapshot.ComponentCounts> condition) {
        long end = System.nanoTime() + patience.toNanos();
        scheduler.runUntil(() -> condition.test(counts()), patience.toNanos());
        RunSnapshot.ComponentCounts counts = counts();
        while (!condition.test(counts)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("waited in vain; the component's counters: " + counts);
            }
            Thread.yield();
            counts = counts();
        }
        return counts;
    }

    /** The run as a whole. */
    public GraphRun graphRun() {
        return run;
    }

    /** Waits for the end of everything. */
    public BenchResult awaitEnd() {
        collections.values().forEach(collection -> collection.permit(Integer.MAX_VALUE));
        try {
            RunOutcome outcome = run.awaitEnd(patience)
                    .orElseThrow(() -> new IllegalStateException(
                            "it did not end in " + patience.toSeconds() + " s; its counters: " + counts()));
            Map<String, List<Object>> messages = new LinkedHashMap<>();
            collections.forEach((outbox, collection) -> messages.put(outbox, collection.messages()));
            return new BenchResult(outcome, messages, counts());
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting", interrupted);
    }
}
