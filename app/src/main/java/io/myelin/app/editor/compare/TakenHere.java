package io.myelin.app.editor.compare;

import io.myelin.app.editor.document.FreeIds;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import io.myelin.engine.graph.diff.PartsEdits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The edits that take some differences back in one graph, not in those inside it. They go on from each other: what is
 * new goes first and names change, which the layout and the selection follow, then all else becomes as it is to be.
 */
final class TakenHere {
    private final Versions versions;
    private final Collection<Difference> wanted;
    private final TakenNames names;
    private final List<GraphEdit> edits = new ArrayList<>();
    private Graph now;

    TakenHere(Versions versions, Collection<Difference> wanted) {
        this.versions = versions;
        this.wanted = withWhatBoxesNeed(versions, wanted);
        this.names = new TakenNames(versions, this.wanted);
        this.now = versions.after();
    }

    /** With a link, or a box of the graph's own, come the components that it leads to. */
    private static Collection<Difference> withWhatBoxesNeed(Versions versions, Collection<Difference> wanted) {
        Set<String> needed = new HashSet<>();
        for (Difference one : wanted) {
            switch (one) {
                case LinkRemoved removed -> {
                    needed.add(removed.before().from().component());
                    needed.add(removed.before().to().component());
                }
                case ValueChanged value ->
                    DifferenceMarks.box(value)
                            .flatMap(box -> Optional.ofNullable(
                                    box.kind().of(versions.before()).get(box.name())))
                            .ifPresent(box -> needed.add(box.component()));
                default -> {}
            }
        }
        wanted.forEach(one -> {
            if (one instanceof ComponentRemoved removed) {
                needed.remove(removed.id());
            }
        });
        List<Difference> all = new ArrayList<>(wanted);
        versions.differences().stream()
                .filter(one -> one instanceof ComponentRemoved removed && needed.contains(removed.id()))
                .forEach(all::add);
        return all;
    }

    List<GraphEdit> edits() {
        removeWhatIsNew();
        rename();
        PartsEdits.between(now, TakenGraph.of(versions, wanted, names)).forEach(this::perform);
        place();
        return edits;
    }

    private void perform(GraphEdit edit) {
        now = edit.applyTo(now).graph();
        edits.add(edit);
    }

    private void perform(List<? extends GraphEdit> several) {
        if (!several.isEmpty()) {
            perform(several.size() == 1 ? several.getFirst() : new GraphEdit.Several(List.copyOf(several)));
        }
    }

    private void removeWhatIsNew() {
        List<GraphEdit> removals = new ArrayList<>();
        for (Difference one : wanted) {
            if (one instanceof LinkAdded added) {
                removals.add(new GraphEdit.RemoveLink(
                        added.link().from(), added.link().to()));
            }
        }
        names.going().forEach(id -> removals.add(new GraphEdit.RemoveComponent(id)));
        perform(removals);
    }

    /** In two steps where some swap their names. A name that no component may have comes by the graph itself. */
    private void rename() {
        boolean isChain = names.renamed().values().stream().anyMatch(now.components()::containsKey);
        Set<String> taken = new HashSet<>(now.components().keySet());
        taken.addAll(names.renamed().values());
        taken.addAll(laidOut(now.layout()));
        List<GraphEdit> away = new ArrayList<>();
        List<GraphEdit> there = new ArrayList<>();
        names.renamed().forEach((id, name) -> {
            if (FreeIds.isId(name)) {
                String between = isChain ? FreeIds.like(FreeIds.isId(id) ? id : name, taken) : id;
                if (isChain) {
                    taken.add(between);
                    away.add(new GraphEdit.RenameComponent(id, between));
                }
                there.add(new GraphEdit.RenameComponent(between, name));
            }
        });
        away.addAll(there);
        perform(away);
    }

    /** What the layout names, also what is not there: it would follow what gets that name for a moment. */
    private static Set<String> laidOut(GraphLayout layout) {
        Set<String> ids = new LinkedHashSet<>(layout.components().keySet());
        layout.groups().values().forEach(group -> ids.addAll(group.members()));
        layout.links().forEach(link -> {
            ids.add(link.from().component());
            ids.add(link.to().component());
        });
        return ids;
    }

    /** Places what came back. */
    private void place() {
        Map<String, Position> places = GonePlaces.of(versions);
        List<GraphEdit.MoveComponents.Move> moves = new ArrayList<>();
        names.coming()
                .forEach((id, name) -> Optional.ofNullable(places.get(id))
                        .ifPresent(place -> moves.add(new GraphEdit.MoveComponents.Move(name, Optional.of(place)))));
        if (!moves.isEmpty()) {
            perform(new GraphEdit.MoveComponents(moves));
        }
    }
}
