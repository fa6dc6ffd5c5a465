package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gates on the links of a plan, by what they join. Where a change of the running graph makes a link anew, since a
 * component at it is another now, its gate is on it from its first message on, and for a time on both. Safe from any
 * thread.
 */
final class PlacedGates {
    private final RunningGraph run;

    /** Under the monitor, which may be taken under the lock of the wiring, and never the other way round. */
    private final Map<PlannedLink, Placed> byEnds = new HashMap<>();

    PlacedGates(RunningGraph run) {
        this.run = run;
    }

    /** As {@link GraphRun#gate}. */
    LinkHold place(PlannedLink link, LinkGate gate) {
        WiredLink wired = run.wired(link);
        Placed placed = new Placed(link.drawnAs(List.of()), gate);
        synchronized (this) {
            if (byEnds.putIfAbsent(placed.ends, placed) != null) {
                throw unfit(link);
            }
        }
        if (!run.wiring().gate(wired, placed.on(wired).gate)) {
            placed.close();
            throw unfit(link);
        }
        return placed;
    }

    private static IllegalStateException unfit(PlannedLink link) {
        return new IllegalStateException("the link " + link + " leads nowhere any more, or has a gate already");
    }

    /** The link {@code made} of the plan {@code planned} is about to be used. Under the lock of the wiring. */
    synchronized void comes(WiredLink made, PlannedLink planned) {
        Placed placed = byEnds.get(planned.drawnAs(List.of()));
        if (placed != null) {
            made.startsWith(placed.on(made).gate);
        }
    }

    /** A gate, wherever it is just now. It is asked of one message at a time: the next sender waits for its turn. */
    private final class Placed implements LinkHold {
        private final PlannedLink ends;
        private final LinkGate gate;

        /** Of which link it is asked, or holds a message. */
        private final AtomicReference<@Nullable OnLink> asked = new AtomicReference<>();

        /** Changed under the monitor of the gates. */
        private volatile List<OnLink> places = List.of();

        Placed(PlannedLink ends, LinkGate gate) {
            this.ends = ends;
            this.gate = gate;
        }

        /** It is on {@code link}, too. */
        OnLink on(WiredLink link) {
            OnLink more = new OnLink(this, link);
            synchronized (PlacedGates.this) {
                // Whoever was held at one that is gone has been woken, and goes where its link leads now.
                places = Stream.concat(places.stream().filter(one -> !one.isGone()), Stream.of(more))
                        .toList();
            }
            return more;
        }

        boolean admits(OnLink at, Object message, long sequence) {
            if (!at.equals(asked.get()) && !asked.compareAndSet(null, at)) {
                return false;
            }
            if (!gate.admits(message, sequence)) {
                return false;
            }
            isDone(at);
            return true;
        }

        /** Nothing is held at {@code at} any more: it is another's turn. */
        void isDone(OnLink at) {
            if (asked.compareAndSet(at, null)) {
                List<OnLink> all = places;
                if (all.size() > 1) {
                    all.forEach(one -> one.gate.lookAgain());
                }
            }
        }

        @Override
        public void lookAgain() {
            places.forEach(one -> one.gate.lookAgain());
        }

        @Override
        public void close() {
            synchronized (PlacedGates.this) {
                byEnds.remove(ends, this);
            }
            places.forEach(one -> {
                run.wiring().ungate(one.link, one.gate);
                one.gate.takenOff();
            });
        }
    }

    /** A gate on one of the links that it is on. */
    private final class OnLink implements LinkGate {
        private final Placed placed;
        private final WiredLink link;
        private final WiredGate gate;

        OnLink(Placed placed, WiredLink link) {
            this.placed = placed;
            this.link = link;
            this.gate = new WiredGate(run, this, () -> placed.isDone(this));
        }

        @Override
        public boolean admits(Object message, long sequence) {
            return placed.admits(this, message, sequence);
        }

        boolean isGone() {
            Route route = link.route();
            return route != null && route.isGone();
        }
    }
}
