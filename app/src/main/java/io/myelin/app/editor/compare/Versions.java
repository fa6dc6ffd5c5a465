package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.FreeIds;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        taken.addAll(mentioned());
        taken.addAll(gone);
        for (String id : before.components().keySet()) {
            boolean isFree = !after.components().containsKey(id);
            String name = !gone.contains(id) ? renamed.getOrDefault(id, id) : isFree ? id : FreeIds.like(id, taken);
            taken.add(name);
            names.put(id, name);
            oldNames.put(name, id);
        }
        nameWhatIsNotThere(taken, differences);
    }

    /** A box of what is not in the older version is none of what has its name in the newer one, unless that is new. */
    private void nameWhatIsNotThere(Set<String> taken, Collection<Difference> differences) {
        Set<String> others = new HashSet<>(after.components().keySet());
        for (Difference one : differences) {
            if (one instanceof ComponentAdded added) {
                others.remove(added.id());
            }
        }
        boxes(before)
                .map(BoxReference::component)
                .filter(id -> others.contains(id) && !before.components().containsKey(id))
                .distinct()
                .forEach(id -> {
                    String name = FreeIds.like(id, taken);
                    taken.add(name);
                    names.put(id, name);
                });
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

    /** What the component {@code id} of the older version is called in the newer one; empty: it is not there. */
    Optional<String> kept(String id) {
        return before.components().containsKey(id) && !gone.contains(id) ? Optional.of(name(id)) : Optional.empty();
    }

    /** The ids that links and boxes of either version name. */
    Set<String> mentioned() {
        return Stream.of(before, after)
                .flatMap(Versions::boxes)
                .map(BoxReference::component)
                .collect(Collectors.toSet());
    }

    private static Stream<BoxReference> boxes(Graph graph) {
        Stream<BoxReference> own = Stream.concat(graph.inboxes().values().stream(), graph.outboxes().values().stream());
        return Stream.concat(own, graph.links().stream().flatMap(link -> Stream.of(link.from(), link.to())));
    }
}
