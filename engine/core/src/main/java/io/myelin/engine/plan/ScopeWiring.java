package io.myelin.engine.plan;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sound links that are not muted and the passthroughs of one scope by where they start. */
final class ScopeWiring {
    private final Map<BoxReference, List<Integer>> linksFrom = new HashMap<>();
    private final Map<String, List<String>> boxesFrom = new HashMap<>();
    private final Map<BoxReference, List<String>> outboxesOf = new HashMap<>();
    private final Set<BoxReference> targets = new HashSet<>();

    ScopeWiring(Scope scope) {
        Set<GraphLink> once = new HashSet<>();
        List<GraphLink> all = scope.definition().graph().links();
        for (int index = 0; index < all.size(); index++) {
            GraphLink link = all.get(index);
            if (!link.muted() && LinkChecks.isSound(scope, link) && once.add(new GraphLink(link.from(), link.to()))) {
                linksFrom.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(index);
                boxesFrom
                        .computeIfAbsent(link.from().component(), _ -> new ArrayList<>())
                        .add(link.from().box());
                targets.add(link.to());
            }
        }
        scope.definition()
                .graph()
                .outboxes()
                .forEach((name, box) ->
                        outboxesOf.computeIfAbsent(box, _ -> new ArrayList<>()).add(name));
    }

    /** The places among the graph's links of those that start at {@code box}. */
    List<Integer> linksFrom(BoxReference box) {
        return linksFrom.getOrDefault(box, List.of());
    }

    /** The boxes of {@code component} at which links start. */
    List<String> boxesFrom(String component) {
        return boxesFrom.getOrDefault(component, List.of());
    }

    /** The graph's own outboxes that {@code box} passes through to. */
    List<String> outboxesOf(BoxReference box) {
        return outboxesOf.getOrDefault(box, List.of());
    }

    /** Whether a link of the graph ends at {@code box}. */
    boolean isTarget(BoxReference box) {
        return targets.contains(box);
    }
}
