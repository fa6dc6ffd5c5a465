package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.FreeIds;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two versions of one graph, not of those inside it, whose components are named alike: one that is only in the older
 * version has a name that is free in the newer one.
 */
final class Versions {
    private final Graph before;
    private final Graph after;
    private final List<Difference> differences;
    /** The name of each component of the older version here. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> oldNames = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** {@code differences} are those of {@code after} from {@code before}. */
    Versions(Graph before, Graph after, Collection<Difference> differences) {
        this.before = before;
        this.after = after;
        this.differences = List.copyOf(differences);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Difference one : differences) {
            if (one instanceof ComponentRenamed rename) {
                renamed.put(rename.before(), rename.after());
            } else if (one instanceof ComponentRemoved removed) {
                gone.add(removed.id());
            }
        }
        Set<String> taken = new HashSet<>(after.components().keySet());
        for (String id : before.components().keySet()) {
            String name = gone.contains(id) ? FreeIds.like(id, taken) : renamed.getOrDefault(id, id);
            taken.add(name);
            names.put(id, name);
            oldNames.put(name, id);
        }
    }

    Graph before() {
        return before;
    }

    Graph after() {
        return after;
    }

    List<Difference> differences() {
        return differences;
    }

    /** What the component {@code id} of the older version is called here. */
    String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** What the component that is called {@code name} here is called in the older version; empty: it is not there. */
    Optional<String> oldName(String name) {
        return Optional.ofNullable(oldNames.get(name));
    }

    /** The ids, in the older version, of the components that are only in that, in their order. */
    List<String> gone() {
        return before.components().keySet().stream().filter(gone::contains).toList();
    }

    /** A link of the older version, its ends named as here. */
    GraphLink named(GraphLink link) {
        return link.between(named(link.from()), named(link.to()));
    }

    private BoxReference named(BoxReference box) {
        return new BoxReference(name(box.component()), box.box());
    }

    /** The links of the older version that are gone, as there; {@code removed} names ends as the newer one would. */
    Optional<GraphLink> goneLink(LinkRemoved removed) {
        return before.links().stream()
                .filter(link -> isEnd(link.from(), removed.link().from())
                        && isEnd(link.to(), removed.link().to()))
                .findFirst();
    }

    /** A difference calls what is gone by its own id, also where that means another component now. */
    private boolean isEnd(BoxReference old, BoxReference told) {
        String id = old.component();
        String called = gone.contains(id) ? id : name(id);
        return called.equals(told.component()) && old.box().equals(told.box());
    }
}
