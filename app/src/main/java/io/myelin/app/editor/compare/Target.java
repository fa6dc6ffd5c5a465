package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.message.JsonPointers;
import java.util.List;
import java.util.Optional;

/**
 * Where a difference is seen in a picture: at a component, at a link, or nowhere.
 *
 * @param component its id in the picture
 * @param link the link in the picture
 */
record Target(Optional<String> component, Optional<LinkReference> link) {
    private static final Target NONE = new Target(Optional.empty(), Optional.empty());

    /** Where it is seen in the picture of both. */
    static Target onBoth(Versions versions, Difference difference) {
        return switch (difference) {
            case Difference.ComponentAdded added -> at(added.id());
            case Difference.ComponentRemoved removed -> at(versions.name(removed.id()));
            case Difference.ComponentRenamed renamed -> at(renamed.after());
            case Difference.ComponentsReordered reordered -> at(reordered.ids().getFirst());
            case Difference.LinkAdded added -> at(added.link());
            case Difference.LinkRemoved removed -> at(versions.named(removed.before()));
            case Difference.ValueChanged changed -> value(versions, changed);
            case Difference.InnerGraphAdded added -> user(versions, added.name());
            case Difference.InnerGraphRemoved removed -> user(versions, removed.name());
            case Difference.InnerGraphChanged changed -> user(versions, changed.name());
        };
    }

    private static Target value(Versions versions, Difference.ValueChanged changed) {
        Optional<String> component = DifferenceMarks.component(changed);
        List<String> steps = JsonPointers.steps(changed.pointer());
        if (component.isPresent()) {
            return at(component.get());
        }
        if (steps.size() > 1 && steps.getFirst().equals("links")) {
            return at(versions.after().links().get(Integer.parseInt(steps.get(1))));
        }
        return DifferenceMarks.box(changed)
                .flatMap(box ->
                        Optional.ofNullable(box.kind().of(versions.after()).get(box.name())))
                .map(box -> at(box.component()))
                .orElse(NONE);
    }

    private static Target user(Versions versions, String graph) {
        return versions.after().components().entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(Subgraph.TYPE + graph))
                .findFirst()
                .map(entry -> at(entry.getKey()))
                .orElse(NONE);
    }

    private static Target at(String id) {
        return new Target(Optional.of(id), Optional.empty());
    }

    private static Target at(GraphLink link) {
        return new Target(Optional.empty(), Optional.of(LinkReference.of(link)));
    }

    /** The same place in the older version, by the names there. */
    Target before(Versions versions) {
        return new Target(
                component.flatMap(versions::oldName),
                link.flatMap(wanted -> versions.before().links().stream()
                        .filter(one -> LinkReference.of(versions.named(one)).equals(wanted))
                        .map(LinkReference::of)
                        .findFirst()));
    }
}
