package io.myelin.app.editor.problem;

import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.message.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
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

    private final Predicate<Problem> toFillIn;
    private final FontIcon icon = new FontIcon(MaterialDesignC.CLOSE_CIRCLE);
    private final Label where = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(8, icon, where, text);

    ProblemRow() {
        this(_ -> false);
    }

    /** Shows as quiet what is only still {@code toFillIn}. */
    ProblemRow(Predicate<Problem> toFillIn) {
        this.toFillIn = toFillIn;
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
            setTooltip(null);
            return;
        }
        boolean missing = toFillIn.test(problem);
        boolean error = problem.isError();
        icon.setIconCode(
                missing
                        ? MaterialDesignC.CIRCLE_OUTLINE
                        : error ? MaterialDesignC.CLOSE_CIRCLE : MaterialDesignA.ALERT);
        icon.getStyleClass().removeAll("problem-error", "problem-warning", "problem-missing");
        icon.getStyleClass().add(missing ? "problem-missing" : error ? "problem-error" : "problem-warning");
        where.setText(where(problem));
        text.setText(ProblemText.of(problem));
        setGraphic(row);
        setAccessibleText(TEXTS.get(
                missing ? "to-fill-in" : error ? "error" : "warning", where(problem) + ": " + ProblemText.of(problem)));
        setTooltip(new Tooltip(inFile(problem)
                .map(place -> ProblemText.of(problem) + "\n" + place)
                .orElseGet(() -> ProblemText.of(problem))));
    }

    /** The component that has it, those around that first; else the place in the file. */
    private static String where(Problem problem) {
        List<String> around = new ArrayList<>();
        List<String> steps = JsonPointers.steps(problem.pointer());
        while (steps.size() >= 2 && steps.getFirst().equals("graphs")) {
            around.add(steps.get(1));
            steps = steps.subList(2, steps.size());
        }
        if (steps.size() >= 2 && steps.getFirst().equals("components")) {
            around.add(steps.get(1));
            return String.join(" › ", around);
        }
        List<String> rest = steps;
        return inFile(problem).orElseGet(() -> rest.isEmpty() ? TEXTS.get("graph") : String.join("/", rest));
    }

    private static Optional<String> inFile(Problem problem) {
        return problem.line() > 0
                ? Optional.of(TEXTS.get("place", problem.line(), problem.column()))
                : Optional.empty();
    }
}
