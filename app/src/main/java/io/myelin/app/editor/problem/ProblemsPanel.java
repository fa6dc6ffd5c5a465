package io.myelin.app.editor.problem;

import io.myelin.app.editor.access.AccessibleName;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** Lists problems; a click or Enter goes to one. */
public final class ProblemsPanel {
    private static final Texts TEXTS = Texts.of(ProblemsPanel.class);

    private final ListView<Problem> list = new ListView<>();
    private final Set<Problem> missing = new LinkedHashSet<>();

    /** An empty list; {@code goTo} is given the problem to go to. */
    public ProblemsPanel(Consumer<Problem> goTo) {
        list.setId("problem-list");
        AccessibleName.give(list, TEXTS.get("problems"));
        list.getStyleClass().add("problem-list");
        list.setCellFactory(_ -> new ProblemRow(missing::contains));
        list.setPlaceholder(new Label(TEXTS.get("none")));
        list.setOnMouseClicked(_ -> goToSelected(goTo));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                goToSelected(goTo);
                event.consume();
            }
        });
    }

    /** The list to show. */
    public Node node() {
        return list;
    }

    /** Shows these, of which some are only still {@code toFillIn}: last, since they are no news. */
    public void show(List<Problem> problems, Predicate<Problem> toFillIn) {
        missing.clear();
        problems.stream().filter(toFillIn).forEach(missing::add);
        List<Problem> sorted = Stream.concat(
                        problems.stream().filter(problem -> !missing.contains(problem)), missing.stream())
                .toList();
        if (list.getItems().equals(sorted)) {
            list.refresh();
        } else {
            list.getItems().setAll(sorted);
        }
    }

    private void goToSelected(Consumer<Problem> goTo) {
        Problem selected = list.getSelectionModel().getSelectedItem();
        if (selected != null) {
            goTo.accept(selected);
        }
    }
}
