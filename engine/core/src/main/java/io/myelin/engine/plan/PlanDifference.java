package io.myelin.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What changes from one plan to another. Components are the same where their paths are, links where they join the same
 * boxes, whatever way they are drawn. Immutable.
 *
 * @param added components that only the new plan has
 * @param removed components that only the old plan has
 * @param replaced components, as the new plan has them, that run another way: what waits for one can't stay with it
 * @param restarted components, as the new plan has them, that do something else or have other boxes
 * @param adjusted components, as the new plan has them, whose failure policy, limits or title have changed and nothing
 *     that needs a new instance
 * @param linked links that only the new plan has
 * @param unlinked links that only the old plan has
 */
public record PlanDifference(
        List<PlannedComponent> added,
        List<PlannedComponent> removed,
        List<PlannedComponent> replaced,
        List<PlannedComponent> restarted,
        List<PlannedComponent> adjusted,
        List<PlannedLink> linked,
        List<PlannedLink> unlinked) {
    /** Copies the lists. */
    public PlanDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        replaced = List.copyOf(replaced);
        restarted = List.copyOf(restarted);
        adjusted = List.copyOf(adjusted);
        linked = List.copyOf(linked);
        unlinked = List.copyOf(unlinked);
    }

    /** What leads from {@code before} to {@code after}. */
    public static PlanDifference between(RunPlan before, RunPlan after) {
        Map<String, PlannedComponent> old = new LinkedHashMap<>();
        before.components().forEach(component -> old.put(component.path(), component));
        List<PlannedComponent> added = new ArrayList<>();
        List<PlannedComponent> replaced = new ArrayList<>();
        List<PlannedComponent> restarted = new ArrayList<>();
        List<PlannedComponent> adjusted = new ArrayList<>();
        for (PlannedComponent now : after.components()) {
            PlannedComponent was = old.remove(now.path());
            if (was == null) {
                added.add(now);
            } else if (!runsAlike(was, now)) {
                replaced.add(now);
            } else if (!doesAlike(was, now)) {
                restarted.add(now);
            } else if (!isHandledAlike(was, now)) {
                adjusted.add(now);
            }
        }
        Map<Ends, PlannedLink> oldLinks = new LinkedHashMap<>();
        before.links().forEach(link -> oldLinks.put(Ends.of(link), link));
        List<PlannedLink> linked = new ArrayList<>();
        for (PlannedLink link : after.links()) {
            if (oldLinks.remove(Ends.of(link)) == null) {
                linked.add(link);
            }
        }
        return new PlanDifference(
                added,
                List.copyOf(old.values()),
                replaced,
                restarted,
                adjusted,
                linked,
                List.copyOf(oldLinks.values()));
    }

    /** The boxes that a link joins. */
    private record Ends(String fromPath, String outbox, String toPath, String inbox) {
        static Ends of(PlannedLink link) {
            return new Ends(link.fromPath(), link.outbox(), link.toPath(), link.inbox());
        }
    }

    private static boolean runsAlike(PlannedComponent was, PlannedComponent now) {
        return was.execution() == now.execution() && was.isDrivenByCalls() == now.isDrivenByCalls();
    }

    private static boolean isHandledAlike(PlannedComponent was, PlannedComponent now) {
        return was.title().equals(now.title())
                && was.supervision().equals(now.supervision())
                && was.limits().equals(now.limits());
    }

    private static boolean doesAlike(PlannedComponent was, PlannedComponent now) {
        return was.type().componentClass().equals(now.type().componentClass())
                && Objects.equals(was.settings(), now.settings())
                && was.state() == now.state()
                && was.inboxes().equals(now.inboxes())
                && was.outboxes().equals(now.outboxes());
    }
}
