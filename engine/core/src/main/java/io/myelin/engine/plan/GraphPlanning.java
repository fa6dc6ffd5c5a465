package io.myelin.engine.plan;

import io.myelin.engine.component.NearestName;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphParameter;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonPointers;
import io.myelin.engine.message.Phrase;
import io.myelin.engine.message.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One planning of one graph. */
final class GraphPlanning {
    private final PlanRequest request;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<String> secretTexts = new LinkedHashSet<>();
    private final NearestNames nearest = new NearestNames();
    private final Scopes scopes;
    private final GraphSource source;
    private boolean onlyWarnings;

    GraphPlanning(SourcePlaces places, PlanRequest request) {
        this.request = request;
        this.source = GraphSource.outermost(request.folder(), places, this::tell);
        this.scopes = new Scopes(request, secretTexts, nearest, this::fragment);
    }

    synchronized PlanResult plan(Graph graph) {
        Definition definition = Definition.ofFile(graph, source, source);
        Scope outermost = Scope.outermost(definition, parameters(definition));
        List<Scope> opened = scopes.open(outermost);
        RunPlan plan = flat(outermost, opened);
        checkUnused(opened);
        List<Problem> found = inOrder(plan.secrets());
        boolean canRun = !request.checkOnly() && found.stream().noneMatch(Problem::isError);
        return new PlanResult(canRun ? Optional.of(plan) : Optional.empty(), found);
    }

    /** The graph {@code used}, made ready to be run under a component of {@code user}; throws as a reference does. */
    private synchronized PlannedFragment fragment(Scope user, Definition used, DataRecord given) {
        problems.clear();
        onlyWarnings = false;
        scopes.startAnew();
        Scope outermost = user.fragment(used, scopes.parameters(used, given));
        RunPlan plan = flat(outermost, scopes.open(outermost));
        String errors = inOrder(plan.secrets()).stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .collect(Collectors.joining("; "));
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors);
        }
        return new PlannedFragment(plan, FragmentBoxes.inboxes(outermost), FragmentBoxes.outboxes(outermost));
    }

    /** Checks what has been opened below {@code outermost}, and what of it can run. */
    private RunPlan flat(Scope outermost, List<Scope> opened) {
        LinkResolver resolver = check(opened);
        List<PlannedLink> links = new ArrayList<>(resolver.links());
        links.addAll(SubgraphSignals.links(resolver.speaking(), resolver.standing()));
        links.addAll(TopicLinks.of(opened));
        List<PlannedComponent> components = new ArrayList<>(Scopes.inOrder(outermost));
        components.addAll(SubgraphSignals.components(resolver.speaking()));
        components.addAll(SubgraphSignals.inPlaceOf(resolver.standing()));
        return new RunPlan(
                outermost.definition().graph().title(), request.folder(), components, links, new Secrets(secretTexts));
    }

    private LinkResolver check(List<Scope> opened) {
        opened.forEach(scope -> LinkChecks.check(scope, nearest));
        opened.forEach(UnlinkedInboxes::warn);
        for (List<Scope> named : scopes.takeUnchecked()) {
            check(named);
            TopicLinks.of(named);
        }
        return LinkResolver.of(opened);
    }

    /** Graphs that are defined and not used don't stand in the way of a run; what is wrong with them is a warning. */
    private void checkUnused(List<Scope> opened) {
        onlyWarnings = true;
        Deque<Definition> open = new ArrayDeque<>();
        opened.forEach(scope -> open.addAll(scope.definition().unused()));
        while (!open.isEmpty()) {
            Definition unused = open.poll();
            Map<String, Optional<Object>> unknown = new LinkedHashMap<>();
            unused.graph().parameters().keySet().forEach(name -> unknown.put(name, Optional.empty()));
            List<Scope> inside = scopes.open(Scope.outermost(unused, unknown));
            check(inside);
            inside.forEach(scope -> open.addAll(scope.definition().unused()));
        }
    }

    private void tell(Problem problem) {
        problems.add(onlyWarnings ? problem.with(Problem.Severity.WARNING) : problem);
    }

    private List<Problem> inOrder(Secrets secrets) {
        return problems.stream()
                .map(problem -> problem.mapped(secrets::redact))
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private Map<String, Optional<Object>> parameters(Definition definition) {
        Map<String, GraphParameter> declared = definition.graph().parameters();
        List<String> unknown = new ArrayList<>(request.parameters().keySet());
        unknown.removeAll(declared.keySet());
        unknown.sort(Comparator.naturalOrder());
        for (String name : unknown) {
            String allowed = declared.isEmpty() ? "the graph has no parameters" : NearestName.listed(declared.keySet());
            source.error(
                    "/parameters",
                    Wording.of("the unknown parameter \"" + name + "\" was given; allowed: " + allowed),
                    NearestName.of(name, declared.keySet()));
        }
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        declared.forEach((name, parameter) -> values.put(name, value(definition, name, parameter)));
        return values;
    }

    private Optional<Object> value(Definition definition, String name, GraphParameter parameter) {
        String pointer = definition.at("parameters", name);
        boolean isSecret = parameter.type() == ParameterType.SECRET;
        Optional<Object> defaultValue = scopes.defaultValue(definition, name, parameter);
        if (isSecret && parameter.defaultValue().isPresent()) {
            source.error(
                    JsonPointers.child(pointer, "default"),
                    "a secret has no default, since everyone who has the file could read it");
        }
        Optional<String> given = Optional.ofNullable(request.parameters().get(name))
                .or(() -> isSecret ? request.secrets().find(name) : Optional.empty());
        if (given.isPresent()) {
            return given(name, parameter, given.get(), pointer);
        }
        if (parameter.defaultValue().isEmpty() && !request.checkOnly()) {
            String place = isSecret ? request.secrets().place(name) : "";
            source.error(
                    pointer,
                    place.isEmpty()
                            ? Wording.of(Phrase.PARAMETER_MISSING, name)
                            : Wording.of(Phrase.PARAMETER_MISSING_AT, name, place));
        }
        return defaultValue;
    }

    private Optional<Object> given(String name, GraphParameter parameter, String text, String pointer) {
        if (parameter.type() == ParameterType.SECRET) {
            secretTexts.add(text);
        }
        try {
            return Optional.of(ParameterValues.ofText(parameter.type(), text, request.workingFolder()));
        } catch (IllegalArgumentException unfit) {
            source.error(pointer, "the value given for the parameter \"" + name + "\": " + unfit.getMessage());
            return Optional.empty();
        }
    }
}
