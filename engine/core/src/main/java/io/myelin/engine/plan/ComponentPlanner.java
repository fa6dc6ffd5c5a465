package io.myelin.engine.plan;

import io.myelin.engine.component.BoundSettings;
import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.GraphReference;
import io.myelin.engine.component.NearestName;
import io.myelin.engine.component.SettingProblem;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.OnError;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.MessageText;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the real components of a plan, telling what does not fit. */
final class ComponentPlanner {
    private final PlanRequest request;
    private final Set<String> secrets;
    private final NamedGraphs graphs;
    private final Map<String, Optional<String>> nearestTypes = new HashMap<>();

    /** Finds the graphs that settings name. */
    interface NamedGraphs {
        /** The graph that the setting at {@code pointer} names; empty, and the problem told, where there is none. */
        Optional<GraphReference> find(Scope scope, String text, String pointer);
    }

    /** Secrets that are met are added to {@code secrets}. */
    ComponentPlanner(PlanRequest request, Set<String> secrets, NamedGraphs graphs) {
        this.request = request;
        this.secrets = secrets;
        this.graphs = graphs;
    }

    /** What stands behind the component {@code id} of {@code scope}, which is of a type of the catalog. */
    Scope.Leaf plan(Scope scope, String id, GraphComponent component) {
        String pointer = scope.definition().at("components", id);
        Optional<ComponentType> found = request.catalog().find(component.type());
        if (found.isEmpty()) {
            scope.source()
                    .error(
                            JsonPointers.child(pointer, "type"),
                            Wording.of(Phrase.TYPE_UNKNOWN, component.type()),
                            nearestType(component.type()));
            return Scope.Leaf.GHOST;
        }
        ComponentType type = found.get();
        Optional<Record> settings = settings(scope, component, type, JsonPointers.child(pointer, "settings"));
        Optional<Execution> execution = execution(scope.source(), component, type, pointer);
        Optional<PlannedSupervision> supervision = supervision(scope, component, pointer);
        List<BoxDeclaration> inboxes = settings.map(type::inboxes).orElseGet(type::declaredInboxes);
        List<BoxDeclaration> outboxes = settings.map(type::outboxes).orElseGet(type::declaredOutboxes);
        Optional<PlannedComponent> planned =
                settings.flatMap(values -> execution.flatMap(way -> supervision.map(supervised -> new PlannedComponent(
                        scope.pathOf(id),
                        component.title().isEmpty() ? type.title() : component.title(),
                        type,
                        values,
                        way,
                        scope.effective(component.state()),
                        supervised,
                        inboxes,
                        outboxes,
                        component.inboxes()))));
        Scope.Leaf leaf = Scope.Leaf.of(
                scope.isBypassed() ? Optional.empty() : planned,
                inboxes,
                outboxes,
                settings.isEmpty() && type.hasDynamicBoxes());
        warnOfBypass(scope.source(), component, leaf, JsonPointers.child(pointer, "state"));
        List<String> limitable = Stream.concat(inboxes.stream(), Stream.of(ComponentType.CONTROL))
                .map(BoxDeclaration::name)
                .toList();
        checkLimits(scope.source(), component, leaf, limitable, id, JsonPointers.child(pointer, "inboxes"));
        return leaf;
    }

    private Optional<String> nearestType(String id) {
        return nearestTypes.computeIfAbsent(
                id,
                wanted -> NearestName.of(
                        wanted,
                        request.catalog().types().stream()
                                .map(ComponentType::id)
                                .toList()));
    }

    private Optional<Record> settings(Scope scope, GraphComponent component, ComponentType type, String pointer) {
        SettingsResolver.Resolved resolved = new SettingsResolver(scope, request, secrets)
                .resolve(
                        component.settings(),
                        pointer,
                        SettingKinds.of(type.settings().declarations()));
        BoundSettings bound = type.settings()
                .bind(
                        resolved.values(),
                        scope.source().folder(),
                        resolved.unknown(),
                        (text, at) -> graphs.find(scope, text, pointer + at));
        for (SettingProblem problem : bound.problems()) {
            scope.source().error(pointer + problem.pointer(), sentence(problem, resolved.values()), problem.nearest());
        }
        return bound.settings();
    }

    /** What is wrong, without the value where a secret went into it. */
    private Wording sentence(SettingProblem problem, DataRecord values) {
        Object value = values;
        for (String step : JsonPointers.steps(problem.pointer())) {
            value = switch (value) {
                case DataRecord record when record.containsKey(step) -> record.getOrDefault(step, step);
                case List<?> list
                when step.length() < 10 && step.chars().allMatch(Character::isDigit) ->
                    list.get(Integer.parseInt(step));
                default -> value;
            };
        }
        Secrets known = new Secrets(secrets);
        boolean isSecret = !problem.pointer().isEmpty()
                && !known.redact(MessageText.of(value)).equals(MessageText.of(value));
        if (!isSecret) {
            return problem.wording();
        }
        return problem.allowed()
                .map(allowed -> Wording.of(Phrase.FOUND, Secrets.HIDDEN, allowed))
                .orElseGet(() -> Wording.of("found " + Secrets.HIDDEN + ", which does not fit"));
    }

    private static Optional<Execution> execution(
            GraphSource source, GraphComponent component, ComponentType type, String pointer) {
        List<Execution> allowed = type.executions();
        Execution execution = component.execution().orElse(allowed.getFirst());
        String at = JsonPointers.child(pointer, "execution");
        if (!allowed.contains(execution)) {
            String names = String.join(", ", allowed.stream().map(Execution::id).toList());
            source.error(at, Wording.of(Phrase.EXECUTION_UNFIT, execution.id(), type.id(), names));
            return Optional.empty();
        }
        return Optional.of(execution);
    }

    /** Who decides about its failures; empty where its own policy is not sound. */
    private static Optional<PlannedSupervision> supervision(Scope scope, GraphComponent component, String pointer) {
        if (component.onError().isEmpty()) {
            return Optional.of(scope.supervision());
        }
        OnError written = component.onError().get();
        String at = JsonPointers.child(pointer, "onError");
        if (written.group().isPresent()) {
            scope.source()
                    .warning(
                            JsonPointers.child(at, "group"),
                            "a group has no effect on a single component; give it to the graph that it lies in");
        }
        return FailureHandlings.of(written, scope.source(), at)
                .map(own -> new PlannedSupervision(
                        Optional.of(own), scope.supervision().around()));
    }

    private static void warnOfBypass(GraphSource source, GraphComponent component, Scope.Leaf leaf, String pointer) {
        boolean isBypassed = component.state() == ComponentState.BYPASSED && !leaf.mayHaveMore();
        if (isBypassed
                && (leaf.inbox("inbox").isEmpty() || leaf.outbox("outbox").isEmpty())) {
            source.warning(
                    pointer, "a bypassed component without the boxes \"inbox\" and \"outbox\" passes nothing on");
        }
    }

    private static void checkLimits(
            GraphSource source,
            GraphComponent component,
            Scope.Leaf leaf,
            List<String> limitable,
            String id,
            String pointer) {
        for (String name : component.inboxes().keySet()) {
            if (!limitable.contains(name) && !leaf.mayHaveMore()) {
                source.error(
                        JsonPointers.child(pointer, name),
                        Wording.of(Phrase.LIMIT_UNKNOWN, name, id, NearestName.listed(limitable)),
                        NearestName.of(name, limitable));
            }
        }
    }
}
