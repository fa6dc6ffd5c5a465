package io.myelin.engine.component;

import java.util.List;

/**
 * A part of a graph, made ready, that a component can start under itself as often as it likes: see
 * {@link ComponentContext#child}. A value; what it is made of is the planner's.
 */
public interface Fragment {
    /** The names of its own inboxes. */
    List<String> inboxNames();

    /** The names of its own outboxes. */
    List<String> outboxNames();
}
