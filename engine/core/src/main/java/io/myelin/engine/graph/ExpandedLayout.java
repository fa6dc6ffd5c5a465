package io.myelin.engine.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The notes and groups of a graph on their way to the place of the component that stood for it. A group that had the
 * component has its parts.
 *
 * @param outer the layout around the component
 * @param inner that of the graph
 * @param id the component
 * @param ids the ids that its parts have outside, by those inside
 */
record ExpandedLayout(GraphLayout outer, GraphLayout inner, String id, Map<String, String> ids) {
    /** What puts them there, moved by so much; to be done when the parts stand there. */
    List<GraphEdit> edits(double dx, double dy) {
        List<GraphEdit> edits = new ArrayList<>();
        Map<String, String> notes = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(outer.notes().keySet());
        inner.notes().forEach((name, note) -> {
            String free = Subgraph.free(name, taken);
            taken.add(free);
            notes.put(name, free);
            edits.add(new GraphEdit.ChangeNote(free, Optional.of(note.movedTo(note.x() + dx, note.y() + dy))));
        });
        keepGroups(edits);
        Set<String> groups = new HashSet<>(outer.groups().keySet());
        inner.groups().forEach((name, group) -> {
            String free = Subgraph.free(name, groups);
            groups.add(free);
            edits.add(new GraphEdit.ChangeGroup(
                    free, Optional.of(group.around(renamed(group.members(), ids), renamed(group.notes(), notes)))));
        });
        return edits;
    }

    private void keepGroups(List<GraphEdit> edits) {
        int index = 0;
        for (Map.Entry<String, GroupFrame> entry : outer.groups().entrySet()) {
            GroupFrame group = entry.getValue();
            if (group.members().contains(id)) {
                List<String> members = new ArrayList<>();
                group.members().forEach(member -> {
                    if (member.equals(id)) {
                        members.addAll(ids.values());
                    } else {
                        members.add(member);
                    }
                });
                // One that held nothing else went with the component: it comes back to its place.
                edits.add(new GraphEdit.ChangeGroup(
                        entry.getKey(), Optional.of(group.around(members, group.notes())), index));
            }
            index++;
        }
    }

    private static List<String> renamed(List<String> names, Map<String, String> changed) {
        return names.stream().map(changed::get).filter(Objects::nonNull).toList();
    }
}
