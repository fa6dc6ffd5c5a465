package io.myelin.engine.watch.recording;

import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.run.GraphRun;
import io.myelin.engine.run.LinkGate;
import io.myelin.engine.run.LinkHold;

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

    StandingGates(GraphRun run) {
        this.run = run;
    }

    /** As {@link GraphRun#gate}, but that everything waits for what is refused. */
    LinkHold set(PlannedLink link, LinkGate gate) {
        Standing standing = new Standing(gate);
        LinkHold hold = run.gate(link, standing);
        return new LinkHold() {
            @Override
            public void lookAgain() {
                look();
            }

            @Override
            public void close() {
                // First: the sender may hold what taking it off needs.
                standing.closed = true;
                look();
                hold.close();
            }
        };
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
    private final class Standing implements LinkGate {
        private final LinkGate gate;
        private volatile boolean closed;

        Standing(LinkGate gate) {
            this.gate = gate;
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
