package io.myelin.engine.run;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Tells one observer what a run consists of, on a thread of its own, which rests while nothing changes. Each report leads
 * from what was reported before to what there is at its time; what has come and gone in between is in none. So no change
 * is lost, whatever happens while the observer is busy, and whoever changes something only raises a flag.
 */
final class TopologyWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.myelin.engine");

    private final TopologyWatches watches;
    private final TopologyObserver observer;
    private final Supplier<Set<TopologyElement>> look;
    private final Supplier<RunState> state;
    private final Thread thread;
    private volatile boolean stale;
    private volatile boolean closed;

    TopologyWatch(
            TopologyWatches watches,
            TopologyObserver observer,
            Supplier<Set<TopologyElement>> look,
            Supplier<RunState> state) {
        this.watches = watches;
        this.observer = observer;
        this.look = look;
        this.state = state;
        this.thread = Thread.ofPlatform().daemon().name("myelin-observer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something has changed, or the run has ended; any thread, under any lock. */
    void changed() {
        stale = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            watch();
        } catch (Throwable thrown) {
            LOG.log(System.Logger.Level.WARNING, "An observer of a run failed and is told nothing more.", thrown);
        } finally {
            watches.remove(this);
        }
    }

    private void watch() {
        Set<TopologyElement> known = Set.of();
        boolean isFirst = true;
        boolean isLast = false;
        while (!closed && !isLast) {
            // Before the look: what changes from here on raises the flag again.
            stale = false;
            isLast = state.get() == RunState.ENDED;
            Set<TopologyElement> now = look.get();
            TopologyChange change = TopologyReader.between(known, now, isFirst);
            if (isFirst || !change.isEmpty()) {
                observer.changed(change);
            }
            known = now;
            isFirst = false;
            while (!stale && !closed && !isLast) {
                LockSupport.park(this);
            }
        }
    }
}
