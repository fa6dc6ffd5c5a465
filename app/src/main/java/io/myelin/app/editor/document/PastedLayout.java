package io.myelin.app.editor.document;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GroupFrame;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Notes, groups and how links are drawn, on their way to copies of what they speak of. For one use. */
public final class PastedLayout {
    private final GraphLayout pasted;
    private final Map<String, String> ids;
    private final double dx;
    private final double dy;
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** What {@code pasted} says, for components that have the ids {@code ids} now, all moved by so much. */
    public PastedLayout(GraphLayout pasted, Map<String, String> ids, double dx, double dy) {
        this.pasted = pasted;
        this.ids = ids;
        this.dx = dx;
        this.dy = dy;
    }

    /** What of {@code layout} speaks only of the components {@code ids} and the notes {@code names}. */
    public static GraphLayout of(
            GraphLayout layout, Map<String, Position> positions, Set<String> ids, Set<String> names) {
        Map<String, Note> notes = new LinkedHashMap<>(layout.notes());
        notes.keySet().retainAll(names);
        Map<String, GroupFrame> groups = new LinkedHashMap<>();
        layout.groups().forEach((name, group) -> {
            boolean whole = ids.containsAll(group.members()) && names.containsAll(group.notes());
            if (whole && !group.isEmpty()) {
                groups.put(name, group);
            }
        });
        List<LinkLayout> links = layout.links().stream()
                .filter(link -> ids.contains(link.from().component())
                        && ids.contains(link.to().component()))
                .toList();
        return new GraphLayout(positions, links, groups, notes, DataRecord.empty());
    }

    /** What puts it into {@code target}; to be done after components and links are there. */
    public List<GraphEdit> edits(GraphLayout target) {
        List<GraphEdit> edits = new ArrayList<>();
        Set<String> taken = new HashSet<>(target.notes().keySet());
        pasted.notes().forEach((name, note) -> {
            String free = FreeIds.like(name, taken);
            taken.add(free);
            notes.put(name, free);
            edits.add(new GraphEdit.ChangeNote(free, Optional.of(note.movedTo(note.x() + dx, note.y() + dy))));
        });
        Set<String> groups = new HashSet<>(target.groups().keySet());
        pasted.groups().forEach((name, group) -> {
            String free = FreeIds.like(name, groups);
            groups.add(free);
            edits.add(new GraphEdit.ChangeGroup(
                    free, Optional.of(group.around(renamed(group.members(), ids), renamed(group.notes(), notes)))));
        });
        pasted.links().forEach(link -> edits.add(GraphEdit.ChangeLinkLayout.to(moved(link))));
        return edits;
    }

    /** The names that the notes have now. */
    public List<String> notes() {
        return List.copyOf(notes.values());
    }

    private static List<String> renamed(List<String> names, Map<String, String> changed) {
        return names.stream().map(changed::get).filter(Objects::nonNull).toList();
    }

    private LinkLayout moved(LinkLayout link) {
        return link.between(renamed(link.from()), renamed(link.to()))
                .withWaypoints(link.waypoints().stream()
                        .map(place -> new Position(place.x() + dx, place.y() + dy, place.unknown()))
                        .toList());
    }

    private BoxReference renamed(BoxReference box) {
        return new BoxReference(ids.getOrDefault(box.component(), box.component()), box.box());
    }
}
