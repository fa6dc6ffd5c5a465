package io.myelin.engine.run;

import java.util.List;

/**
 * Components and links made for a run, and not started yet.
 *
 * @param members the components, in plan order
 * @param links the links between them, in plan order
 */
record RunAddition(ComponentsByPath members, List<WiredLink> links) {
    List<RunningComponent> components() {
        return members.asOfNow();
    }

    /** The component at {@code path}; throws IllegalArgumentException where there is none. */
    RunningComponent component(String path) {
        return members.get(path);
    }
}
