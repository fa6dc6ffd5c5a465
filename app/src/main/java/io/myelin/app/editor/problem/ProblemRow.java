package io.myelin.app.editor.problem;

import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Shows one problem: how bad, where, what. As high as its text needs in the width of the list. */
final class ProblemRow extends ListCell<Problem> {
    private static final Texts TEXTS = Texts.of(ProblemRow.class);

    private static final double SCROLL_BAR = 14;
    private static final double WHERE_WIDTH = 150;

    private final FontIcon icon = new FontIcon(MaterialDesignC.CLOSE_CIRCLE);
    private final Label where = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(8, icon, where, text);

    ProblemRow() {
        setPrefWidth(0);
        text.setWrapText(true);
        HBox.setHgrow(text, Priority.ALWAYS);
        where.getStyleClass().add("text-muted");
        where.setMinWidth(WHERE_WIDTH);
        where.setMaxWidth(WHERE_WIDTH);
        row.setAlignment(Pos.TOP_LEFT);
    }

    @Override
    protected double computePrefHeight(double width) {
        ListView<Problem> list = getListView();
        if (getGraphic() == null || list == null) {
            return super.computePrefHeight(width);
        }
        double room = list.getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        row.setPrefWidth(room);
        return snappedTopInset() + row.prefHeight(room) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable Problem problem, boolean empty) {
        super.updateItem(problem, empty);
        if (empty || problem == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean error = problem.isError();
        icon.setIconCode(error ? MaterialDesignC.CLOSE_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass().removeAll("problem-error", "problem-warning");
        icon.getStyleClass().add(error ? "problem-error" : "problem-warning");
        where.setText(where(problem));
        text.setText(ProblemText.of(problem));
        setGraphic(row);
        setAccessibleText(TEXTS.get(error ? "error" : "warning", ProblemText.of(problem)));
    }

    private static String where(Problem problem) {
        if (problem.line() > 0) {
            return TEXTS.get("place", problem.line(), problem.column());
        }
        String[] names = problem.pointer().split("/");
        return names.length > 2 ? names[2] : names.length > 1 ? names[1] : TEXTS.get("graph");
    }
}
