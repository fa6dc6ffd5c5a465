package io.myelin.app.editor.inspector;

import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.SettingDeclaration;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.PromotedSettings;
import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Optional;

/** Has one setting of a component be given where its graph is used, and takes it back. */
final class SettingPromotion {
    private static final Texts TEXTS = Texts.of(SettingPromotion.class);

    private final ComponentEdits edits;
    private final SettingDeclaration setting;

    SettingPromotion(ComponentEdits edits, SettingDeclaration setting) {
        this.edits = edits;
        this.setting = setting;
    }

    /** Whether settings in {@code document} can be given outside: whether its graph stands for components somewhere. */
    static boolean isOffered(Document document) {
        return !document.path().isEmpty()
                || !document.graph().inboxes().isEmpty()
                || !document.graph().outboxes().isEmpty();
    }

    private Optional<Object> value() {
        return edits.component()
                .flatMap(one -> Optional.ofNullable(one.settings().get(setting.name())));
    }

    /** The parameter that gives it its value; empty where that is given here. */
    Optional<String> parameter() {
        return value().flatMap(
                        value -> PromotedSettings.parameterOf(edits.document().graph(), value));
    }

    /** Why it can't be given outside; empty where it can, or is. */
    Optional<String> refusal() {
        if (parameter().isPresent()) {
            return Optional.empty();
        }
        if (type().isEmpty()) {
            return Optional.of(TEXTS.get("promote.kind"));
        }
        Optional<Object> value = value();
        if (value.isEmpty()) {
            return setting.required() || setting.defaultValue().isPresent()
                    ? Optional.empty()
                    : Optional.of(TEXTS.get("promote.value"));
        }
        return value.flatMap(PromotedSettings::literal).isPresent()
                ? Optional.empty()
                : Optional.of(TEXTS.get("promote.reference"));
    }

    private Optional<ParameterType> type() {
        return switch (setting.kind()) {
            case TEXT, CHOICE -> Optional.of(ParameterType.TEXT);
            case INTEGER -> Optional.of(ParameterType.INTEGER);
            case NUMBER -> Optional.of(ParameterType.NUMBER);
            case BOOLEAN -> Optional.of(ParameterType.BOOLEAN);
            case DURATION -> Optional.of(ParameterType.DURATION);
            case PATH -> Optional.of(ParameterType.PATH);
            case ANY, LIST, MAP, GROUP -> Optional.empty();
        };
    }

    /** Has it be given outside, or here again; what can't be done is said. */
    List<FieldProblem> toggle() {
        try {
            if (parameter().isPresent()) {
                takeBack();
            } else if (refusal().isEmpty()) {
                type().ifPresent(this::promote);
            }
            return List.of();
        } catch (GraphEditException refused) {
            return List.of(new FieldProblem(
                    List.of(),
                    Problem.Severity.ERROR,
                    TEXTS.get("promote.refused", String.valueOf(refused.getMessage()))));
        }
    }

    private void promote(ParameterType type) {
        Optional<Object> byDefault = value().flatMap(PromotedSettings::literal).or(setting::defaultValue);
        GraphParameter parameter = new GraphParameter(type, byDefault, setting.help(), DataRecord.empty());
        Document document = edits.document();
        document.perform(
                TEXTS.get("promote.step", setting.name()),
                PromotedSettings.promote(document.graph(), edits.id(), setting.name(), parameter));
    }

    private void takeBack() {
        Document document = edits.document();
        document.root()
                .perform(
                        TEXTS.get("promote.back.step", setting.name()),
                        PromotedSettings.takeBack(
                                document.root().graph(), document.path(), edits.id(), setting.name()));
    }
}
