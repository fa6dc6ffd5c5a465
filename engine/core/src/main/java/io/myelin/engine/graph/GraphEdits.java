package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.ChangeGraph;
import io.myelin.engine.graph.GraphEdit.ChangeGroup;
import io.myelin.engine.graph.GraphEdit.ChangeLink;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.Entry;
import io.myelin.engine.graph.GraphEdit.Inside;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.Parts;
import io.myelin.engine.graph.GraphEdit.PutBack;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RemoveLink;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphEdit.TakeOut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies edits. Each gives its exact inverse, which holds no more than what the edit touched. */
final class GraphEdits {
    private final GraphDraft draft;
    private final LayoutEdits layout;

    private GraphEdits(GraphDraft draft) {
        this.draft = draft;
        this.layout = new LayoutEdits(draft);
    }

    static GraphEdit.Applied apply(GraphEdit edit, Graph graph) {
        GraphDraft draft = new GraphDraft(graph);
        GraphEdit inverse = new GraphEdits(draft).apply(edit);
        return new GraphEdit.Applied(draft.result(), inverse);
    }

    private GraphEdit apply(GraphEdit edit) {
        return switch (edit) {
            case AddComponent add -> add(add);
            case RemoveComponent remove -> remove(remove.id());
            case ChangeComponent change -> change(change);
            case RenameComponent rename -> new ComponentRename(draft, rename.id(), rename.newId()).apply();
            case MoveComponents move -> move(move);
            case AddLink add -> add(add);
            case RemoveLink remove -> remove(remove);
            case ChangeLink change -> change(change);
            case ChangeGraph change -> change(change.header());
            case ChangeLinkLayout change -> layout.change(change);
            case ChangeGroup change -> layout.change(change);
            case ChangeNote change -> layout.change(change);
            case TakeOut takeOut -> takeOut(takeOut.parts());
            case PutBack putBack -> putBack(putBack.parts());
            case Several several -> several(several.edits());
            case Inside inside -> inside(inside.path(), inside.edit());
        };
    }

    private GraphEdit inside(List<String> path, GraphEdit edit) {
        if (path.isEmpty()) {
            return apply(edit);
        }
        String name = path.getFirst();
        Graph inner = draft.header().graphs().get(name);
        if (inner == null) {
            throw new GraphEditException("there is no graph \"" + name + "\" inside");
        }
        GraphDraft innerDraft = new GraphDraft(inner);
        GraphEdit inverse = new GraphEdits(innerDraft).inside(path.subList(1, path.size()), edit);
        draft.replaceGraph(name, innerDraft.result());
        if (inverse instanceof Inside deeper) {
            List<String> whole = new ArrayList<>(List.of(name));
            whole.addAll(deeper.path());
            return new Inside(whole, deeper.edit());
        }
        return new Inside(List.of(name), inverse);
    }

    private GraphEdit several(List<GraphEdit> edits) {
        List<GraphEdit> inverses = new ArrayList<>(edits.size());
        int at = 0;
        while (at < edits.size()) {
            Set<String> gone = removedFrom(edits, at);
            inverses.add(gone.size() > 1 ? removeAll(gone) : apply(edits.get(at)));
            at += Math.max(1, gone.size());
        }
        return new Several(inverses.reversed());
    }

    /** The components that are taken out one after the other from {@code first} on: as many as are different. */
    private static Set<String> removedFrom(List<GraphEdit> edits, int first) {
        Set<String> gone = new LinkedHashSet<>();
        for (int at = first; at < edits.size(); at++) {
            if (!(edits.get(at) instanceof RemoveComponent remove) || !gone.add(remove.id())) {
                break;
            }
        }
        return gone;
    }

    /** As taking each out by itself, but going through the links and the order of the graph once for all. */
    private GraphEdit removeAll(Set<String> ids) {
        ids.forEach(id -> require(draft, id));
        PartsBuilder removed = new PartsBuilder();
        removed.links.addAll(draft.removeLinks(link ->
                ids.contains(link.from().component()) || ids.contains(link.to().component())));
        removed.inboxes.addAll(draft.inboxes().removeAll(boxesOf(draft.inboxes(), ids)));
        removed.outboxes.addAll(draft.outboxes().removeAll(boxesOf(draft.outboxes(), ids)));
        removed.positions.addAll(draft.positions().removeAll(ids));
        removed.components.addAll(draft.components().removeAll(ids));
        List<GraphEdit> back = new ArrayList<>();
        for (String id : ids) {
            List<GraphEdit> laidOut = new ArrayList<>();
            layout.componentGone(id, laidOut);
            back.addAll(0, laidOut);
        }
        back.addFirst(new PutBack(removed.build()));
        return inverse(back);
    }

    private static Set<String> boxesOf(OrderedDraft<BoxReference> boxes, Set<String> ids) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : boxes.names()) {
            if (boxes.get(name).map(box -> ids.contains(box.component())).orElse(false)) {
                names.add(name);
            }
        }
        return names;
    }

    private GraphEdit add(AddComponent add) {
        requireFree(draft, add.id());
        int index = Math.min(add.index(), draft.components().size());
        draft.components().insert(add.id(), add.component(), index);
        PartsBuilder added = new PartsBuilder();
        added.components.add(new Entry<>(index, add.id(), add.component()));
        if (add.position().isEmpty()) {
            return new TakeOut(added.build());
        }
        Position position = add.position().get();
        Optional<Position> stale = draft.positions().get(add.id());
        if (stale.isEmpty()) {
            added.positions.add(new Entry<>(draft.positions().size(), add.id(), position));
            draft.positions().insert(add.id(), position, AddComponent.LAST);
            return new TakeOut(added.build());
        }
        draft.positions().replace(add.id(), position);
        MoveComponents.Move back = new MoveComponents.Move(add.id(), stale);
        return new Several(List.of(new MoveComponents(List.of(back)), new TakeOut(added.build())));
    }

    /** Throws where {@code id} can't be given to a new component. */
    static void requireFree(GraphDraft draft, String id) {
        if (!GraphReader.ID.matcher(id).matches()) {
            throw new GraphEditException("\"" + id + "\" can't be the id of a component: a letter is expected, then "
                    + "letters, digits, _ and - (A-Z, a-z, 0-9 only)");
        }
        if (draft.components().contains(id)) {
            throw new GraphEditException("there is a component \"" + id + "\" already");
        }
    }

    /** Throws where there is no component {@code id}. */
    static GraphComponent require(GraphDraft draft, String id) {
        return draft.components()
                .get(id)
                .orElseThrow(() -> new GraphEditException("there is no component \"" + id + "\""));
    }

    private GraphEdit remove(String id) {
        require(draft, id);
        PartsBuilder removed = new PartsBuilder();
        for (int index = draft.links().size() - 1; index >= 0; index--) {
            GraphLink link = draft.links().get(index);
            if (link.from().component().equals(id) || link.to().component().equals(id)) {
                removed.links.addFirst(new Entry<>(index, "", draft.removeLink(index)));
            }
        }
        removeBoxes(draft.inboxes(), id, removed.inboxes);
        removeBoxes(draft.outboxes(), id, removed.outboxes);
        if (draft.positions().contains(id)) {
            removed.positions.add(draft.positions().remove(id));
        }
        removed.components.add(draft.components().remove(id));
        List<GraphEdit> back = new ArrayList<>();
        layout.componentGone(id, back);
        back.addFirst(new PutBack(removed.build()));
        return inverse(back);
    }

    private static GraphEdit inverse(List<GraphEdit> edits) {
        return edits.size() == 1 ? edits.getFirst() : new Several(edits);
    }

    private static void removeBoxes(OrderedDraft<BoxReference> boxes, String id, List<Entry<BoxReference>> removed) {
        List<String> names = new ArrayList<>();
        for (String name : boxes.names()) {
            if (boxes.get(name).map(box -> box.component().equals(id)).orElse(false)) {
                names.add(name);
            }
        }
        names.reversed().forEach(name -> removed.addFirst(boxes.remove(name)));
    }

    private GraphEdit change(ChangeComponent change) {
        GraphComponent before = require(draft, change.id());
        draft.components().replace(change.id(), change.component());
        return new ChangeComponent(change.id(), before);
    }

    private GraphEdit move(MoveComponents moves) {
        List<GraphEdit> inverses = new ArrayList<>();
        List<MoveComponents.Move> back = new ArrayList<>();
        for (MoveComponents.Move move : moves.moves()) {
            require(draft, move.id());
            Optional<Position> before = draft.positions().get(move.id());
            if (before.isPresent() && move.position().isEmpty()) {
                PartsBuilder removed = new PartsBuilder();
                removed.positions.add(draft.positions().remove(move.id()));
                inverses.addFirst(new PutBack(removed.build()));
            } else {
                move.position().ifPresent(position -> place(move.id(), position, before.isPresent()));
                MoveComponents.Move inverse = new MoveComponents.Move(move.id(), before);
                back.addFirst(inverse);
                inverses.addFirst(new MoveComponents(List.of(inverse)));
            }
        }
        return back.size() == inverses.size() ? new MoveComponents(back) : new Several(inverses);
    }

    private void place(String id, Position position, boolean isThere) {
        if (isThere) {
            draft.positions().replace(id, position);
        } else {
            draft.positions().insert(id, position, AddComponent.LAST);
        }
    }

    private GraphEdit add(AddLink add) {
        require(draft, add.link().from().component());
        require(draft, add.link().to().component());
        if (draft.isJoined(add.link())) {
            throw new GraphEditException("there is a link " + add.link() + " already");
        }
        int index = Math.min(add.index(), draft.links().size());
        draft.insertLink(index, add.link());
        if (draft.linkLayouts().indexOf(add.link().from(), add.link().to()) < 0) {
            return new RemoveLink(add.link().from(), add.link().to());
        }
        PartsBuilder added = new PartsBuilder();
        added.links.add(new Entry<>(index, "", add.link()));
        return new TakeOut(added.build());
    }

    private GraphEdit change(ChangeLink change) {
        for (int index = 0; index < draft.links().size(); index++) {
            GraphLink before = draft.links().get(index);
            if (before.joinsSame(change.link())) {
                draft.replaceLink(index, change.link());
                return new ChangeLink(before);
            }
        }
        throw new GraphEditException("there is no link " + change.link());
    }

    private GraphEdit remove(RemoveLink remove) {
        for (int index = 0; index < draft.links().size(); index++) {
            GraphLink link = draft.links().get(index);
            if (link.from().equals(remove.from()) && link.to().equals(remove.to())) {
                PartsBuilder removed = new PartsBuilder();
                removed.links.add(new Entry<>(index, "", draft.removeLink(index)));
                List<GraphEdit> back = new ArrayList<>();
                layout.linkGone(link, back);
                back.addFirst(new PutBack(removed.build()));
                return inverse(back);
            }
        }
        throw new GraphEditException("there is no link " + remove.from() + " -> " + remove.to());
    }

    private GraphEdit change(Graph header) {
        Graph before = draft.header();
        Graph old = new Graph(
                before.title(),
                before.description(),
                before.parameters(),
                Map.of(),
                List.of(),
                draft.inboxes().result(),
                draft.outboxes().result(),
                before.graphs(),
                new GraphLayout(Map.of(), before.layout().others()),
                before.unknown());
        draft.changeHeader(header);
        return new ChangeGraph(old);
    }

    private GraphEdit takeOut(Parts parts) {
        if (Entries.rise(parts.links())) {
            draft.removeLinks(parts.links());
        } else {
            parts.links().reversed().forEach(entry -> draft.removeLinks(List.of(entry)));
        }
        takeOut(parts.components(), draft.components());
        takeOut(parts.positions(), draft.positions());
        takeOut(parts.inboxes(), draft.inboxes());
        takeOut(parts.outboxes(), draft.outboxes());
        return new PutBack(parts);
    }

    private GraphEdit putBack(Parts parts) {
        putBack(parts.components(), draft.components());
        putBack(parts.positions(), draft.positions());
        putBack(parts.inboxes(), draft.inboxes());
        putBack(parts.outboxes(), draft.outboxes());
        if (Entries.rise(parts.links())) {
            draft.insertLinks(parts.links());
        } else {
            parts.links().forEach(entry -> draft.insertLink(entry.index(), entry.value()));
        }
        return new TakeOut(parts);
    }

    private static <V> void takeOut(List<Entry<V>> entries, OrderedDraft<V> draft) {
        Set<String> names = new LinkedHashSet<>();
        for (Entry<V> entry : entries) {
            if (!draft.contains(entry.name()) || !names.add(entry.name())) {
                throw new GraphEditException("there is no \"" + entry.name() + "\"");
            }
        }
        draft.removeAll(names);
    }

    private static <V> void putBack(List<Entry<V>> entries, OrderedDraft<V> draft) {
        if (entries.isEmpty()) {
            return;
        }
        if (Entries.rise(entries)) {
            draft.insertAll(entries);
            return;
        }
        for (Entry<V> entry : entries) {
            if (draft.contains(entry.name())) {
                throw new GraphEditException("there is \"" + entry.name() + "\" already");
            }
            draft.insert(entry.name(), entry.value(), entry.index());
        }
    }

    /** Collects parts. */
    static final class PartsBuilder {
        final List<Entry<GraphComponent>> components = new ArrayList<>();
        final List<Entry<GraphLink>> links = new ArrayList<>();
        final List<Entry<Position>> positions = new ArrayList<>();
        final List<Entry<BoxReference>> inboxes = new ArrayList<>();
        final List<Entry<BoxReference>> outboxes = new ArrayList<>();

        Parts build() {
            return new Parts(components, links, positions, inboxes, outboxes);
        }
    }
}
