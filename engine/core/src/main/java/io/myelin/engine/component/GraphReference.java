package io.myelin.engine.component;

import io.myelin.engine.message.DataRecord;

/**
 * A setting that names a graph, as the type of a component does: {@code graph:name}, or {@code graph:./file} with a path
 * relative to the file that names it. The planner finds and checks the graph when the settings are made ready; settings
 * that were only read, as for a form, have a reference that can't be run.
 *
 * <p>Two are equal where they stand for the same graph.
 */
public interface GraphReference {
    /** How references begin. */
    String PREFIX = "graph:";

    /** As graph files write it. */
    String text();

    /**
     * Makes the graph ready to be run under a component by {@link ComponentContext#child}: its parameters take the
     * values of the same name, or else their defaults; other values make no difference. Any thread may call this; it
     * takes about as long as to plan a graph of that size. Throws IllegalArgumentException, with a sentence for people,
     * where the values do not fit, and IllegalStateException where the planner did not make the settings.
     */
    Fragment fragment(DataRecord values);

    /** A reference that has been read and not looked up. */
    static GraphReference unresolved(String text) {
        return new UnresolvedGraph(text);
    }
}
