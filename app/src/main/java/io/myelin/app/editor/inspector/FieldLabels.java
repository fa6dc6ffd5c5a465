package io.myelin.app.editor.inspector;

import io.myelin.engine.graph.Problem;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;

/** The small texts around a field. */
final class FieldLabels {
    private FieldLabels() {}

    static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-name");
        return label;
    }

    static Label help(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-help");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** A place for errors that takes no room while there are none. */
    static Label error() {
        Label label = new Label();
        label.getStyleClass().add("field-error");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.setManaged(false);
        label.setVisible(false);
        return label;
    }

    static void show(Label error, List<FieldProblem> problems) {
        error.setText(problems.stream().map(FieldProblem::text).distinct().collect(Collectors.joining("\n")));
        error.setManaged(!problems.isEmpty());
        error.setVisible(!problems.isEmpty());
        boolean onlyWarnings = problems.stream().allMatch(problem -> problem.severity() == Problem.Severity.WARNING);
        error.getStyleClass().remove("warning");
        if (onlyWarnings && !problems.isEmpty()) {
            error.getStyleClass().add("warning");
        }
    }
}
