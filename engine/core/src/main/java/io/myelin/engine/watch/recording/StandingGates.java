package io.myelin.engine.watch.recording;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a run whose order is recorded, or to be that of a recording. While one refuses a message the whole run
 * stands still, in the midst of sending: that no other component has its turn meanwhile keeps the order what it would be
 * without, so that what was recorded with gates is replayed without them, and the other way round. Safe from any thread.
 */
final class StandingGates {
    private final GraphRun run;
    private volatile boolean open;

    // Under the monitor.
    private long looks;
    /** Changes that the run was told of and has not made yet. */
    private int coming;

    private long changes;
    /** Those on links that the run does not have yet. */
    private final List<Standing> early = new ArrayList<>();

    StandingGates(GraphRun run) {
        this.run = run;
    }

    /**
     * As {@link GraphRun#gate}, but that everything waits for what is refused. Of a link that comes by a change which the
     * run has only been told of, the gate is there with the link.
     */
    LinkHold set(PlannedLink link, LinkGate gate) {
        Standing standing = new Standing(link, gate);
        long seen;
        do {
            seen = changes();
            try {
                standing.put();
                return standing;
            } catch (IllegalArgumentException absent) {
                if (!mayCome()) {
                    throw absent;
                }
            }
        } while (!awaits(standing, seen));
        return standing;
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized boolean mayCome() {
        return coming > 0;
    }

    /** False where another change was made after {@code seen}: its link may be there by now. */
    private synchronized boolean awaits(Standing standing, long seen) {
        return changes == seen && early.add(standing);
    }

    /** The run has been told of a change. */
    synchronized void changeComes() {
        coming++;
    }

    /** The run has made, or refused, a change that it was told of, and nothing has moved since. */
    void changeMade() {
        List<Standing> waiting;
        synchronized (this) {
            coming--;
            changes++;
            waiting = List.copyOf(early);
            early.clear();
        }
        waiting.forEach(this::putOrAwait);
    }

    private void putOrAwait(Standing standing) {
        try {
            standing.put();
        } catch (IllegalArgumentException | IllegalStateException absent) {
            synchronized (this) {
                if (coming > 0) {
                    early.add(standing);
                }
            }
        }
    }

    /** From now on all let everything through: the run is to end. */
    void open() {
        open = true;
        look();
    }

    private synchronized void look() {
        looks++;
        notifyAll();
    }

    private synchronized long looks() {
        return looks;
    }

    /** Waits for another look than that of number {@code last}. */
    private synchronized void awaitLookAfter(long last) throws InterruptedException {
        while (looks == last) {
            wait();
        }
    }

    /** Keeps its sender, and so whoever drives the run, until the gate lets the message through. */
    private final class Standing implements LinkGate, LinkHold {
        private final PlannedLink link;
        private final LinkGate gate;
        private volatile boolean closed;
        private volatile @Nullable LinkHold hold;

        Standing(PlannedLink link, LinkGate gate) {
            this.link = link;
            this.gate = gate;
        }

        /** Puts it on its link; throws what {@link GraphRun#gate} throws. */
        void put() {
            LinkHold made = run.gate(link, this);
            hold = made;
            if (closed) {
                made.close();
            }
        }

        @Override
        public void lookAgain() {
            look();
        }

        @Override
        public void close() {
            // First: the sender may hold what taking it off needs.
            closed = true;
            look();
            LinkHold made = hold;
            if (made != null) {
                made.close();
            }
        }

        @Override
        public boolean admits(Object message, long sequence) {
            while (!open && !closed) {
                long asked = looks();
                if (gate.admits(message, sequence)) {
                    return true;
                }
                if (open || closed) {
                    return true;
                }
                try {
                    awaitLookAfter(asked);
                } catch (InterruptedException ended) {
                    // Its component is told to end: that must not wait for a gate.
                    Thread.currentThread().interrupt();
                    return true;
                }
            }
            return true;
        }
    }
}
