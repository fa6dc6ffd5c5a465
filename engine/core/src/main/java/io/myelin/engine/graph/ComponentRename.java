package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.Entry;
import io.myelin.engine.graph.GraphEdit.PutBack;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphEdit.TakeOut;
import io.myelin.engine.graph.GraphEdits.PartsBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a component another id. Where something named the new id before the component had it, a rename back would take
 * that along; then the inverse puts every touched part back as it was.
 */
final class ComponentRename {
    private final GraphDraft draft;
    private final String id;
    private final String newId;
    private final PartsBuilder before = new PartsBuilder();
    private final PartsBuilder after = new PartsBuilder();
    private boolean wasNamed;

    ComponentRename(GraphDraft draft, String id, String newId) {
        this.draft = draft;
        this.id = id;
        this.newId = newId;
    }

    GraphEdit apply() {
        GraphEdits.require(draft, id);
        if (id.equals(newId)) {
            return new RenameComponent(id, id);
        }
        GraphEdits.requireFree(draft, newId);
        renameLinks();
        renameBoxes(draft.inboxes(), before.inboxes, after.inboxes);
        renameBoxes(draft.outboxes(), before.outboxes, after.outboxes);
        renamePosition();
        Entry<GraphComponent> component = draft.components().remove(id);
        draft.components().insert(newId, component.value(), component.index());
        before.components.add(component);
        after.components.add(new Entry<>(component.index(), newId, component.value()));
        LayoutEdits layout = new LayoutEdits(draft);
        wasNamed |= layout.speaksOf(newId);
        List<GraphEdit> back = new ArrayList<>();
        layout.componentRenamed(id, newId, back);
        if (!wasNamed) {
            return new RenameComponent(newId, id);
        }
        back.addFirst(new PutBack(before.build()));
        back.addFirst(new TakeOut(after.build()));
        return new Several(back);
    }

    private void renameLinks() {
        for (int index = 0; index < draft.links().size(); index++) {
            GraphLink link = draft.links().get(index);
            GraphLink renamed = link.between(renamed(link.from()), renamed(link.to()));
            if (!renamed.equals(link)) {
                draft.replaceLink(index, renamed);
                before.links.add(new Entry<>(index, "", link));
                after.links.add(new Entry<>(index, "", renamed));
            }
        }
    }

    private BoxReference renamed(BoxReference box) {
        wasNamed |= box.component().equals(newId);
        return box.component().equals(id) ? new BoxReference(newId, box.box()) : box;
    }

    private void renameBoxes(
            OrderedDraft<BoxReference> boxes, List<Entry<BoxReference>> old, List<Entry<BoxReference>> changed) {
        int index = 0;
        for (String name : boxes.names()) {
            int place = index++;
            boxes.get(name).ifPresent(box -> {
                BoxReference renamed = renamed(box);
                if (!renamed.equals(box)) {
                    boxes.replace(name, renamed);
                    old.add(new Entry<>(place, name, box));
                    changed.add(new Entry<>(place, name, renamed));
                }
            });
        }
    }

    private void renamePosition() {
        if (!draft.positions().contains(id)) {
            wasNamed |= draft.positions().contains(newId);
            return;
        }
        if (draft.positions().contains(newId)) {
            wasNamed = true;
            before.positions.add(draft.positions().remove(newId));
        }
        Entry<Position> position = draft.positions().remove(id);
        draft.positions().insert(newId, position.value(), position.index());
        before.positions.addFirst(position);
        after.positions.add(new Entry<>(position.index(), newId, position.value()));
    }
}
