package io.myelin.app.editor.live.traffic;

import io.myelin.engine.run.ComponentStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The components of a whole run by what they are doing.
 *
 * @param paths of the components in each state, in the order of the plan; nothing for a state that none is in
 */
public record StateTally(Map<ComponentStatus, List<String>> paths) {
    /** Of no components. */
    public static final StateTally NONE = new StateTally(Map.of());

    /** Takes the lists as they are, which nobody may change any more. */
    public StateTally {
        paths = paths.isEmpty() ? Map.of() : new EnumMap<>(paths);
    }

    /** The components in {@code state}. */
    public List<String> in(ComponentStatus state) {
        return paths.getOrDefault(state, List.of());
    }
}
