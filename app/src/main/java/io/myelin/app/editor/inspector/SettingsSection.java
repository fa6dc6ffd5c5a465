package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.UsedGraph;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.component.SettingForm;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * The settings of a component: a field for each that its type declares, or that its graph takes as a parameter; as one
 * text where neither is known.
 */
final class SettingsSection {
    private static final Texts TEXTS = Texts.of(SettingsSection.class);

    private final ComponentEdits edits;
    private final EditorContext context;
    private final Optional<List<SettingDeclaration>> declared;
    private final boolean promotes;
    private final List<SettingField> fields = new ArrayList<>();
    private final Optional<CodeEditor> whole;
    private final Optional<UnknownSettings> unknown;
    private final VBox box = new VBox(12);

    SettingsSection(ComponentEdits edits, EditorContext context) {
        this.edits = edits;
        this.context = context;
        this.declared = declared(edits, context);
        this.promotes = SettingPromotion.isOffered(edits.document());
        this.whole =
                declared.isPresent() ? Optional.empty() : Optional.of(new CodeEditor(Kind.MAP, "{ }", 3, 20, false));
        box.setId("settings");
        declared.orElse(List.of()).forEach(setting -> {
            SettingField field = new SettingField(setting, context, false);
            field.onEdit(value -> set(setting.name(), value));
            if (promotes) {
                field.offer(new SettingPromotion(edits, setting));
            }
            fields.add(field);
            box.getChildren().add(field.node());
        });
        unknown = declared.map(settings -> new UnknownSettings(
                settings.stream().map(SettingDeclaration::name).collect(Collectors.toSet()), this::remove));
        unknown.ifPresent(rows -> box.getChildren().add(rows.node()));
        whole.ifPresent(editor -> {
            editor.onEdit(value -> {
                if (value.orElse(DataRecord.empty()) instanceof DataRecord settings) {
                    edits.change(TEXTS.get("step.settings"), "settings", one -> one.withSettings(settings));
                }
            });
            box.getChildren().add(editor.node());
        });
    }

    /** Whether another form is needed: the graph that the component stands for takes other parameters than before. */
    boolean isOutdated() {
        return !declared.equals(declared(edits, context)) || promotes != SettingPromotion.isOffered(edits.document());
    }

    private static Optional<List<SettingDeclaration>> declared(ComponentEdits edits, EditorContext context) {
        String type = edits.component().map(GraphComponent::type).orElse("");
        Optional<ComponentType> known = edits.document().catalog().find(type);
        if (known.isPresent()) {
            return Optional.of(known.get().settings().declarations());
        }
        if (!type.startsWith(Subgraph.TYPE)) {
            return Optional.empty();
        }
        return context.graph(edits.document(), new UsedGraph(type.substring(Subgraph.TYPE.length())))
                .map(graph -> graph.parameters().entrySet().stream()
                        .map(entry -> declaration(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** A parameter of a graph as the setting that it is where the graph is used. */
    private static SettingDeclaration declaration(String name, GraphParameter parameter) {
        Kind kind = switch (parameter.type()) {
            case TEXT, SECRET -> Kind.TEXT;
            case INTEGER -> Kind.INTEGER;
            case NUMBER -> Kind.NUMBER;
            case BOOLEAN -> Kind.BOOLEAN;
            case PATH -> Kind.PATH;
            case DURATION -> Kind.DURATION;
        };
        return new SettingDeclaration(
                name,
                kind,
                parameter.description(),
                parameter.defaultValue(),
                parameter.defaultValue().isEmpty(),
                "",
                "",
                kind == Kind.PATH ? SettingForm.FILE : SettingForm.PLAIN,
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private void set(String name, Optional<Object> value) {
        Optional<Object> before = edits.component()
                .flatMap(one -> Optional.ofNullable(one.settings().get(name)));
        String field = isTyping(before, value) ? "setting " + name : "";
        edits.change(TEXTS.get("step.setting", name), field, component -> {
            DataRecord settings = component.settings();
            return component.withSettings(
                    value.map(one -> settings.with(name, one)).orElseGet(() -> settings.without(name)));
        });
    }

    private void remove(String name) {
        edits.change(
                TEXTS.get("step.remove", name),
                "",
                component -> component.withSettings(component.settings().without(name)));
    }

    /** Whether a change is like a letter typed: rows added, moved or taken away are steps of their own. */
    private static boolean isTyping(Optional<Object> before, Optional<Object> after) {
        if (!(before.orElse("") instanceof List<?> was) || !(after.orElse("") instanceof List<?> is)) {
            return (before.orElse("") instanceof Collection<?>) == (after.orElse("") instanceof Collection<?>);
        }
        if (was.size() != is.size()) {
            return false;
        }
        long changed = IntStream.range(0, was.size())
                .filter(i -> !was.get(i).equals(is.get(i)))
                .count();
        return changed <= 1;
    }

    /** Whether there is anything to see. */
    boolean hasFields() {
        return !fields.isEmpty()
                || whole.isPresent()
                || unknown.filter(rows -> !rows.isEmpty()).isPresent();
    }

    Node node() {
        return box;
    }

    void show(GraphComponent component) {
        fields.forEach(
                field -> field.show(Optional.ofNullable(component.settings().get(field.name()))));
        unknown.ifPresent(rows -> rows.show(component.settings()));
        whole.ifPresent(editor ->
                editor.show(component.settings().isEmpty() ? Optional.empty() : Optional.of(component.settings())));
    }

    /** Shows those of {@code problems} that are of settings with a field, and gives back the others. */
    List<FieldProblem> showProblems(List<FieldProblem> problems) {
        List<FieldProblem> left = new ArrayList<>(problems);
        for (SettingField field : fields) {
            List<FieldProblem> own = left.stream()
                    .filter(problem ->
                            problem.isIn("settings") && problem.inside().isIn(field.name()))
                    .toList();
            left.removeAll(own);
            field.showProblems(
                    own.stream().map(problem -> problem.inside().inside()).toList());
        }
        return left;
    }

    void focus(List<String> path) {
        whole.ifPresent(editor -> editor.focus(path));
        fields.stream()
                .filter(field -> path.isEmpty() || path.getFirst().equals(field.name()))
                .findFirst()
                .ifPresent(field -> field.focus(path.isEmpty() ? path : path.subList(1, path.size())));
    }
}
