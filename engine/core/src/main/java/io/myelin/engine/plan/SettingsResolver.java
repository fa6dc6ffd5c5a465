package io.myelin.engine.plan;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.component.SettingDeclaration.Kind;
import io.myelin.engine.graph.Problem.Severity;
import io.myelin.engine.graph.References;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNumbers;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills in the references in the settings of one component. */
final class SettingsResolver {
    private final Scope scope;
    private final PlanRequest request;
    private final Set<String> secrets;
    private final Set<String> unknown = new HashSet<>();
    private String basePointer = "";

    /** Secrets that are met are added to {@code secrets}. */
    SettingsResolver(Scope scope, PlanRequest request, Set<String> secrets) {
        this.scope = scope;
        this.request = request;
        this.secrets = secrets;
    }

    /**
     * Settings with their references filled in.
     *
     * @param values the values
     * @param unknown JSON Pointers, from the settings object, of values that are not known
     */
    record Resolved(DataRecord values, Set<String> unknown) {}

    /** Fills in {@code settings}, which stand at {@code pointer}; problems are told. */
    Resolved resolve(DataRecord settings, String pointer, SettingKinds kinds) {
        basePointer = pointer;
        DataRecord.Builder values = DataRecord.builder();
        settings.forEach(
                (name, value) -> values.put(name, value(value, JsonPointers.child("", name), kinds.field(name))));
        return new Resolved(values.build(), Set.copyOf(unknown));
    }

    private Object value(Object value, String pointer, SettingKinds kinds) {
        return switch (value) {
            case String text -> text.indexOf('$') < 0 ? text : text(text, pointer, kinds.kind());
            case DataRecord record -> {
                DataRecord.Builder filled = DataRecord.builder();
                for (Map.Entry<String, Object> field : record.entrySet()) {
                    String at = JsonPointers.child(pointer, field.getKey());
                    filled.put(field.getKey(), value(field.getValue(), at, kinds.field(field.getKey())));
                }
                yield filled.build();
            }
            case List<?> list -> {
                List<Object> filled = new ArrayList<>(list.size());
                for (int index = 0; index < list.size(); index++) {
                    filled.add(value(list.get(index), JsonPointers.child(pointer, index), kinds.element()));
                }
                yield List.copyOf(filled);
            }
            default -> value;
        };
    }

    private Object text(String text, String pointer, Optional<Kind> kind) {
        List<References.Piece> pieces = References.parse(text);
        if (pieces.size() == 1 && pieces.getFirst() instanceof References.Reference single) {
            return valueOf(single, pointer)
                    .map(value -> fit(single, value, kind))
                    .orElseGet(() -> {
                        unknown.add(pointer);
                        return text;
                    });
        }
        StringBuilder filled = new StringBuilder();
        for (References.Piece piece : pieces) {
            switch (piece) {
                case References.Literal literal -> filled.append(literal.text());
                case References.Unfinished unfinished -> {
                    error(
                            pointer,
                            "found \"" + MessageText.shorten(unfinished.text(), 40)
                                    + "\" without a closing }; allowed: ${name}, or $${ for a literal ${");
                    unknown.add(pointer);
                }
                case References.Reference reference -> {
                    Optional<Object> value = valueOf(reference, pointer);
                    value.ifPresentOrElse(found -> filled.append(MessageText.of(found)), () -> unknown.add(pointer));
                }
            }
        }
        return unknown.contains(pointer) ? text : filled.toString();
    }

    /** A text setting takes a number's text; a number is read out of an environment variable, which is always text. */
    private static Object fit(References.Reference reference, Object value, Optional<Kind> kind) {
        boolean isTextOnly = reference.kind() != References.Kind.PARAMETER;
        return switch (kind.orElse(Kind.ANY)) {
            case TEXT, CHOICE -> MessageText.of(value);
            case INTEGER, NUMBER ->
                isTextOnly && value instanceof String text && JsonNumbers.isNumber(text) && text.length() < 400
                        ? JsonNumbers.parse(text)
                        : value;
            case BOOLEAN ->
                isTextOnly && (value.equals("true") || value.equals("false")) ? (Object) value.equals("true") : value;
            default -> value;
        };
    }

    private Optional<Object> valueOf(References.Reference reference, String pointer) {
        return switch (reference.kind()) {
            case PARAMETER -> parameter(reference.name(), pointer);
            case ENVIRONMENT -> {
                Optional<String> value = request.environment().apply(reference.name());
                if (value.isEmpty()) {
                    missing(pointer, Wording.of(Phrase.VARIABLE_MISSING, reference.name()));
                }
                yield value.map(text -> text);
            }
            case SECRET -> {
                Optional<String> value = request.secrets().find(reference.name());
                if (value.isEmpty()) {
                    String place = request.secrets().place(reference.name());
                    missing(
                            pointer,
                            place.isEmpty()
                                    ? Wording.of(Phrase.SECRET_MISSING, reference.name())
                                    : Wording.of(Phrase.SECRET_MISSING_AT, reference.name(), place));
                }
                value.ifPresent(secrets::add);
                yield value.map(text -> text);
            }
        };
    }

    private Optional<Object> parameter(String name, String pointer) {
        Optional<Object> value = scope.parameters().get(name);
        if (value == null) {
            Set<String> known = scope.definition().graph().parameters().keySet();
            Wording allowed = known.isEmpty() ? Wording.of(Phrase.NO_PARAMETERS) : Wording.of(String.join(", ", known));
            scope.source()
                    .error(
                            basePointer + pointer,
                            Wording.of(Phrase.PARAMETER_UNKNOWN, name, allowed),
                            NearestName.of(name, known));
            return Optional.empty();
        }
        return value;
    }

    private void missing(String pointer, Wording message) {
        Severity severity = request.checkOnly() ? Severity.WARNING : Severity.ERROR;
        scope.source().report(severity, basePointer + pointer, message, Optional.empty());
    }

    private void error(String pointer, String message) {
        scope.source().error(basePointer + pointer, message);
    }
}
