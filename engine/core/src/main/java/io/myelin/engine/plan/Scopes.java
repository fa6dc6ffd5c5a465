package io.myelin.engine.plan;

import io.myelin.engine.component.GraphReference;
import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.OnError;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.RestartGroup;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens every use of a graph inside another, without recursion, so that depth costs nothing but memory. */
final class Scopes {
    /** The most components that a graph may come to with all its subgraphs; so they cannot grow beyond all bounds. */
    static final int MAX_COMPONENTS = 250_000;

    private final PlanRequest request;
    private final Set<String> secrets;
    private final GraphLibrary library;
    private final ComponentPlanner components;
    private final PlannedReference.Maker fragments;
    private final List<List<Scope>> unchecked = new ArrayList<>();
    private int count;

    /** Secrets that are met are added to {@code secrets}; graphs that settings name are made ready by {@code fragments}. */
    Scopes(PlanRequest request, Set<String> secrets, NearestNames nearest, PlannedReference.Maker fragments) {
        this.library = new GraphLibrary(nearest, request.files());
        this.request = request;
        this.secrets = secrets;
        this.components = new ComponentPlanner(request, secrets, this::named);
        this.fragments = fragments;
    }

    /** Starts counting components again: what follows is another run, or part of one. */
    void startAnew() {
        count = 0;
        unchecked.clear();
    }

    /** The uses of graphs that settings name, opened by {@link #open} and still to be checked; each is given once. */
    List<List<Scope>> takeUnchecked() {
        List<List<Scope>> taken = List.copyOf(unchecked);
        unchecked.clear();
        return taken;
    }

    /** The graph that a setting at {@code pointer} of {@code scope} names; its parameters come with each message. */
    private Optional<GraphReference> named(Scope scope, String text, String pointer) {
        return library.find(text, scope.definition(), pointer)
                .filter(used -> isNoCircle(scope, used, pointer) && isNotEmpty(scope, used, pointer))
                .map(used -> {
                    Map<String, Optional<Object>> unknown = new LinkedHashMap<>();
                    used.graph().parameters().forEach((name, parameter) -> {
                        defaultValue(used, name, parameter);
                        unknown.put(name, Optional.empty());
                    });
                    unchecked.add(open(scope.fragment(used, unknown)));
                    return new PlannedReference(text, scope, used, fragments);
                });
    }

    /** The values of the parameters of {@code used}, taken from {@code given} where they are there. */
    Map<String, Optional<Object>> parameters(Definition used, DataRecord given) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        used.graph().parameters().forEach((name, parameter) -> {
            String pointer = used.at("parameters", name);
            Object value = given.get(name);
            if (value != null) {
                values.put(name, typed(used.source(), parameter, value, pointer));
            } else if (parameter.defaultValue().isPresent()) {
                values.put(name, defaultValue(used, name, parameter));
            } else {
                used.source().error(pointer, "no value came for the parameter \"" + name + "\", which has no default");
                values.put(name, Optional.empty());
            }
        });
        return values;
    }

    /** All uses, {@code outermost} first, each before those inside it; none, and a problem told, if too many. */
    List<Scope> open(Scope outermost) {
        List<Scope> opened = new ArrayList<>();
        Deque<Scope> waiting = new ArrayDeque<>(List.of(outermost));
        while (!waiting.isEmpty()) {
            Scope scope = waiting.poll();
            opened.add(scope);
            Iterator<Map.Entry<String, GraphComponent>> rest =
                    scope.definition().graph().components().entrySet().iterator();
            while (rest.hasNext() && count <= MAX_COMPONENTS) {
                Map.Entry<String, GraphComponent> entry = rest.next();
                Scope.Node node = node(scope, entry.getKey(), entry.getValue());
                scope.nodes().put(entry.getKey(), node);
                if (node instanceof Scope.Child child) {
                    waiting.add(child.scope());
                }
                count++;
            }
            if (count > MAX_COMPONENTS) {
                outermost.source().error("", "the graph comes to more than 250,000 components with its subgraphs");
                return List.of();
            }
        }
        return opened;
    }

    /** The real components below {@code outermost}, in document order, those of a subgraph in its place. */
    static List<PlannedComponent> inOrder(Scope outermost) {
        List<PlannedComponent> planned = new ArrayList<>();
        Deque<Iterator<Scope.Node>> open = new ArrayDeque<>();
        open.push(outermost.nodes().values().iterator());
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            switch (open.element().next()) {
                case Scope.Leaf leaf -> leaf.planned().ifPresent(planned::add);
                case Scope.Child child ->
                    open.push(child.scope().nodes().values().iterator());
            }
        }
        return planned;
    }

    private Scope.Node node(Scope scope, String id, GraphComponent component) {
        if (!GraphLibrary.isGraph(component.type())) {
            return components.plan(scope, id, component);
        }
        String pointer = scope.definition().at("components", id);
        return library.find(component.type(), scope.definition(), JsonPointers.child(pointer, "type"))
                .filter(used -> isNoCircle(scope, used, JsonPointers.child(pointer, "type"))
                        && isNotEmpty(scope, used, JsonPointers.child(pointer, "type")))
                .<Scope.Node>map(used -> child(scope, id, component, used, pointer))
                .orElse(Scope.Leaf.GHOST);
    }

    private static boolean isNoCircle(Scope scope, Definition used, String pointer) {
        Optional<Scope> again = Optional.of(scope);
        while (again.isPresent() && !again.get().definition().isSameAs(used)) {
            again = again.get().user();
        }
        if (again.isEmpty()) {
            return true;
        }
        String circle = circle(scope, again.get(), used);
        scope.source().error(pointer, Wording.of(Phrase.GRAPH_IN_ITSELF, circle));
        return false;
    }

    private static boolean isNotEmpty(Scope scope, Definition used, String pointer) {
        boolean isEmpty = used.graph().components().isEmpty();
        if (isEmpty) {
            scope.source().error(pointer, Wording.of(Phrase.GRAPH_EMPTY, used.name()));
        }
        return !isEmpty;
    }

    /** The graphs from {@code first} down to {@code last}, and the one that it uses, which is the first again. */
    private static String circle(Scope last, Scope first, Definition used) {
        Deque<String> names = new ArrayDeque<>(List.of(used.name()));
        Scope at = last;
        while (at != first) {
            names.addFirst(at.definition().name());
            at = at.user().orElse(first);
        }
        names.addFirst(first.definition().name());
        return String.join(" → ", names);
    }

    private Scope.Child child(Scope scope, String id, GraphComponent component, Definition used, String pointer) {
        Map<String, Optional<Object>> values =
                parameters(scope, component.settings(), used, JsonPointers.child(pointer, "settings"), id);
        Optional<PlannedSupervisor> supervisor = component
                .onError()
                .flatMap(written ->
                        supervisor(scope, scope.pathOf(id), written, JsonPointers.child(pointer, "onError")));
        Scope inner = scope.inner(used, id, component.state(), supervisor, values);
        Scope.Child child = new Scope.Child(inner);
        warnOfNoEffect(scope.source(), component, child, id, pointer);
        return child;
    }

    private static Optional<PlannedSupervisor> supervisor(Scope scope, String path, OnError written, String pointer) {
        boolean restarts = written.policy().equals(Optional.of(FailurePolicy.RESTART));
        if (written.group().isPresent() && !restarts) {
            scope.source()
                    .warning(
                            JsonPointers.child(pointer, "group"),
                            "a group has no effect without the policy \"restart\"");
        }
        return FailureHandlings.of(written, scope.source(), pointer)
                .map(handling ->
                        new PlannedSupervisor(path, handling, written.group().orElse(RestartGroup.ONE)));
    }

    private Map<String, Optional<Object>> parameters(
            Scope scope, DataRecord settings, Definition used, String pointer, String id) {
        Map<String, GraphParameter> declared = used.graph().parameters();
        for (String name : settings.keySet()) {
            if (!declared.containsKey(name)) {
                Wording allowed = declared.isEmpty()
                        ? Wording.of(Phrase.NO_PARAMETERS)
                        : Wording.of(NearestName.listed(declared.keySet()));
                scope.source()
                        .error(
                                JsonPointers.child(pointer, name),
                                Wording.of(Phrase.SETTING_UNKNOWN, name, allowed),
                                NearestName.of(name, declared.keySet()));
            }
        }
        SettingsResolver.Resolved given =
                new SettingsResolver(scope, request, secrets).resolve(settings, pointer, SettingKinds.of(declared));
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        declared.forEach((name, parameter) -> {
            String at = JsonPointers.child("", name);
            Object value = given.values().get(name);
            if (value != null && given.unknown().contains(at)) {
                values.put(name, Optional.empty());
            } else if (value != null) {
                values.put(name, typed(scope.source(), parameter, value, pointer + at));
            } else if (parameter.defaultValue().isPresent()) {
                values.put(name, defaultValue(used, name, parameter));
            } else {
                scope.source().error(pointer, Wording.of(Phrase.SETTING_MISSING_OF, name, id));
                values.put(name, Optional.empty());
            }
        });
        return values;
    }

    private Optional<Object> typed(GraphSource source, GraphParameter parameter, Object value, String pointer) {
        try {
            Object typed = ParameterValues.of(parameter.type(), value, source.folder());
            if (parameter.type() == ParameterType.SECRET) {
                secrets.add(String.valueOf(typed));
            }
            return Optional.of(typed);
        } catch (IllegalArgumentException unfit) {
            source.error(pointer, new Secrets(secrets).redact(String.valueOf(unfit.getMessage())));
            return Optional.empty();
        }
    }

    /** The default of a parameter of {@code used}; what is wrong with it is told where it stands. */
    Optional<Object> defaultValue(Definition used, String name, GraphParameter parameter) {
        String pointer = JsonPointers.child(used.at("parameters", name), "default");
        return parameter.defaultValue().flatMap(value -> typed(used.source(), parameter, value, pointer));
    }

    private static void warnOfNoEffect(
            GraphSource source, GraphComponent component, Scope.Child child, String id, String pointer) {
        if (component.execution().isPresent()) {
            source.warning(
                    JsonPointers.child(pointer, "execution"),
                    "an execution has no effect on a graph; give it to the components inside");
        }
        for (String name : component.inboxes().keySet()) {
            String at = JsonPointers.child(JsonPointers.child(pointer, "inboxes"), name);
            if (child.inbox(name).isPresent()) {
                source.warning(
                        at,
                        "a limit of the inbox \"" + name + "\" has no effect, since what comes in is passed through; "
                                + "give it to the inbox inside");
            } else {
                source.error(
                        at,
                        Wording.of(Phrase.LIMIT_UNKNOWN, name, id, NearestName.listed(child.inboxes())),
                        NearestName.of(name, child.inboxes()));
            }
        }
        boolean isBypassed = component.state() == ComponentState.BYPASSED;
        if (isBypassed
                && (child.inbox("inbox").isEmpty() || child.outbox("outbox").isEmpty())) {
            source.warning(
                    JsonPointers.child(pointer, "state"),
                    "a bypassed graph without the boxes \"inbox\" and \"outbox\" passes nothing on");
        }
    }
}
