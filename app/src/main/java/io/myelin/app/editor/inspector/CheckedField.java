package io.myelin.app.editor.inspector;

import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * A field for something that only a right text can be made of: a wrong one stays in the field, with what is wrong below
 * it, and changes nothing until it is right.
 */
final class CheckedField {
    private final WaitingField field = new WaitingField(this::isWaiting);
    private final Label error = FieldLabels.error();
    private final VBox box = new VBox(2, field, error);
    private final Function<String, Optional<String>> check;
    private List<FieldProblem> found = List.of();
    private Consumer<String> listener = _ -> {};
    private boolean showing;
    private boolean commits;
    private String shown = "";

    /** {@code check} says what is wrong with a text, or nothing. */
    CheckedField(String prompt, Function<String, Optional<String>> check) {
        this.check = check;
        field.setPromptText(prompt);
        box.getStyleClass().add("field");
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isWaiting()) {
                event.consume();
                set(shown);
                field.selectAll();
            }
        });
        field.textProperty().subscribe((_, text) -> {
            if (!showing) {
                typed(text);
            }
        });
    }

    /** Tells {@code listener} of a right text only when Enter is pressed or the field is left. */
    CheckedField onCommit(Consumer<String> committed) {
        commits = true;
        Runnable commit = () -> {
            if (problem().isEmpty()) {
                committed.accept(field.getText());
            }
        };
        field.setOnAction(_ -> commit.run());
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                commit.run();
            }
        });
        return this;
    }

    /** Tells {@code listener} of each right text as it is typed. */
    CheckedField onEdit(Consumer<String> edited) {
        listener = edited;
        return this;
    }

    private void typed(String text) {
        showErrors();
        if (problem().isEmpty()) {
            listener.accept(text);
        }
    }

    private boolean isWaiting() {
        return problem().isPresent() || commits && !shown.equals(field.getText());
    }

    private Optional<String> problem() {
        return check.apply(field.getText());
    }

    private void showErrors() {
        FieldLabels.show(
                error,
                problem()
                        .map(text -> List.of(new FieldProblem(List.of(), Problem.Severity.ERROR, text)))
                        .orElse(found));
    }

    /** Shows {@code text}, unless people are at a wrong one. */
    void show(String text) {
        if (problem().isPresent() && field.isFocused()) {
            return;
        }
        shown = text;
        set(text);
    }

    private void set(String text) {
        if (!text.equals(field.getText())) {
            showing = true;
            field.setText(text);
            showing = false;
        }
        showErrors();
    }

    /** Shows what a check of the graph found. */
    void showProblems(List<FieldProblem> problems) {
        found = problems;
        showErrors();
    }

    TextField field() {
        return field;
    }

    Node node() {
        return box;
    }
}
