package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import org.jspecify.annotations.Nullable;

/** The handle of a link that somebody made. */
final class WiredLink implements Few<WiredLink> {
    /** Where it leads from its own outbox; until that has been worked out, that outbox. */
    private volatile Object way;

    private final WiredInbox to;
    private final Object owner;
    private volatile @Nullable PlannedLink planned;

    /** The gate that it has from its first message on. Set before it leads anywhere, under the wiring's lock. */
    private @Nullable WiredGate firstGate;

    WiredLink(WiredOutbox from, WiredInbox to, Object owner, @Nullable PlannedLink planned) {
        this.way = from;
        this.to = to;
        this.owner = owner;
        this.planned = planned;
    }

    WiredOutbox from() {
        Object now = way;
        return now instanceof Route route ? route.outbox() : (WiredOutbox) now;
    }

    /** The inbox as linked; it may pass on to another. */
    WiredInbox to() {
        return to;
    }

    /** The link of a plan that it was made for; null where it was made by hand. */
    @Nullable
    PlannedLink planned() {
        return planned;
    }

    /** It stands for {@code now}, which joins the same boxes and may be drawn another way. */
    void standsFor(PlannedLink now) {
        planned = now;
    }

    /** Where it leads from its own outbox; null until that has been worked out. Any thread. */
    @Nullable
    Route route() {
        return way instanceof Route route ? route : null;
    }

    /** It leads along {@code now}, unless that is the way from another outbox that passes to its own. */
    void leadsAlong(Route now) {
        if (now.outbox() == from()) {
            way = now;
        }
    }

    /** Has {@code gate} from its first message on; before it leads anywhere, under the wiring's lock. */
    void startsWith(WiredGate gate) {
        firstGate = gate;
    }

    /** It leads along {@code first}, the first of its routes from its own outbox. Under the wiring's lock. */
    void begins(Route first) {
        WiredGate gate = firstGate;
        if (gate != null && first.outbox() == from()) {
            firstGate = null;
            first.gate(gate);
        }
    }

    /** Whoever made it. */
    Object owner() {
        return owner;
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public WiredLink at(int index) {
        return this;
    }

    @Override
    public String toString() {
        return from() + " -> " + to;
    }
}
