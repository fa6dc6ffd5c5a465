package io.myelin.app.editor.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Edits one value of a setting. Whatever people type becomes a value: a wrong one is shown as wrong, never lost. */
interface ValueEditor {
    /** What to show. */
    Node node();

    /** A small button that belongs to it, to be put where there is room beside its name; empty for none. */
    default Optional<Node> button() {
        return Optional.empty();
    }

    /** Shows {@code value}, or that none is given, without telling anybody. */
    void show(Optional<Object> value);

    /** Tells {@code listener} each value that people give, or that they take it away. */
    void onEdit(Consumer<Optional<Object>> listener);

    /** Gives the focus to the part of it that {@code path} leads to. */
    void focus(List<String> path);

    /** Shows those of {@code problems} that have a place inside it, and gives back the others. */
    default List<FieldProblem> showProblems(List<FieldProblem> problems) {
        return problems;
    }
}
