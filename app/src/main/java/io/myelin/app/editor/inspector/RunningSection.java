package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.OnError;
import io.myelin.engine.graph.RestartGroup;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How a component runs, and what its failure does. */
final class RunningSection {
    private static final Texts TEXTS = Texts.of(RunningSection.class);

    private final ComponentEdits edits;
    private final ComboBox<Optional<Execution>> execution;
    private final ComboBox<Optional<FailurePolicy>> policy;
    private final CheckedField retries;
    private final CheckedField within = new CheckedField("1m", _ -> Optional.empty());
    private final CheckedField backoff = new CheckedField("100ms", _ -> Optional.empty());
    private final ComboBox<Optional<RestartGroup>> group;
    private final Node groupField;
    private final HBox restart;
    private final Label executionError = FieldLabels.error();
    private final Label policyError = FieldLabels.error();
    private final VBox box;
    private boolean showing;

    RunningSection(ComponentEdits edits, Optional<ComponentType> type) {
        this.edits = edits;
        List<Execution> allowed = type.map(ComponentType::executions).orElseGet(() -> List.of(Execution.values()));
        String usual = type.map(one -> one.executions().getFirst().id()).orElseGet(() -> TEXTS.get("execution.own"));
        execution = Sections.choice(
                Stream.concat(
                                Stream.of(Optional.<Execution>empty()),
                                allowed.stream().map(Optional::of))
                        .toList(),
                one -> one.map(Execution::id).orElse(TEXTS.get("default", usual)));
        execution.setId("execution");
        execution.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                edits.change(TEXTS.get("step.execution"), "", one -> one.withExecution(chosen));
            }
        });
        policy = Sections.choice(
                Stream.concat(
                                Stream.of(Optional.<FailurePolicy>empty()),
                                Arrays.stream(FailurePolicy.values()).map(Optional::of))
                        .toList(),
                one -> one.map(FailurePolicy::id).orElse(TEXTS.get("default", "stop-graph")));
        policy.setId("on-error");
        policy.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                change("", now -> now.withPolicy(chosen));
            }
        });
        retries = new CheckedField("3", RunningSection::checkRetries)
                .onEdit(text -> change("retries", now -> now.withRetries(number(text))));
        within.onEdit(text -> change("within", now -> now.withWithin(given(text))));
        backoff.onEdit(text -> change("backoff", now -> now.withBackoff(given(text))));
        group = Sections.choice(
                Stream.concat(
                                Stream.of(Optional.<RestartGroup>empty()),
                                Arrays.stream(RestartGroup.values()).map(Optional::of))
                        .toList(),
                one -> one.map(RestartGroup::id).orElse(TEXTS.get("default", "one")));
        group.setId("restart-group");
        group.valueProperty().subscribe((_, chosen) -> {
            if (!showing && chosen != null) {
                change("", now -> now.withGroup(chosen));
            }
        });
        groupField = Sections.field(TEXTS.get("field.group"), group, "");
        restart = new HBox(
                8,
                Sections.field(TEXTS.get("field.retries"), retries.node(), ""),
                Sections.field(TEXTS.get("field.within"), within.node(), ""),
                Sections.field(TEXTS.get("field.backoff"), backoff.node(), ""));
        restart.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        box = new VBox(
                10,
                Sections.field(TEXTS.get("field.execution"), new VBox(2, execution, executionError), ""),
                Sections.field(TEXTS.get("field.on-failure"), new VBox(2, policy, policyError), ""),
                restart,
                groupField);
    }

    private static Optional<String> checkRetries(String text) {
        return text.isEmpty() || text.matches("\\d{1,9}") ? Optional.empty() : Optional.of(TEXTS.get("retries.unfit"));
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private void change(String field, UnaryOperator<OnError> change) {
        edits.change(TEXTS.get("step.failure-policy"), field.isEmpty() ? "" : "onError " + field, component -> {
            OnError changed = change.apply(component.onError().orElse(OnError.DEFAULT));
            return component.withOnError(changed.equals(OnError.DEFAULT) ? Optional.empty() : Optional.of(changed));
        });
    }

    /** Whether anything here is other than usual, so that it should be seen. */
    boolean isSet() {
        return edits.component()
                .filter(one -> one.execution().isPresent() || one.onError().isPresent())
                .isPresent();
    }

    Node node() {
        return box;
    }

    void show(GraphComponent component) {
        showing = true;
        execution.setValue(component.execution());
        OnError onError = component.onError().orElse(OnError.DEFAULT);
        policy.setValue(onError.policy());
        group.setValue(onError.group());
        showing = false;
        retries.show(
                onError.retries().isPresent()
                        ? Integer.toString(onError.retries().getAsInt())
                        : "");
        within.show(onError.within().orElse(""));
        backoff.show(onError.backoff().orElse(""));
        boolean restarts = onError.policy().equals(Optional.of(FailurePolicy.RESTART))
                || onError.retries().isPresent()
                || onError.within().isPresent()
                || onError.backoff().isPresent();
        restart.setVisible(restarts);
        restart.setManaged(restarts);
        boolean together = onError.group().isPresent()
                || (component.type().startsWith(Subgraph.TYPE)
                        && onError.policy().equals(Optional.of(FailurePolicy.RESTART)));
        groupField.setVisible(together);
        groupField.setManaged(together);
    }

    /** Shows those of {@code problems} that belong here, and gives back the others. */
    List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        FieldLabels.show(executionError, taken(left, List.of("execution")));
        retries.showProblems(taken(left, List.of("onError", "retries")));
        within.showProblems(taken(left, List.of("onError", "within")));
        backoff.showProblems(taken(left, List.of("onError", "backoff")));
        FieldLabels.show(policyError, taken(left, List.of("onError")));
        return left;
    }

    private static List<FieldProblem> taken(List<FieldProblem> problems, List<String> path) {
        List<FieldProblem> own = problems.stream()
                .filter(problem -> problem.path().size() >= path.size()
                        && problem.path().subList(0, path.size()).equals(path))
                .toList();
        problems.removeAll(own);
        return own;
    }

    void focus(List<String> path) {
        switch (path.getLast()) {
            case "execution" -> execution.requestFocus();
            case "retries" -> retries.field().requestFocus();
            case "within" -> within.field().requestFocus();
            case "backoff" -> backoff.field().requestFocus();
            case "group" -> group.requestFocus();
            default -> policy.requestFocus();
        }
    }
}
