package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.ComponentState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The components that speak for subgraphs, and what tells them that all inside have ended: a link from the signal of
 * each, which closes at its end. Also those in the place of bypassed subgraphs: bypassed components like any other, they
 * pass on what comes in, and end and say so when that has ended.
 */
final class SubgraphSignals {
    private static final ComponentType TYPE = ComponentType.of(SubgraphSignal.class);
    private static final String SIGNAL = ComponentType.SIGNAL.name();

    private SubgraphSignals() {}

    /** One component for each of the subgraphs {@code speaking}, at its path. */
    static List<PlannedComponent> components(Collection<Scope> speaking) {
        return speaking.stream().map(SubgraphSignals::component).toList();
    }

    /** One bypassed component in the place of each of the bypassed subgraphs {@code standing}. */
    static List<PlannedComponent> inPlaceOf(Collection<Scope> standing) {
        return standing.stream()
                .map(scope -> {
                    Scope.Child whole = new Scope.Child(scope);
                    return component(
                            scope,
                            ComponentState.BYPASSED,
                            boxes(whole.inboxes(), ComponentType.CONTROL),
                            boxes(whole.outboxes(), ComponentType.SIGNAL));
                })
                .toList();
    }

    private static List<BoxDeclaration> boxes(List<String> names, BoxDeclaration always) {
        return names.stream()
                .filter(name -> !name.equals(always.name()))
                .map(name -> new BoxDeclaration(name, Set.of(), ""))
                .toList();
    }

    private static PlannedComponent component(Scope scope) {
        NoSettings settings = new NoSettings();
        return component(scope, ComponentState.ON, TYPE.inboxes(settings), TYPE.outboxes(settings));
    }

    private static PlannedComponent component(
            Scope scope, ComponentState state, List<BoxDeclaration> inboxes, List<BoxDeclaration> outboxes) {
        return new PlannedComponent(
                scope.path(),
                TYPE.title(),
                TYPE,
                new NoSettings(),
                Execution.MICROPROCESS,
                state,
                FailureHandling.DEFAULT,
                inboxes,
                outboxes,
                Map.of());
    }

    /** What tells them of the ends inside, beside the links from outside to the subgraphs' controls. */
    static List<PlannedLink> links(Set<Scope> speaking, Set<Scope> standing) {
        List<PlannedLink> links = new ArrayList<>();
        for (Scope scope : speaking) {
            links.add(new PlannedLink(
                    scope.path(), SubgraphSignal.STOP, scope.path(), ComponentType.CONTROL.name(), List.of()));
            Deque<Scope> open = new ArrayDeque<>(List.of(scope));
            while (!open.isEmpty()) {
                Scope inside = open.poll();
                inside.nodes().forEach((id, node) -> {
                    switch (node) {
                        case Scope.Leaf leaf when leaf.planned().isPresent() -> links.add(told(inside, id, scope));
                        case Scope.Leaf _ -> {}
                        // One that speaks for itself ends after all that is in it.
                        case Scope.Child child
                        when speaking.contains(child.scope()) || standing.contains(child.scope()) ->
                            links.add(told(inside, id, scope));
                        case Scope.Child child -> open.add(child.scope());
                    }
                });
            }
        }
        return links;
    }

    private static PlannedLink told(Scope inside, String id, Scope scope) {
        return new PlannedLink(inside.pathOf(id), SIGNAL, scope.path(), SubgraphSignal.INSIDE, List.of());
    }
}
