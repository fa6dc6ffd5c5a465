package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.FreeIds;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.InnerGraphAdded;
import io.myelin.engine.graph.diff.Difference.InnerGraphRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The edits that take some differences back in one graph, not in those inside it. They go on from each other: what is
 * new goes first, then comes what is gone, then values, then links, names last, since until then all is called as in the
 * newer version, and then what names components.
 */
final class TakenHere {
    private final Versions versions;
    private final Collection<Difference> wanted;
    private final List<GraphEdit> edits = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private Graph now;

    TakenHere(Versions versions, Collection<Difference> wanted) {
        this.versions = versions;
        this.wanted = withWhatLinksNeed(versions, wanted);
        this.now = versions.after();
    }

    private static Collection<Difference> withWhatLinksNeed(Versions versions, Collection<Difference> wanted) {
        Set<String> needed = new HashSet<>();
        for (Difference one : wanted) {
            if (one instanceof LinkRemoved removed) {
                versions.goneLink(removed).ifPresent(link -> {
                    needed.add(link.from().component());
                    needed.add(link.to().component());
                });
            }
        }
        Set<Difference> all = new LinkedHashSet<>(wanted);
        versions.differences().stream()
                .filter(one -> one instanceof ComponentRemoved removed && needed.contains(removed.id()))
                .forEach(all::add);
        return all;
    }

    List<GraphEdit> edits() {
        removeWhatIsNew();
        addWhatIsGone();
        changeComponents();
        addLinks();
        rename();
        changeHeader();
        return edits;
    }

    private <D extends Difference> List<D> wanted(Class<D> kind) {
        return wanted.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void perform(List<? extends GraphEdit> several) {
        if (!several.isEmpty()) {
            GraphEdit edit = several.size() == 1 ? several.getFirst() : new GraphEdit.Several(List.copyOf(several));
            now = edit.applyTo(now).graph();
            edits.add(edit);
        }
    }

    private void removeWhatIsNew() {
        List<GraphEdit> removals = new ArrayList<>();
        wanted(LinkAdded.class)
                .forEach(added -> removals.add(new GraphEdit.RemoveLink(
                        added.link().from(), added.link().to())));
        wanted(ComponentAdded.class).forEach(added -> removals.add(new GraphEdit.RemoveComponent(added.id())));
        perform(removals);
    }

    private void addWhatIsGone() {
        Map<String, Position> places = GonePlaces.of(versions);
        List<String> order = new ArrayList<>(now.components().keySet());
        List<GraphEdit> additions = new ArrayList<>();
        for (ComponentRemoved gone : wanted(ComponentRemoved.class)) {
            String name = versions.name(gone.id());
            int index = indexFor(gone.id(), order);
            order.add(index, name);
            additions.add(new GraphEdit.AddComponent(
                    name, gone.component(), Optional.ofNullable(places.get(gone.id())), index));
        }
        perform(additions);
    }

    /** Behind the nearest of those that it stands behind in the older version. */
    private int indexFor(String id, List<String> order) {
        int index = 0;
        for (String other : versions.before().components().keySet()) {
            if (other.equals(id)) {
                return index;
            }
            int at = order.indexOf(versions.name(other));
            index = at < 0 ? index : at + 1;
        }
        return index;
    }

    private void changeComponents() {
        Map<String, GraphComponent> touched = new LinkedHashMap<>();
        List<ValueChanged> values = wanted(ValueChanged.class).stream()
                .filter(value -> DifferenceMarks.component(value)
                        .filter(now.components()::containsKey)
                        .isPresent())
                .toList();
        for (ValueChanged value : values) {
            DifferenceMarks.component(value)
                    .ifPresent(id -> Optional.ofNullable(now.components().get(id))
                            .ifPresent(component -> touched.put(id, component)));
        }
        if (!touched.isEmpty()) {
            Graph changed = GraphValues.with(Graph.EMPTY.withComponents(touched), values);
            perform(changed.components().entrySet().stream()
                    .map(entry -> new GraphEdit.ChangeComponent(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    /** What the graph says of itself, its own boxes, and the graphs inside it. */
    private void changeHeader() {
        List<ValueChanged> values = wanted(ValueChanged.class).stream()
                .filter(value -> DifferenceMarks.component(value).isEmpty())
                .map(this::named)
                .toList();
        Map<String, Graph> graphs = new LinkedHashMap<>(now.graphs());
        wanted(InnerGraphAdded.class).forEach(added -> graphs.remove(added.name()));
        wanted(InnerGraphRemoved.class).forEach(removed -> graphs.put(removed.name(), removed.graph()));
        if (!values.isEmpty() || !graphs.equals(now.graphs())) {
            Graph header = GraphValues.with(GraphValues.header(now), values).withGraphs(graphs);
            perform(List.of(new GraphEdit.ChangeGraph(GraphValues.withLayoutKeys(header, now))));
        }
    }

    /** A box of the graph's own as the older version has it, by the names that components have by now. */
    private ValueChanged named(ValueChanged value) {
        List<String> steps = JsonPointers.steps(value.pointer());
        Map<String, BoxReference> boxes = switch (steps.getFirst()) {
            case "inboxes" -> versions.before().inboxes();
            case "outboxes" -> versions.before().outboxes();
            default -> Map.of();
        };
        BoxReference box = steps.size() == 2 ? boxes.get(steps.get(1)) : null;
        if (box == null) {
            return value;
        }
        String name = versions.name(box.component());
        boolean isThere = versions.before().components().containsKey(box.component());
        BoxReference now = new BoxReference(isThere ? renamed.getOrDefault(name, name) : name, box.box());
        return new ValueChanged(value.pointer(), Optional.of(now.toString()), value.after());
    }

    private void addLinks() {
        Set<GraphLink> there = new HashSet<>(now.links());
        List<GraphEdit> additions = new ArrayList<>();
        for (LinkRemoved removed : wanted(LinkRemoved.class)) {
            versions.goneLink(removed)
                    .map(versions::named)
                    .filter(there::add)
                    .ifPresent(link -> additions.add(new GraphEdit.AddLink(link)));
        }
        perform(additions);
    }

    /** In two steps where some swap their names. A name that stays another's is not given. */
    private void rename() {
        Map<String, String> names = renamed;
        wanted(ComponentRenamed.class).forEach(rename -> names.put(rename.after(), rename.before()));
        wanted(ComponentRemoved.class).forEach(removed -> names.put(versions.name(removed.id()), removed.id()));
        while (names.entrySet().removeIf(name -> isKept(name.getKey(), name.getValue(), names.keySet()))) {
            // One that keeps its name may keep another from having it.
        }
        boolean isChain = names.values().stream().anyMatch(now.components()::containsKey);
        Set<String> taken = new HashSet<>(now.components().keySet());
        taken.addAll(names.values());
        List<GraphEdit> away = new ArrayList<>();
        List<GraphEdit> there = new ArrayList<>();
        names.forEach((id, name) -> {
            String between = isChain ? FreeIds.like(id, taken) : id;
            if (isChain) {
                taken.add(between);
                away.add(new GraphEdit.RenameComponent(id, between));
            }
            there.add(new GraphEdit.RenameComponent(between, name));
        });
        List<GraphEdit> both = new ArrayList<>(away);
        both.addAll(there);
        perform(both);
    }

    private boolean isKept(String id, String name, Set<String> renamed) {
        return id.equals(name) || now.components().containsKey(name) && !renamed.contains(name);
    }
}
