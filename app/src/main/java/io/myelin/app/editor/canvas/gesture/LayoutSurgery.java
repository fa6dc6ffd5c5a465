package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.FreeIds;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GroupFrame;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The edits of what a layout says besides places: notes, groups, how links are drawn. Each is one step of the history. */
final class LayoutSurgery {
    private static final Texts TEXTS = Texts.of(LayoutSurgery.class);

    private final Document document;

    LayoutSurgery(Document document) {
        this.document = document;
    }

    private GraphLayout layout() {
        return document.graph().layout();
    }

    private Selection selection() {
        return document.selection();
    }

    /** Adds a note with {@code place} as its top left, selects it and gives its name. */
    String addNote(Point place) {
        String name = FreeIds.like("note", layout().notes().keySet());
        document.perform(
                TEXTS.get("step.add-note"),
                new GraphEdit.ChangeNote(name, Optional.of(Note.at(place.x(), place.y(), ""))));
        selection().selectNote(name);
        return name;
    }

    /** Gives a note another text. */
    void writeNote(String name, String text) {
        changeNote(TEXTS.get("step.write-note"), name, note -> note.withText(text));
    }

    /** Changes a note, where it is there and becomes another. */
    void changeNote(String step, String name, UnaryOperator<Note> change) {
        Note note = layout().notes().get(name);
        if (note != null && !change.apply(note).equals(note)) {
            document.perform(step, new GraphEdit.ChangeNote(name, Optional.of(change.apply(note))));
        }
    }

    /** Puts what is selected into a new group, out of those it was in; gives its name. Empty where nothing is. */
    Optional<String> group() {
        List<String> members = List.copyOf(selection().components());
        List<String> notes = List.copyOf(selection().notes());
        if (members.isEmpty() && notes.isEmpty()) {
            return Optional.empty();
        }
        List<GraphEdit> edits = leaving(Set.copyOf(members), Set.copyOf(notes));
        String name = FreeIds.like("group", layout().groups().keySet());
        edits.add(new GraphEdit.ChangeGroup(
                name, Optional.of(GroupFrame.of(TEXTS.get("group.new"), "", members, notes))));
        document.perform(TEXTS.get("step.group"), new GraphEdit.Several(edits));
        return Optional.of(name);
    }

    private List<GraphEdit> leaving(Set<String> members, Set<String> notes) {
        List<GraphEdit> edits = new ArrayList<>();
        layout().groups().forEach((name, group) -> {
            GroupFrame left = group.around(without(group.members(), members), without(group.notes(), notes));
            if (!left.equals(group)) {
                edits.add(new GraphEdit.ChangeGroup(name, Optional.of(left).filter(one -> !one.isEmpty())));
            }
        });
        return edits;
    }

    private static List<String> without(List<String> names, Set<String> gone) {
        return names.stream().filter(name -> !gone.contains(name)).toList();
    }

    /** What puts a new component into a group, if there is one. */
    Optional<GraphEdit> joining(String id, Optional<String> name) {
        return name.flatMap(group -> Optional.ofNullable(layout().groups().get(group))
                .map(frame -> new GraphEdit.ChangeGroup(
                        group,
                        Optional.of(frame.around(
                                Stream.concat(frame.members().stream(), Stream.of(id))
                                        .toList(),
                                frame.notes())))));
    }

    /** The names of the groups in which something selected is. */
    List<String> selectedGroups() {
        Set<String> members = selection().components();
        Set<String> notes = selection().notes();
        List<String> names = new ArrayList<>();
        layout().groups().forEach((name, group) -> {
            if (group.members().stream().anyMatch(members::contains)
                    || group.notes().stream().anyMatch(notes::contains)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Takes the frames away round what is selected. */
    void ungroup() {
        List<GraphEdit> edits = selectedGroups().stream()
                .<GraphEdit>map(name -> new GraphEdit.ChangeGroup(name, Optional.empty()))
                .toList();
        if (!edits.isEmpty()) {
            document.perform(TEXTS.get("step.ungroup"), new GraphEdit.Several(edits));
        }
    }

    /** Gives a group another title. */
    void titleGroup(String name, String title) {
        GroupFrame group = layout().groups().get(name);
        if (group != null && !group.title().equals(title)) {
            document.perform(
                    TEXTS.get("step.title-group"),
                    new GraphEdit.ChangeGroup(name, Optional.of(group.withTitle(title))));
        }
    }

    /** Gives the selected notes, or the groups round what is selected, the colour after the one that they have. */
    void recolour(Function<String, String> noteColour, Function<String, String> groupColour) {
        List<GraphEdit> edits = new ArrayList<>();
        for (String name : selection().notes()) {
            Optional.ofNullable(layout().notes().get(name))
                    .map(note -> note.withColor(noteColour.apply(note.color())))
                    .ifPresent(note -> edits.add(new GraphEdit.ChangeNote(name, Optional.of(note))));
        }
        if (edits.isEmpty()) {
            for (String name : selectedGroups()) {
                Optional.ofNullable(layout().groups().get(name))
                        .map(group -> group.withColor(groupColour.apply(group.color())))
                        .ifPresent(group -> edits.add(new GraphEdit.ChangeGroup(name, Optional.of(group))));
            }
        }
        if (!edits.isEmpty()) {
            document.perform(TEXTS.get("step.colour"), new GraphEdit.Several(edits));
        }
    }

    /** Selects what is in a group. */
    void select(GroupShape group, boolean adds) {
        List<String> members = group.group().members().stream()
                .filter(document.graph().components()::containsKey)
                .toList();
        List<String> notes = group.group().notes().stream()
                .filter(layout().notes()::containsKey)
                .toList();
        if (adds) {
            selection().add(members, List.of(), notes);
        } else {
            selection().select(members, List.of(), notes);
        }
    }

    /** How a link is drawn. */
    LinkLayout of(LinkReference link) {
        return layout().link(link.from(), link.to()).orElseGet(() -> LinkLayout.plain(link.from(), link.to()));
    }

    /** Draws a link in another way; how the ways to the border are drawn is not kept. */
    void redraw(String step, LinkReference link, UnaryOperator<LinkLayout> change) {
        if (link.publicBox().isPresent()) {
            return;
        }
        LinkLayout before = of(link);
        LinkLayout changed = change.apply(before);
        if (!changed.equals(before)) {
            document.perform(step, GraphEdit.ChangeLinkLayout.to(changed));
        }
    }

    /** Leads a link through {@code place} too, as its waypoint number {@code index}. */
    void addWaypoint(LinkReference link, int index, Point place) {
        redraw(TEXTS.get("step.add-waypoint"), link, layout -> {
            List<Position> waypoints = new ArrayList<>(layout.waypoints());
            waypoints.add(Math.min(index, waypoints.size()), new Position(place.x(), place.y()));
            return layout.withWaypoints(waypoints);
        });
    }

    /** Moves a waypoint. */
    void moveWaypoint(LinkReference link, int index, Point place) {
        redraw(TEXTS.get("step.move-waypoint"), link, layout -> {
            List<Position> waypoints = new ArrayList<>(layout.waypoints());
            if (index < waypoints.size()) {
                waypoints.set(
                        index,
                        new Position(place.x(), place.y(), waypoints.get(index).unknown()));
            }
            return layout.withWaypoints(waypoints);
        });
    }

    /** Leads a link through one place less. */
    void removeWaypoint(LinkReference link, int index) {
        redraw(TEXTS.get("step.delete-waypoint"), link, layout -> {
            List<Position> waypoints = new ArrayList<>(layout.waypoints());
            if (index < waypoints.size()) {
                waypoints.remove(index);
            }
            return layout.withWaypoints(waypoints);
        });
    }

    /** Hides the selected links, or shows them all again where all are hidden. */
    void toggleHidden() {
        List<LinkLayout> layouts = selection().links().stream()
                .filter(link -> link.publicBox().isEmpty())
                .map(this::of)
                .toList();
        boolean hides = !layouts.stream().allMatch(LinkLayout::hidden);
        List<GraphEdit> edits = layouts.stream()
                .<GraphEdit>map(layout -> GraphEdit.ChangeLinkLayout.to(layout.withHidden(hides)))
                .toList();
        if (!edits.isEmpty()) {
            document.perform(TEXTS.get(hides ? "step.hide-links" : "step.show-links"), new GraphEdit.Several(edits));
        }
    }

    /** What moves notes, and the waypoints of links that begin and end at components that move too. */
    List<GraphEdit> moving(Collection<String> ids, Collection<String> notes, double dx, double dy) {
        List<GraphEdit> edits = new ArrayList<>();
        for (String name : notes) {
            Optional.ofNullable(layout().notes().get(name))
                    .map(note -> note.movedTo(note.x() + dx, note.y() + dy))
                    .ifPresent(note -> edits.add(new GraphEdit.ChangeNote(name, Optional.of(note))));
        }
        Set<String> moved = new HashSet<>(ids);
        for (LinkLayout link : layout().links()) {
            if (!link.waypoints().isEmpty()
                    && moved.contains(link.from().component())
                    && moved.contains(link.to().component())) {
                edits.add(GraphEdit.ChangeLinkLayout.to(link.withWaypoints(link.waypoints().stream()
                        .map(place -> new Position(place.x() + dx, place.y() + dy, place.unknown()))
                        .toList())));
            }
        }
        return edits;
    }
}
