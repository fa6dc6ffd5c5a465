package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import java.util.List;
import java.util.Map;

/**
 * What came of a change to a running graph.
 *
 * @param added the paths of components that were started
 * @param removed the paths of components that have ended because of it, each after it had done what waited for it, or
 *     after the time for stopping had passed
 * @param replaced the paths of components that run another way now: a new one has taken the place of one that did what
 *     waited for it
 * @param restarted the paths of components that have a new instance, their inboxes and what waits there being as they
 *     were
 * @param adjusted the paths of components whose limits or failure policy have changed and nothing else
 * @param notRestarted the paths of components that had ended, or ended, before a new instance was made
 * @param linked links that were made
 * @param unlinked links that were taken away
 * @param unread how many messages were left unread in boxes that are not there any more, by {@code path.box}; no entry
 *     where none was
 */
public record ChangeReport(
        List<String> added,
        List<String> removed,
        List<String> replaced,
        List<String> restarted,
        List<String> adjusted,
        List<String> notRestarted,
        List<PlannedLink> linked,
        List<PlannedLink> unlinked,
        Map<String, Long> unread) {
    /** Copies the lists and the map. */
    public ChangeReport {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
        restarted = List.copyOf(restarted);
        adjusted = List.copyOf(adjusted);
        notRestarted = List.copyOf(notRestarted);
        linked = List.copyOf(linked);
        unlinked = List.copyOf(unlinked);
        unread = Map.copyOf(unread);
    }
}
