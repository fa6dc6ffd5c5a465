package io.myelin.engine.component;

import io.myelin.engine.message.DataRecord;

/**
 * A reference to a graph that nobody has looked up.
 *
 * @param text as graph files write it
 */
record UnresolvedGraph(String text) implements GraphReference {
    @Override
    public Fragment fragment(DataRecord values) {
        throw new IllegalStateException("'" + text + "' can't be run: only the planner makes settings that can");
    }
}
