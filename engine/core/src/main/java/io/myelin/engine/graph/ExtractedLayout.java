package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a layout goes along with components that become a graph of their own: places, how the links between them are
 * drawn, notes, and the groups that are wholly theirs. A group that keeps others has the new component in their place.
 */
final class ExtractedLayout {
    private final GraphLayout layout;
    private final Set<String> ids;
    private final Set<String> notes;

    /** {@code chosen} are names of notes; those in a group of which all components go, go too. */
    ExtractedLayout(GraphLayout layout, Set<String> ids, Set<String> chosen) {
        this.layout = layout;
        this.ids = ids;
        this.notes = new LinkedHashSet<>(chosen);
        layout.groups().values().stream()
                .filter(group -> !group.members().isEmpty() && ids.containsAll(group.members()))
                .forEach(group -> notes.addAll(group.notes()));
    }

    private boolean isWhole(GroupFrame group) {
        return !group.isEmpty() && ids.containsAll(group.members()) && notes.containsAll(group.notes());
    }

    /** The places of the components. */
    Map<String, Position> places() {
        Map<String, Position> places = new LinkedHashMap<>(layout.components());
        places.keySet().retainAll(ids);
        return places;
    }

    /** The layout of the new graph. */
    GraphLayout inside() {
        List<LinkLayout> links = layout.links().stream()
                .filter(drawn -> ids.contains(drawn.from().component())
                        && ids.contains(drawn.to().component()))
                .toList();
        Map<String, GroupFrame> groups = new LinkedHashMap<>(layout.groups());
        groups.values().removeIf(group -> !isWhole(group));
        Map<String, Note> inside = new LinkedHashMap<>(layout.notes());
        inside.keySet().retainAll(notes);
        return new GraphLayout(places(), links, groups, inside, DataRecord.empty());
    }

    /** What takes the notes out of the old graph, and has the component {@code id} in the groups that keep others. */
    List<GraphEdit> outside(String id) {
        List<GraphEdit> edits = new ArrayList<>();
        layout.notes().keySet().stream()
                .filter(notes::contains)
                .forEach(name -> edits.add(new GraphEdit.ChangeNote(name, Optional.empty())));
        layout.groups().forEach((name, group) -> {
            if (!isWhole(group) && group.members().stream().anyMatch(ids::contains)) {
                List<String> members = new ArrayList<>();
                for (String member : group.members()) {
                    String now = ids.contains(member) ? id : member;
                    if (!members.contains(now)) {
                        members.add(now);
                    }
                }
                List<String> left = group.notes().stream()
                        .filter(note -> !notes.contains(note))
                        .toList();
                edits.add(new GraphEdit.ChangeGroup(name, Optional.of(group.around(members, left))));
            }
        });
        return edits;
    }
}
