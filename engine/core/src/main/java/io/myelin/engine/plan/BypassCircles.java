package io.myelin.engine.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles of bypassed components: a message in one would run round for ever. */
final class BypassCircles {
    private final Map<String, List<PlannedLink>> linksFrom = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<PlannedLink> closing = new ArrayList<>();

    private BypassCircles() {}

    /** A component that is being followed, and the links that are still to be looked at. */
    private record Step(String path, Iterator<PlannedLink> links) {}

    /** Of {@code links}, all between bypassed components, one for each circle that they close. */
    static List<PlannedLink> closing(Collection<PlannedLink> links) {
        BypassCircles circles = new BypassCircles();
        links.forEach(link -> circles.linksFrom
                .computeIfAbsent(link.fromPath(), _ -> new ArrayList<>())
                .add(link));
        links.forEach(link -> circles.follow(link.fromPath()));
        return circles.closing;
    }

    private void follow(String start) {
        if (done.contains(start)) {
            return;
        }
        Set<String> onTheWay = new HashSet<>();
        Deque<Step> steps = new ArrayDeque<>();
        open(start, steps, onTheWay);
        while (!steps.isEmpty()) {
            Step step = steps.element();
            if (!step.links().hasNext()) {
                steps.pop();
                onTheWay.remove(step.path());
                done.add(step.path());
                continue;
            }
            PlannedLink link = step.links().next();
            if (onTheWay.contains(link.toPath())) {
                closing.add(link);
            } else if (!done.contains(link.toPath())) {
                open(link.toPath(), steps, onTheWay);
            }
        }
    }

    private void open(String path, Deque<Step> steps, Set<String> onTheWay) {
        onTheWay.add(path);
        steps.push(new Step(path, linksFrom.getOrDefault(path, List.of()).iterator()));
    }
}
