package io.myelin.app.editor.problem;

import io.myelin.engine.graph.Problem;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Shows one problem: how bad, where, what. */
final class ProblemRow extends ListCell<Problem> {
    ProblemRow() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean error = problem.severity() == Problem.Severity.ERROR;
        FontIcon icon = new FontIcon(error ? MaterialDesignC.CLOSE_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass().add(error ? "problem-error" : "problem-warning");
        Label text = new Label(text(problem));
        text.setWrapText(true);
        Label where = new Label(where(problem));
        where.getStyleClass().add("text-muted");
        where.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, icon, where, text);
        row.setAlignment(Pos.TOP_LEFT);
        setGraphic(row);
        setAccessibleText((error ? "Error: " : "Warning: ") + text(problem));
    }

    private static String text(Problem problem) {
        return problem.nearest()
                .map(nearest -> problem.message() + " Did you mean '" + nearest + "'?")
                .orElse(problem.message());
    }

    private static String where(Problem problem) {
        if (problem.line() > 0) {
            return "line " + problem.line() + ", column " + problem.column();
        }
        return problem.pointer().isEmpty() ? "graph" : problem.pointer();
    }
}
