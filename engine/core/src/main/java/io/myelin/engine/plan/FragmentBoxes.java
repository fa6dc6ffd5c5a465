package io.myelin.engine.plan;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.plan.PlannedFragment.InnerBox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which boxes of real components stand behind the own boxes of a graph, however deep. */
final class FragmentBoxes {
    private FragmentBoxes() {}

    static Map<String, InnerBox> inboxes(Scope outermost) {
        return boxes(outermost, true);
    }

    static Map<String, InnerBox> outboxes(Scope outermost) {
        return boxes(outermost, false);
    }

    private static Map<String, InnerBox> boxes(Scope outermost, boolean in) {
        Map<String, InnerBox> boxes = new HashMap<>();
        own(outermost, in).forEach((name, box) -> inner(outermost, box, in).ifPresent(found -> boxes.put(name, found)));
        return boxes;
    }

    private static Map<String, BoxReference> own(Scope scope, boolean in) {
        return in
                ? scope.definition().graph().inboxes()
                : scope.definition().graph().outboxes();
    }

    /** The real box behind {@code box}; empty where it leads nowhere, as into a graph that is bypassed. */
    private static Optional<InnerBox> inner(Scope scope, BoxReference box, boolean in) {
        Scope at = scope;
        BoxReference next = box;
        while (at.nodes().get(next.component()) instanceof Scope.Child child
                && !child.scope().isBypassed()) {
            BoxReference deeper = own(child.scope(), in).get(next.box());
            if (deeper == null) {
                return Optional.empty();
            }
            at = child.scope();
            next = deeper;
        }
        InnerBox found = new InnerBox(at.pathOf(next.component()), next.box());
        return at.nodes().get(next.component()) instanceof Scope.Leaf leaf
                        && leaf.planned().isPresent()
                ? Optional.of(found)
                : Optional.empty();
    }
}
