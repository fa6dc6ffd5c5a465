package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.ReactiveComponent;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.InboxLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One component ready to be made.
 *
 * @param path its id, behind those of the subgraphs around it, parted by {@code /}
 * @param title what people see
 * @param type the type it is made by
 * @param settings the settings record, values filled in
 * @param execution how it runs
 * @param state whether it does its work
 * @param supervision who decides about its failures
 * @param inboxes its data inboxes, those from its settings included
 * @param outboxes its data outboxes, those from its settings included
 * @param limits the limits given for its inboxes, by name; absent: the default
 */
public record PlannedComponent(
        String path,
        String title,
        ComponentType type,
        Record settings,
        Execution execution,
        ComponentState state,
        PlannedSupervision supervision,
        List<BoxDeclaration> inboxes,
        List<BoxDeclaration> outboxes,
        Map<String, InboxLimit> limits) {
    /** Copies the lists and the map. */
    public PlannedComponent {
        inboxes = List.copyOf(inboxes);
        outboxes = List.copyOf(outboxes);
        limits = Map.copyOf(limits);
    }

    /** A component in no subgraph. */
    public PlannedComponent(
            String path,
            String title,
            ComponentType type,
            Record settings,
            Execution execution,
            ComponentState state,
            FailureHandling failure,
            List<BoxDeclaration> inboxes,
            List<BoxDeclaration> outboxes,
            Map<String, InboxLimit> limits) {
        this(path, title, type, settings, execution, state, PlannedSupervision.by(failure), inboxes, outboxes, limits);
    }

    /** The limit of the inbox {@code name}. */
    public InboxLimit limit(String name) {
        return Optional.ofNullable(limits.get(name)).orElse(InboxLimit.DEFAULT);
    }

    /** Whether it is called when a message comes, rather than having a main method that waits for one. */
    public boolean isDrivenByCalls() {
        return state != ComponentState.ON
                || execution == Execution.PROCESS
                || ReactiveComponent.class.isAssignableFrom(type.componentClass());
    }

    /** The same inside the graph at {@code graphPath}. */
    public PlannedComponent under(String graphPath) {
        return new PlannedComponent(
                graphPath + "/" + path,
                title,
                type,
                settings,
                execution,
                state,
                supervision.under(graphPath),
                inboxes,
                outboxes,
                limits);
    }

    /** The path and the type; never the settings, which may hold secrets. */
    @Override
    public String toString() {
        return path + " (" + type.id() + ")";
    }
}
