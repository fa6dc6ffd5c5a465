package io.myelin.app.editor.inspector;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How much each inbox of a component holds, and what it does when full. */
final class InboxesSection {
    private static final Texts TEXTS = Texts.of(InboxesSection.class);

    private final ComponentEdits edits;
    private final Optional<ComponentType> type;
    private final Path folder;
    private final Map<String, InboxFields> fields = new LinkedHashMap<>();
    private final VBox box = new VBox(10);

    InboxesSection(ComponentEdits edits, Optional<ComponentType> type, Path folder) {
        this.edits = edits;
        this.type = type;
        this.folder = folder;
    }

    /** The inboxes it has under its settings now, as far as these can be read, and those that have limits. */
    private SequencedSet<String> names(GraphComponent component) {
        Stream<BoxDeclaration> declared = type.stream()
                .flatMap(one -> one.hasDynamicBoxes()
                        ? one.settings().bind(component.settings(), folder).settings().stream()
                                .flatMap(settings -> one.inboxes(settings).stream())
                        : one.declaredInboxes().stream());
        SequencedSet<String> names = new LinkedHashSet<>();
        declared.map(BoxDeclaration::name).forEach(names::add);
        names.addAll(component.inboxes().keySet());
        return names;
    }

    private void change(String inbox, InboxLimit limit) {
        edits.change(TEXTS.get("step.inbox"), "inbox " + inbox, component -> {
            Map<String, InboxLimit> limits = new LinkedHashMap<>(component.inboxes());
            if (limit.equals(InboxLimit.DEFAULT)) {
                limits.remove(inbox);
            } else {
                limits.put(inbox, limit);
            }
            return component.withInboxes(limits);
        });
    }

    private InboxLimit limit(String inbox) {
        return edits.component()
                .map(component -> component.inboxes().get(inbox))
                .orElse(InboxLimit.DEFAULT);
    }

    /** Whether an inbox has limits of its own, so that they should be seen. */
    boolean isSet() {
        return edits.component().filter(one -> !one.inboxes().isEmpty()).isPresent();
    }

    Node node() {
        return box;
    }

    void show(GraphComponent component) {
        SequencedSet<String> names = names(component);
        if (!List.copyOf(names).equals(List.copyOf(fields.keySet())) || names.isEmpty()) {
            fields.clear();
            names.forEach(name -> fields.put(name, new InboxFields(name)));
            box.getChildren()
                    .setAll(fields.values().stream().map(InboxFields::node).toList());
            if (names.isEmpty()) {
                box.getChildren().setAll(FieldLabels.help(TEXTS.get("inboxes.no-data")));
            }
        }
        fields.forEach((_, one) -> one.show());
    }

    /** Shows those of {@code problems} that are of inboxes, and gives back the others. */
    List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        fields.forEach((name, one) -> {
            List<FieldProblem> own = left.stream()
                    .filter(problem ->
                            problem.isIn("inboxes") && problem.inside().isIn(name))
                    .toList();
            left.removeAll(own);
            FieldLabels.show(one.error, own);
        });
        return left;
    }

    void focus(List<String> path) {
        if (!path.isEmpty() && fields.containsKey(path.getFirst())) {
            fields.get(path.getFirst()).capacity.field().requestFocus();
        }
    }

    /** The fields of one inbox. */
    private final class InboxFields {
        private final String name;
        private final CheckedField capacity;
        private final ComboBox<Optional<OverflowPolicy>> overflow;
        private final Label error = FieldLabels.error();
        private final VBox node;
        private boolean showing;

        private InboxFields(String name) {
            this.name = name;
            capacity = new CheckedField(Integer.toString(InboxLimit.DEFAULT_CAPACITY), InboxCapacity::check)
                    .onEdit(text -> change(
                            name,
                            new InboxLimit(
                                    InboxCapacity.read(text),
                                    limit(name).overflow(),
                                    limit(name).unknown())));
            capacity.field().setId("capacity-" + name);
            overflow = Sections.choice(
                    Stream.concat(
                                    Stream.of(Optional.<OverflowPolicy>empty()),
                                    Stream.of(OverflowPolicy.values()).map(Optional::of))
                            .toList(),
                    one -> one.map(OverflowPolicy::id).orElse(TEXTS.get("default", "block")));
            overflow.setId("overflow-" + name);
            overflow.valueProperty().subscribe((_, chosen) -> {
                if (!showing && chosen != null) {
                    change(
                            name,
                            new InboxLimit(
                                    limit(name).capacity(), chosen, limit(name).unknown()));
                }
            });
            VBox first = Sections.field(TEXTS.get("field.capacity"), capacity.node(), "");
            VBox second = Sections.field(TEXTS.get("field.when-full"), overflow, "");
            HBox line = new HBox(8, first, second);
            first.setPrefWidth(110);
            HBox.setHgrow(second, Priority.ALWAYS);
            node = new VBox(3, Sections.title(name), line, error);
        }

        private Node node() {
            return node;
        }

        private void show() {
            showing = true;
            InboxLimit limit = limit(name);
            capacity.show(InboxCapacity.show(limit.capacity()));
            overflow.setValue(limit.overflow());
            showing = false;
        }
    }
}
