package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;

/**
 * A link: what goes out at {@code from} comes in at {@code to}.
 *
 * @param from an outbox
 * @param to an inbox
 * @param unknown keys that this version does not know
 */
public record GraphLink(BoxReference from, BoxReference to, DataRecord unknown) {
    /** A link without unknown keys. */
    public GraphLink(BoxReference from, BoxReference to) {
        this(from, to, DataRecord.empty());
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
