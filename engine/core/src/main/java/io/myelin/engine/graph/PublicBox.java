package io.myelin.engine.graph;

import java.util.Map;

/**
 * A box of a graph's own, by which it is linked where it stands as a component.
 *
 * @param kind which of the two it is
 * @param name its name
 */
public record PublicBox(Kind kind, String name) {
    /** The two kinds. */
    public enum Kind {
        /** What comes in. */
        INBOX,
        /** What goes out. */
        OUTBOX;

        /** The boxes of this kind that {@code graph} has, each with the inner box that it stands for. */
        public Map<String, BoxReference> of(Graph graph) {
            return this == INBOX ? graph.inboxes() : graph.outboxes();
        }
    }
}
