package io.myelin.app.editor.compare;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.PublicBox.Kind;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentsReordered;
import io.myelin.engine.graph.diff.Difference.InnerGraphAdded;
import io.myelin.engine.graph.diff.Difference.InnerGraphRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newer version with some differences taken back, but for the layout and for what is in inner graphs of both. */
final class TakenGraph {
    private static final String STATE = "state";
    private static final String MUTED = "muted";

    private final Versions versions;
    private final List<Difference> wanted;
    private final TakenNames names;

    private TakenGraph(Versions versions, Collection<Difference> wanted, TakenNames names) {
        this.versions = versions;
        this.wanted = List.copyOf(wanted);
        this.names = names;
    }

    static Graph of(Versions versions, Collection<Difference> wanted, TakenNames names) {
        return new TakenGraph(versions, wanted, names).graph();
    }

    private Graph graph() {
        Graph said = said();
        return new Graph(
                said.title(),
                said.description(),
                said.parameters(),
                components(),
                links(),
                boxes(Kind.INBOX),
                boxes(Kind.OUTBOX),
                graphs(),
                GraphLayout.EMPTY,
                said.unknown());
    }

    private <D extends Difference> Stream<D> wanted(Class<D> kind) {
        return wanted.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<String> steps(ValueChanged value) {
        return JsonPointers.steps(value.pointer());
    }

    /** What the graph says of itself: all but components, links, boxes and inner graphs. */
    private Graph said() {
        Graph after = versions.after();
        List<ValueChanged> values = wanted(ValueChanged.class)
                .filter(value -> !List.of("components", "links", "inboxes", "outboxes")
                        .contains(steps(value).getFirst()))
                .toList();
        Graph header = new Graph(
                after.title(),
                after.description(),
                after.parameters(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                after.unknown());
        return GraphValues.with(header, values);
    }

    private Map<String, GraphComponent> components() {
        Map<String, GraphComponent> changed = changedComponents();
        Map<String, GraphComponent> components = new LinkedHashMap<>();
        versions.after().components().forEach((id, component) -> {
            if (!names.going().contains(id)) {
                components.put(names.ofAfter(id), changed.getOrDefault(id, component));
            }
        });
        names.coming()
                .forEach((id, name) -> Optional.ofNullable(
                                versions.before().components().get(id))
                        .ifPresent(component -> components.put(name, component)));
        List<String> older = versions.before().components().keySet().stream()
                .filter(id -> versions.kept(id).isPresent() || names.coming().containsKey(id))
                .map(names::ofBefore)
                .toList();
        boolean isOldOrder = wanted(ComponentsReordered.class).findAny().isPresent();
        return isOldOrder
                ? TakenOrder.of(components, older, List.copyOf(components.keySet()))
                : TakenOrder.of(components, without(components, names.coming().values()), older);
    }

    private static List<String> without(Map<String, ?> map, Collection<String> some) {
        Set<String> gone = Set.copyOf(some);
        return map.keySet().stream().filter(name -> !gone.contains(name)).toList();
    }

    /** The components of the newer version of which something is taken, by their ids there. */
    private Map<String, GraphComponent> changedComponents() {
        Map<String, List<ValueChanged>> taken = byComponent(wanted);
        Map<String, List<ValueChanged>> told = byComponent(versions.differences());
        Map<String, GraphComponent> changed = new LinkedHashMap<>();
        Map<String, GraphComponent> inPart = new LinkedHashMap<>();
        List<ValueChanged> values = new ArrayList<>();
        taken.forEach((id, some) -> {
            Optional<GraphComponent> old = versions.oldName(id)
                    .flatMap(name ->
                            Optional.ofNullable(versions.before().components().get(name)));
            GraphComponent component = versions.after().components().get(id);
            if (old.isPresent() && Set.copyOf(some).equals(Set.copyOf(told.getOrDefault(id, List.of())))) {
                changed.put(id, old.get());
            } else if (component != null) {
                inPart.put(id, component);
                values.addAll(some);
            }
        });
        if (!inPart.isEmpty()) {
            changed.putAll(
                    GraphValues.with(Graph.EMPTY.withComponents(inPart), values).components());
        }
        return changed;
    }

    private static Map<String, List<ValueChanged>> byComponent(Collection<Difference> differences) {
        Map<String, List<ValueChanged>> byComponent = new LinkedHashMap<>();
        for (Difference one : differences) {
            if (one instanceof ValueChanged value) {
                DifferenceMarks.component(value)
                        .ifPresent(id -> byComponent
                                .computeIfAbsent(id, _ -> new ArrayList<>())
                                .add(value));
            }
        }
        return byComponent;
    }

    private List<GraphLink> links() {
        List<GraphLink> links = new ArrayList<>();
        List<GraphLink> after = versions.after().links();
        Map<GraphLink, Integer> going = counted(wanted(LinkAdded.class).map(LinkAdded::link));
        Map<GraphLink, Integer> added = counted(versions.differences().stream()
                .filter(LinkAdded.class::isInstance)
                .map(one -> ((LinkAdded) one).link()));
        Map<Integer, List<ValueChanged>> said = saidOfLinks();
        // Of several that are equal, the last are those that are told as new.
        for (int index = after.size() - 1; index >= 0; index--) {
            GraphLink link = after.get(index);
            boolean isNew = takeOne(added, link);
            boolean goes = isNew && (names.goes(link.from()) || names.goes(link.to()));
            if (!(isNew && takeOne(going, link)) && !goes) {
                links.add(with(link, said.getOrDefault(index, List.of()))
                        .between(names.ofAfter(link.from()), names.ofAfter(link.to())));
            }
        }
        Collections.reverse(links);
        addGone(links);
        return links;
    }

    /** Puts what comes back to where it stood. */
    private void addGone(List<GraphLink> links) {
        Map<GraphLink, Integer> coming = counted(wanted(LinkRemoved.class).map(LinkRemoved::before));
        List<GraphLink> before = versions.before().links();
        for (int index = 0; index < before.size(); index++) {
            GraphLink link = before.get(index);
            if (takeOne(coming, link)) {
                GraphLink named = link.between(names.ofBefore(link.from()), names.ofBefore(link.to()));
                links.add(Math.min(index, links.size()), named);
            }
        }
    }

    /** How often each stands among {@code links}: also twice, in a file that no run accepts. */
    private static Map<GraphLink, Integer> counted(Stream<GraphLink> links) {
        return links.collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum, HashMap::new));
    }

    private static boolean takeOne(Map<GraphLink, Integer> counted, GraphLink link) {
        if (counted.getOrDefault(link, 0) == 0) {
            return false;
        }
        counted.merge(link, -1, Integer::sum);
        return true;
    }

    /** What is taken of what is said of links, by their places in the newer version. */
    private Map<Integer, List<ValueChanged>> saidOfLinks() {
        return wanted(ValueChanged.class)
                .filter(value -> steps(value).getFirst().equals("links"))
                .collect(Collectors.groupingBy(
                        value -> Integer.parseInt(steps(value).get(1))));
    }

    private static GraphLink with(GraphLink link, List<ValueChanged> values) {
        DataRecord said = link.muted() ? link.unknown().with(STATE, MUTED) : link.unknown();
        for (ValueChanged value : values) {
            List<String> steps = steps(value);
            said = GraphValues.with(said, steps.subList(2, steps.size()), value.before());
        }
        boolean muted = MUTED.equals(said.get(STATE));
        return new GraphLink(link.from(), link.to(), muted, muted ? said.without(STATE) : said);
    }

    /** The own boxes of a kind; one of a component that goes goes with it, where the older version has not that too. */
    private Map<String, BoxReference> boxes(Kind kind) {
        Map<String, BoxReference> before = kind.of(versions.before());
        Map<String, BoxReference> after = kind.of(versions.after());
        Set<String> told = names(kind, versions.differences());
        Set<String> taken = names(kind, wanted);
        Map<String, BoxReference> boxes = new LinkedHashMap<>();
        after.forEach((name, box) -> {
            if (!taken.contains(name) && !(names.goes(box) && told.contains(name))) {
                boxes.put(name, names.ofAfter(box));
            }
        });
        taken.forEach(
                name -> Optional.ofNullable(before.get(name)).ifPresent(box -> boxes.put(name, names.ofBefore(box))));
        return TakenOrder.of(boxes, after.keySet(), before.keySet());
    }

    private static Set<String> names(Kind kind, Collection<Difference> differences) {
        Set<String> names = new LinkedHashSet<>();
        for (Difference one : differences) {
            if (one instanceof ValueChanged value) {
                DifferenceMarks.box(value).filter(box -> box.kind() == kind).ifPresent(box -> names.add(box.name()));
            }
        }
        return names;
    }

    private Map<String, Graph> graphs() {
        Map<String, Graph> graphs = new LinkedHashMap<>(versions.after().graphs());
        wanted(InnerGraphAdded.class).forEach(added -> graphs.remove(added.name()));
        wanted(InnerGraphRemoved.class).forEach(removed -> graphs.put(removed.name(), removed.graph()));
        return TakenOrder.of(
                graphs,
                versions.after().graphs().keySet(),
                versions.before().graphs().keySet());
    }
}
