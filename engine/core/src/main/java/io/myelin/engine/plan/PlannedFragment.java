package io.myelin.engine.plan;

import io.myelin.engine.component.Fragment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph made ready to be run under a component of another, as often as that likes.
 *
 * @param plan its components and links, with paths as if it were the outermost graph
 * @param inboxes its own inboxes by name, each with the box inside that it stands for
 * @param outboxes its own outboxes by name, each with the box inside that it stands for
 */
public record PlannedFragment(RunPlan plan, Map<String, InnerBox> inboxes, Map<String, InnerBox> outboxes)
        implements Fragment {
    /**
     * A box of a component inside.
     *
     * @param path the component's path within the fragment
     * @param box the box's name
     */
    public record InnerBox(String path, String box) {}

    /** Copies the maps. */
    public PlannedFragment {
        inboxes = Map.copyOf(inboxes);
        outboxes = Map.copyOf(outboxes);
    }

    @Override
    public List<String> inboxNames() {
        return List.copyOf(new TreeMap<>(inboxes).keySet());
    }

    @Override
    public List<String> outboxNames() {
        return List.copyOf(new TreeMap<>(outboxes).keySet());
    }
}
