package io.myelin.engine.graph;

import io.myelin.engine.graph.GraphEdit.ChangeGroup;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.Several;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Edits of what a layout says besides places. Where components, links and notes go, what was said of them goes too: the
 * edits that bring it back are collected, to be done in reverse.
 */
final class LayoutEdits {
    private final GraphDraft draft;

    LayoutEdits(GraphDraft draft) {
        this.draft = draft;
    }

    GraphEdit change(ChangeLinkLayout change) {
        LinkLayoutsDraft layouts = draft.linkLayouts();
        if (change.layout().isPresent()) {
            LinkLayout layout = change.layout().get().between(change.from(), change.to());
            Optional<LinkLayout> before = layouts.put(layout, change.index());
            return new ChangeLinkLayout(change.from(), change.to(), before, ChangeLinkLayout.LAST);
        }
        int index = layouts.indexOf(change.from(), change.to());
        return index < 0 ? nothing() : removeLinkLayout(index);
    }

    private GraphEdit removeLinkLayout(int index) {
        LinkLayout removed = draft.linkLayouts().remove(index);
        return new ChangeLinkLayout(removed.from(), removed.to(), Optional.of(removed), index);
    }

    GraphEdit change(ChangeGroup change) {
        return change(draft.groups(), change.name(), change.group(), change.index())
                .<GraphEdit>map(before -> new ChangeGroup(change.name(), before.value(), before.index()))
                .orElseGet(LayoutEdits::nothing);
    }

    GraphEdit change(ChangeNote change) {
        boolean goes = change.note().isEmpty() && draft.notes().contains(change.name());
        boolean comes = change.note().isPresent() && !draft.notes().contains(change.name());
        List<GraphEdit> back = new ArrayList<>();
        change(draft.notes(), change.name(), change.note(), change.index())
                .ifPresent(before -> back.addFirst(new ChangeNote(change.name(), before.value(), before.index())));
        if (goes) {
            changeGroups(group -> group.around(group.members(), without(group.notes(), change.name())), back);
        } else if (comes) {
            keepGroupsOf(change.name(), back);
        }
        return back.size() == 1 ? back.getFirst() : new Several(back);
    }

    /** Groups that spoke of a note before there was one keep doing so when it is taken back. */
    private void keepGroupsOf(String note, List<GraphEdit> back) {
        int index = 0;
        for (String name : draft.groups().names()) {
            int place = index++;
            draft.groups()
                    .get(name)
                    .filter(group -> group.notes().contains(note))
                    .ifPresent(group -> back.add(new ChangeGroup(name, Optional.of(group), place)));
        }
    }

    /** What stood there before; empty where nothing was and nothing is. */
    private static <V> Optional<Before<V>> change(
            OrderedDraft<V> entries, String name, Optional<V> changed, int index) {
        Optional<V> before = entries.get(name);
        if (changed.isEmpty()) {
            return before.map(value -> new Before<>(before, entries.remove(name).index()));
        }
        if (before.isPresent()) {
            entries.replace(name, changed.get());
        } else {
            entries.insert(name, changed.get(), index);
        }
        return Optional.of(new Before<>(before, ChangeGroup.LAST));
    }

    private static GraphEdit nothing() {
        return new Several(List.of());
    }

    /** The link between two boxes has gone. */
    void linkGone(GraphLink link, List<GraphEdit> back) {
        int index = draft.linkLayouts().indexOf(link.from(), link.to());
        if (index >= 0) {
            back.addFirst(removeLinkLayout(index));
        }
    }

    /** A component has gone: so does all that is said of links at it, and its membership; no empty group is left. */
    void componentGone(String id, List<GraphEdit> back) {
        List<LinkLayout> layouts = draft.linkLayouts().all();
        for (int index = layouts.size() - 1; index >= 0; index--) {
            LinkLayout layout = draft.linkLayouts().all().get(index);
            if (layout.from().component().equals(id) || layout.to().component().equals(id)) {
                back.addFirst(removeLinkLayout(index));
            }
        }
        changeGroups(group -> group.around(without(group.members(), id), group.notes()), back);
    }

    /** A component is called {@code newId} now; what was said of that id before gives way. */
    void componentRenamed(String id, String newId, List<GraphEdit> back) {
        for (LinkLayout layout : List.copyOf(draft.linkLayouts().all())) {
            LinkLayout renamed = layout.between(renamed(layout.from(), id, newId), renamed(layout.to(), id, newId));
            if (!renamed.equals(layout)) {
                int stale = draft.linkLayouts().indexOf(renamed.from(), renamed.to());
                if (stale >= 0) {
                    back.addFirst(removeLinkLayout(stale));
                }
                int index = draft.linkLayouts().indexOf(layout.from(), layout.to());
                back.addFirst(removeLinkLayout(index));
                draft.linkLayouts().put(renamed, index);
                back.addFirst(new ChangeLinkLayout(renamed.from(), renamed.to(), Optional.empty()));
            }
        }
        changeGroups(
                group -> group.members().contains(id)
                        ? group.around(replaced(group.members(), id, newId), group.notes())
                        : group,
                back);
    }

    /** Whether something is said of links at a component {@code id}, or a group has it. */
    boolean speaksOf(String id) {
        for (LinkLayout layout : draft.linkLayouts().all()) {
            if (layout.from().component().equals(id) || layout.to().component().equals(id)) {
                return true;
            }
        }
        for (String name : draft.groups().names()) {
            if (draft.groups().get(name).orElseThrow().members().contains(id)) {
                return true;
            }
        }
        return false;
    }

    private void changeGroups(UnaryOperator<GroupFrame> change, List<GraphEdit> back) {
        for (String name : draft.groups().names()) {
            GroupFrame group = draft.groups().get(name).orElseThrow();
            GroupFrame changed = change.apply(group);
            if (!changed.equals(group)) {
                Optional<GroupFrame> left = Optional.of(changed).filter(one -> !one.isEmpty());
                back.addFirst(change(new ChangeGroup(name, left)));
            }
        }
    }

    private static BoxReference renamed(BoxReference box, String id, String newId) {
        return box.component().equals(id) ? new BoxReference(newId, box.box()) : box;
    }

    private static List<String> without(List<String> names, String gone) {
        return names.contains(gone)
                ? names.stream().filter(name -> !name.equals(gone)).toList()
                : names;
    }

    private static List<String> replaced(List<String> names, String old, String changed) {
        return names.stream().map(name -> name.equals(old) ? changed : name).toList();
    }

    private record Before<V>(Optional<V> value, int index) {}
}
