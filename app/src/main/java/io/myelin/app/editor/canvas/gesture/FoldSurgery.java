package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.FoldedPlace;
import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.MoveComponents.Move;
import io.myelin.engine.graph.GroupFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Folds groups to cards and components to their heads, and unfolds them, each time as one step of the history. */
final class FoldSurgery {
    private static final Texts TEXTS = Texts.of(FoldSurgery.class);

    private final Document document;
    private final CanvasGeometry geometry;

    FoldSurgery(Document document, CanvasGeometry geometry) {
        this.document = document;
        this.geometry = geometry;
    }

    /**
     * Unfolds the folded groups in which something selected is. Where there are none, folds the groups of which all is
     * selected, and every other component that is selected, or unfolds those where all of them are folded.
     */
    void toggle() {
        Set<String> ids = document.selection().components();
        Map<String, GroupFrame> folded =
                groups(group -> group.collapsed() && group.members().stream().anyMatch(ids::contains));
        if (!folded.isEmpty()) {
            perform(TEXTS.get("unfold"), folding(folded, false));
            return;
        }
        Map<String, GroupFrame> whole = groups(this::isWhole);
        Set<String> others = new LinkedHashSet<>(ids);
        whole.values().forEach(group -> others.removeAll(group.members()));
        boolean unfolds = whole.isEmpty() && others.stream().allMatch(this::isFolded);
        perform(
                TEXTS.get(unfolds ? "unfold" : "fold"),
                Stream.concat(folding(whole, true).stream(), folding(others, !unfolds).stream())
                        .toList());
    }

    private Map<String, GroupFrame> groups(Predicate<GroupFrame> wanted) {
        Map<String, GroupFrame> found = new LinkedHashMap<>();
        document.graph().layout().groups().forEach((name, group) -> {
            if (wanted.test(group)) {
                found.put(name, group);
            }
        });
        return found;
    }

    private boolean isWhole(GroupFrame group) {
        List<String> members = group.members().stream()
                .filter(document.graph().components()::containsKey)
                .toList();
        return !members.isEmpty()
                && document.selection().components().containsAll(members)
                && document.selection().notes().containsAll(group.notes());
    }

    private boolean isFolded(String id) {
        return geometry.placeOf(id).filter(FoldedPlace::isFolded).isPresent();
    }

    private static List<GraphEdit> folding(Map<String, GroupFrame> groups, boolean folds) {
        return groups.entrySet().stream()
                .<GraphEdit>map(entry -> new GraphEdit.ChangeGroup(
                        entry.getKey(), Optional.of(entry.getValue().withCollapsed(folds))))
                .toList();
    }

    private List<GraphEdit> folding(Set<String> ids, boolean folds) {
        List<Move> moves = new ArrayList<>();
        for (String id : ids) {
            geometry.placeOf(id)
                    .filter(place -> FoldedPlace.isFolded(place) != folds)
                    .map(place -> new Move(id, Optional.of(FoldedPlace.fold(place, folds))))
                    .ifPresent(moves::add);
        }
        return moves.isEmpty() ? List.of() : List.of(new GraphEdit.MoveComponents(moves));
    }

    private void perform(String step, List<GraphEdit> edits) {
        if (!edits.isEmpty()) {
            document.perform(step, edits.size() == 1 ? edits.getFirst() : new GraphEdit.Several(edits));
        }
    }
}
