package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.live.ComponentLife;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.StatusOrder;
import io.myelin.app.editor.document.DocumentProblems;
import io.myelin.engine.graph.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the card of a folded group says for its members, of which nothing else is seen. */
public final class FoldedMembers {
    private FoldedMembers() {}

    /** How the member stands in the run that matters most; empty where none runs. */
    public static Optional<ComponentLife> life(GroupShape card, LiveFrame frame) {
        return card.group().members().stream()
                .flatMap(id -> Optional.ofNullable(frame.components().get(id)).stream())
                .min(Comparator.<ComponentLife, Boolean>comparing(
                                life -> life.failure().isEmpty())
                        .thenComparing(ComponentLife::status, StatusOrder.BY_WEIGHT))
                .map(life -> new ComponentLife(life.status(), life.text(), life.failure()));
    }

    /** What is wrong in it: the errors, or where there are none all that may be wrong. */
    public static List<Problem> problems(GroupShape card, DocumentProblems problems) {
        List<Problem> found = card.group().members().stream()
                .filter(id -> !problems.isToFillIn(id))
                .flatMap(id -> problems.of(id).stream())
                .toList();
        List<Problem> errors = found.stream().filter(Problem::isError).toList();
        return errors.isEmpty() ? found : errors;
    }

    /** The cards among {@code groups}. */
    public static Stream<GroupShape> cards(List<GroupShape> groups) {
        return groups.stream().filter(GroupShape::isFolded);
    }
}
