package io.myelin.bench.myelin;

import io.myelin.bench.load.Load;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.watch.RecentMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A graph that somebody watches as the editor does: sixty times a second all counters are read and, where links are
 * tapped, a few of the latest messages of each.
 */
public final class WatchedLoad implements Load {
    private static final long FRAME_NANOS = 16_000_000;
    private static final int KEPT = 16;

    private final GraphLoad graph;
    private final List<RecentMessages> taps = new ArrayList<>();
    private final Thread watcher;
    private volatile boolean closed;
    private volatile long seen;

    /** Watches the counters of {@code graph} and, if {@code tapped}, the messages on all its links. */
    public WatchedLoad(GraphLoad graph, boolean tapped) {
        this.graph = graph;
        if (tapped) {
            for (PlannedLink link : graph.links()) {
                RecentMessages tap = new RecentMessages(KEPT);
                taps.add(tap);
                graph.graphRun().tap(link, tap);
            }
        }
        watcher = Thread.ofPlatform().daemon().name("watcher").start(this::watch);
    }

    private void watch() {
        GraphRun run = graph.graphRun();
        while (!closed) {
            long sum = run.snapshot().links().size();
            for (RecentMessages tap : taps) {
                sum += tap.look().size();
            }
            seen = sum;
            LockSupport.parkNanos(FRAME_NANOS);
        }
    }

    /** How much the last look showed. */
    public long seen() {
        return seen;
    }

    @Override
    public void run() throws InterruptedException {
        graph.run();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
        graph.close();
    }
}
