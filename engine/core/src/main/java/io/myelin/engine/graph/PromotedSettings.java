package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of components inside a graph that are given outside: each is {@code ${name}} of a parameter of the graph, and
 * so a setting of the components that stand for the graph.
 */
public final class PromotedSettings {
    private PromotedSettings() {}

    /** The parameter of {@code graph} that {@code value}, that of a setting in it, is wholly; empty for another value. */
    public static Optional<String> parameterOf(Graph graph, Object value) {
        return wholeReference(value)
                .filter(reference -> reference.kind() == References.Kind.PARAMETER)
                .map(References.Reference::name)
                .filter(graph.parameters()::containsKey);
    }

    private static Optional<References.Reference> wholeReference(Object value) {
        if (value instanceof String text) {
            List<References.Piece> pieces = References.parse(text);
            if (pieces.size() == 1 && pieces.getFirst() instanceof References.Reference reference) {
                return Optional.of(reference);
            }
        }
        return Optional.empty();
    }

    /**
     * {@code value}, that of a setting, as the value that it means; empty where it, or anything in it, names something
     * itself.
     */
    public static Optional<Object> literal(Object value) {
        List<References.Piece> naming = new ArrayList<>();
        Object literal = SettingTexts.replaced(value, text -> literal(text, naming));
        return naming.isEmpty() ? Optional.of(literal) : Optional.empty();
    }

    /** {@code text} as it means; what in it is no text for itself goes into {@code naming}. */
    private static String literal(String text, List<References.Piece> naming) {
        StringBuilder literal = new StringBuilder();
        for (References.Piece piece : References.parse(text)) {
            if (piece instanceof References.Literal(String part)) {
                literal.append(part);
            } else {
                naming.add(piece);
            }
        }
        return literal.toString();
    }

    /** Has the setting {@code setting} of the component {@code id} of {@code graph} be given outside, as {@code parameter}. */
    public static GraphEdit promote(Graph graph, String id, String setting, GraphParameter parameter) {
        GraphComponent component = component(graph, id);
        String name = graph.parameters().containsKey(setting)
                ? Subgraph.free(id + "-" + setting, graph.parameters().keySet())
                : setting;
        Map<String, GraphParameter> parameters = new LinkedHashMap<>(graph.parameters());
        parameters.put(name, parameter);
        return new GraphEdit.Several(List.of(
                new GraphEdit.ChangeGraph(graph.withParameters(parameters)),
                new GraphEdit.ChangeComponent(
                        id, component.withSettings(component.settings().with(setting, "${" + name + "}")))));
    }

    /**
     * Puts the value back into the setting {@code setting} of the component {@code id} of the graph at {@code path} inside
     * {@code whole}: that which is given outside, or else the parameter's default. A parameter that nothing uses any more
     * goes, and what is given for it outside. The edit is one of {@code whole}. Throws {@link GraphEditException}, with a
     * sentence for people, where there is no such one value.
     */
    public static GraphEdit takeBack(Graph whole, List<String> path, String id, String setting) {
        LevelChange change = new LevelChange(whole, path);
        Graph graph = change.graph();
        GraphComponent component = component(graph, id);
        String name = Optional.ofNullable(component.settings().get(setting))
                .flatMap(value -> parameterOf(graph, value))
                .orElseThrow(() -> new GraphEditException(
                        "the setting \"" + setting + "\" of \"" + id + "\" is not given outside"));
        Optional<Object> value = value(change, name);
        DataRecord settings = component.settings();
        change.perform(new GraphEdit.ChangeComponent(
                id,
                component.withSettings(
                        value.map(one -> settings.with(setting, one)).orElseGet(() -> settings.without(setting)))));
        if (!isUsed(change.graph(), name)) {
            removeParameter(change, name);
        }
        return change.edit();
    }

    private static GraphComponent component(Graph graph, String id) {
        return Optional.ofNullable(graph.components().get(id))
                .orElseThrow(() -> new GraphEditException("there is no component \"" + id + "\""));
    }

    /** As a setting has it: the one that is given wherever the graph is used. */
    private static Optional<Object> value(LevelChange change, String name) {
        GraphParameter parameter = change.graph().parameters().get(name);
        Optional<Object> byDefault = Optional.ofNullable(parameter)
                .flatMap(GraphParameter::defaultValue)
                .map(References::written);
        Set<Optional<Object>> given = new HashSet<>();
        for (LevelChange.Use use : change.uses()) {
            given.add(Optional.ofNullable(component(change.graph(use.path()), use.id())
                            .settings()
                            .get(name))
                    .or(() -> byDefault));
        }
        if (given.size() > 1) {
            throw new GraphEditException("\"" + name
                    + "\" is not the same wherever this graph is used; give it one value there, then take it back");
        }
        Optional<Object> value = given.isEmpty() ? byDefault : given.iterator().next();
        if (value.filter(one -> literal(one).isEmpty()).isPresent()) {
            throw new GraphEditException("\"" + name + "\" is given outside as " + value.get()
                    + ", which means nothing inside; give it a value there, then take it back");
        }
        return value;
    }

    private static boolean isUsed(Graph graph, String name) {
        return ParameterPassing.of(graph.components().values(), graph.parameters())
                .parameters()
                .containsKey(name);
    }

    private static void removeParameter(LevelChange change, String name) {
        Map<String, GraphParameter> left = new LinkedHashMap<>(change.graph().parameters());
        left.remove(name);
        change.perform(new GraphEdit.ChangeGraph(change.graph().withParameters(left)));
        for (LevelChange.Use use : change.uses()) {
            GraphComponent outside = component(change.graph(use.path()), use.id());
            if (outside.settings().containsKey(name)) {
                change.perform(
                        use.path(),
                        new GraphEdit.ChangeComponent(
                                use.id(),
                                outside.withSettings(outside.settings().without(name))));
            }
        }
    }
}
