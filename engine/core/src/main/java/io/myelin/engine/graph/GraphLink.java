package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;

/**
 * A link: what goes out at {@code from} comes in at {@code to}. One that is muted stays in the graph and carries nothing:
 * a run does not know it.
 *
 * @param from an outbox
 * @param to an inbox
 * @param muted whether it carries nothing
 * @param unknown keys that this version does not know
 */
public record GraphLink(BoxReference from, BoxReference to, boolean muted, DataRecord unknown) {
    /** A link that is not muted. */
    public GraphLink(BoxReference from, BoxReference to, DataRecord unknown) {
        this(from, to, false, unknown);
    }

    /** A link without unknown keys that is not muted. */
    public GraphLink(BoxReference from, BoxReference to) {
        this(from, to, DataRecord.empty());
    }

    /** This link between two other boxes. */
    public GraphLink between(BoxReference newFrom, BoxReference newTo) {
        return new GraphLink(newFrom, newTo, muted, unknown);
    }

    /** This link, muted or not. */
    public GraphLink withMuted(boolean changed) {
        return new GraphLink(from, to, changed, unknown);
    }

    /** The two boxes that it joins, and nothing else that is said of it: the same for all links that join them. */
    GraphLink joint() {
        return muted || !unknown.isEmpty() ? new GraphLink(from, to) : this;
    }

    /** Whether {@code other} joins the same two boxes. */
    public boolean joinsSame(GraphLink other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
