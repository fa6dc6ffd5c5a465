package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GroupFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The group that what is dragged would join or leave if it were let go now. It joins the group in whose frame, as it was
 * when the drag began, the pointer is, and leaves its own where the pointer is far out of that. Groups of which all is
 * dragged stay whole.
 */
final class GroupTarget {
    /** How far out of the frame something is that leaves, in units of the world: who spreads a group does not leave it. */
    private static final double FAR = 64;

    private final Surface surface;
    private final List<GroupShape> frames;
    private final Set<String> ids;
    private final Set<String> notes;
    private Optional<GroupShape> joined = Optional.empty();
    private Set<String> left = Set.of();

    /** For the components {@code ids} and the notes {@code notes}, before they are dragged anywhere. */
    GroupTarget(Surface surface, Set<String> ids, Set<String> notes) {
        this.surface = surface;
        List<GroupShape> all = surface.geometry().layout().groups();
        this.frames = all.stream().filter(shape -> !isWhole(shape, ids, notes)).toList();
        this.ids = new LinkedHashSet<>(ids);
        this.notes = new LinkedHashSet<>(notes);
        all.stream().filter(shape -> isWhole(shape, ids, notes)).forEach(shape -> {
            this.ids.removeAll(shape.group().members());
            this.notes.removeAll(shape.group().notes());
        });
    }

    private static boolean isWhole(GroupShape shape, Set<String> ids, Set<String> notes) {
        return ids.containsAll(shape.group().members())
                && notes.containsAll(shape.group().notes());
    }

    /** Looks again, with the pointer at {@code place} of the world; {@code asIs}: nothing joins or leaves. */
    void seek(Point place, boolean asIs) {
        Optional<GroupShape> under = asIs || ids.isEmpty() && notes.isEmpty()
                ? Optional.empty()
                : frames.stream()
                        .filter(frame -> frame.bounds().contains(place))
                        .reduce((_, smaller) -> smaller);
        joined = under.filter(frame -> !holdsAll(frame));
        Set<String> leaving = new HashSet<>();
        for (GroupShape frame : frames) {
            boolean leaves = under.isPresent()
                    ? !frame.equals(under.get())
                    : !asIs && !frame.bounds().grown(FAR).contains(place);
            if (leaves && holdsSome(frame)) {
                leaving.add(frame.name());
            }
        }
        left = leaving;
        surface.geometry().layout().leave(inLeft(ids, true), inLeft(notes, false));
    }

    private boolean holdsAll(GroupShape frame) {
        return frame.group().members().containsAll(ids) && frame.group().notes().containsAll(notes);
    }

    private boolean holdsSome(GroupShape frame) {
        return frame.group().members().stream().anyMatch(ids::contains)
                || frame.group().notes().stream().anyMatch(notes::contains);
    }

    private Set<String> inLeft(Set<String> names, boolean components) {
        Set<String> inLeft = new HashSet<>();
        frames.stream()
                .filter(frame -> left.contains(frame.name()))
                .map(GroupShape::group)
                .forEach(group -> inLeft.addAll(components ? group.members() : group.notes()));
        inLeft.retainAll(names);
        return inLeft;
    }

    /** The group that would be joined. */
    Optional<String> joined() {
        return joined.map(GroupShape::name);
    }

    /** What takes the dragged things out of the groups that they leave and into the one that they join. */
    List<GraphEdit> edits() {
        List<GraphEdit> edits = new ArrayList<>();
        for (GroupShape frame : frames) {
            GroupFrame group = frame.group();
            GroupFrame changed = group;
            if (left.contains(frame.name())) {
                changed = group.around(without(group.members(), ids), without(group.notes(), notes));
            } else if (joined.filter(frame::equals).isPresent()) {
                changed = group.around(with(group.members(), ids), with(group.notes(), notes));
            }
            if (!changed.equals(group)) {
                edits.add(new GraphEdit.ChangeGroup(
                        frame.name(), Optional.of(changed).filter(one -> !one.isEmpty())));
            }
        }
        return edits;
    }

    private static List<String> without(List<String> names, Set<String> gone) {
        return names.stream().filter(name -> !gone.contains(name)).toList();
    }

    private static List<String> with(List<String> names, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(more);
        return List.copyOf(all);
    }
}
