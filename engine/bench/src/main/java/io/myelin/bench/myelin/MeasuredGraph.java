package io.myelin.bench.myelin;

import io.myelin.engine.component.Component;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.component.Execution;
import io.myelin.engine.component.NoSettings;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.plan.FailureHandling;
import io.myelin.engine.plan.PlannedComponent;
import io.myelin.engine.plan.PlannedLink;
import io.myelin.engine.plan.RunPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the plan of a graph together, component by component. */
public final class MeasuredGraph {
    private final Execution execution;
    private final Map<Class<? extends Component>, ComponentType> types = new HashMap<>();
    private final List<PlannedComponent> components = new ArrayList<>();
    private final List<PlannedLink> links = new ArrayList<>();

    /** A graph whose components run as {@code execution}. */
    public MeasuredGraph(Execution execution) {
        this.execution = execution;
    }

    /** A component without settings. */
    public MeasuredGraph add(String path, Class<? extends Component> type) {
        return add(path, type, new NoSettings());
    }

    /** A component. */
    public MeasuredGraph add(String path, Class<? extends Component> type, Record settings) {
        return add(path, type, settings, execution);
    }

    /** A component that runs as {@code itsExecution}. */
    public MeasuredGraph add(String path, Class<? extends Component> type, Record settings, Execution itsExecution) {
        ComponentType of = types.computeIfAbsent(type, ComponentType::of);
        components.add(new PlannedComponent(
                path,
                path,
                of,
                settings,
                itsExecution,
                ComponentState.ON,
                FailureHandling.DEFAULT,
                of.inboxes(settings),
                of.outboxes(settings),
                Map.of()));
        return this;
    }

    /** A link from the one's {@code outbox} to the other's {@code inbox}. */
    public MeasuredGraph link(String from, String to) {
        return link(from, "outbox", to, "inbox");
    }

    /** A link. */
    public MeasuredGraph link(String from, String outbox, String to, String inbox) {
        links.add(new PlannedLink(from, outbox, to, inbox, List.of()));
        return this;
    }

    /** All of it. */
    public RunPlan plan() {
        return new RunPlan("", Path.of("").toAbsolutePath(), components, links);
    }
}
