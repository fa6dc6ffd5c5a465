package io.myelin.engine.plan;

import io.myelin.engine.component.BoxDeclaration;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.ComponentState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One use of a graph in a plan: the outermost one, or one behind a component. */
final class Scope {
    private final Definition definition;
    private final Optional<Scope> parent;
    private final Optional<Scope> user;
    private final String id;
    private final String path;
    private final ComponentState state;
    private final PlannedSupervision supervision;
    private final Map<String, Optional<Object>> parameters;
    private final boolean isBypassed;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /** What stands behind a component's id. */
    sealed interface Node {
        /** The inbox called {@code box}, where this has one. */
        Optional<BoxDeclaration> inbox(String box);

        /** The outbox called {@code box}, where this has one. */
        Optional<BoxDeclaration> outbox(String box);

        /** The names of all inboxes. */
        List<String> inboxes();

        /** The names of all outboxes. */
        List<String> outboxes();

        /** Whether there may be boxes that are not known, as those of an unknown type. */
        boolean mayHaveMore();
    }

    /** A real component; {@code planned} is empty where it cannot be made or must not be. */
    record Leaf(
            Optional<PlannedComponent> planned,
            Map<String, BoxDeclaration> inboxesByName,
            Map<String, BoxDeclaration> outboxesByName,
            boolean mayHaveMore)
            implements Node {
        /** A component of which nothing is known. */
        static final Leaf GHOST = new Leaf(Optional.empty(), Map.of(), Map.of(), true);

        /** A component with these data boxes, of which links can name those that belong to no topic. */
        static Leaf of(
                Optional<PlannedComponent> planned,
                List<BoxDeclaration> inboxes,
                List<BoxDeclaration> outboxes,
                boolean mayHaveMore) {
            Map<String, BoxDeclaration> in = new LinkedHashMap<>();
            inboxes.stream().filter(BoxDeclaration::isLinkable).forEach(box -> in.put(box.name(), box));
            in.put(ComponentType.CONTROL.name(), ComponentType.CONTROL);
            Map<String, BoxDeclaration> out = new LinkedHashMap<>();
            outboxes.stream().filter(BoxDeclaration::isLinkable).forEach(box -> out.put(box.name(), box));
            out.put(ComponentType.SIGNAL.name(), ComponentType.SIGNAL);
            return new Leaf(planned, in, out, mayHaveMore);
        }

        @Override
        public Optional<BoxDeclaration> inbox(String box) {
            return Optional.ofNullable(inboxesByName.get(box));
        }

        @Override
        public Optional<BoxDeclaration> outbox(String box) {
            return Optional.ofNullable(outboxesByName.get(box));
        }

        @Override
        public List<String> inboxes() {
            return List.copyOf(inboxesByName.keySet());
        }

        @Override
        public List<String> outboxes() {
            return List.copyOf(outboxesByName.keySet());
        }
    }

    /** A subgraph. */
    record Child(Scope scope) implements Node {
        @Override
        public Optional<BoxDeclaration> inbox(String box) {
            return box(box, scope.definition.graph().inboxes().containsKey(box), ComponentType.CONTROL);
        }

        @Override
        public Optional<BoxDeclaration> outbox(String box) {
            return box(box, scope.definition.graph().outboxes().containsKey(box), ComponentType.SIGNAL);
        }

        private static Optional<BoxDeclaration> box(String name, boolean isOwn, BoxDeclaration always) {
            if (isOwn) {
                return Optional.of(new BoxDeclaration(name, Set.of(), ""));
            }
            return name.equals(always.name()) ? Optional.of(always) : Optional.empty();
        }

        @Override
        public List<String> inboxes() {
            return with(scope.definition.graph().inboxes().keySet(), ComponentType.CONTROL);
        }

        @Override
        public List<String> outboxes() {
            return with(scope.definition.graph().outboxes().keySet(), ComponentType.SIGNAL);
        }

        private static List<String> with(Set<String> own, BoxDeclaration always) {
            return Stream.concat(own.stream(), Stream.of(always.name()))
                    .distinct()
                    .toList();
        }

        @Override
        public boolean mayHaveMore() {
            return false;
        }
    }

    private Scope(
            Definition definition,
            Optional<Scope> parent,
            Optional<Scope> user,
            String id,
            String path,
            ComponentState state,
            List<PlannedSupervisor> supervisors,
            Map<String, Optional<Object>> parameters) {
        this.definition = definition;
        this.parent = parent;
        this.user = user;
        this.id = id;
        this.path = path;
        this.state = state;
        this.supervision = new PlannedSupervision(Optional.empty(), supervisors);
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.isBypassed = state == ComponentState.BYPASSED
                || parent.map(Scope::isBypassed).orElse(false);
    }

    static Scope outermost(Definition definition, Map<String, Optional<Object>> parameters) {
        return new Scope(
                definition, Optional.empty(), Optional.empty(), "", "", ComponentState.ON, List.of(), parameters);
    }

    /**
     * The use of {@code used} by a component of this graph that runs it under itself: outermost for what is inside, whose
     * failures are a matter of its own.
     */
    Scope fragment(Definition used, Map<String, Optional<Object>> values) {
        return new Scope(
                used, Optional.empty(), Optional.of(this), "", "", effective(ComponentState.ON), List.of(), values);
    }

    /** The use of {@code used} by the component {@code componentId} of this graph. */
    Scope inner(
            Definition used,
            String componentId,
            ComponentState componentState,
            Optional<PlannedSupervisor> supervisor,
            Map<String, Optional<Object>> values) {
        return new Scope(
                used,
                Optional.of(this),
                Optional.of(this),
                componentId,
                pathOf(componentId),
                effective(componentState),
                Stream.concat(supervisor.stream(), supervision.around().stream())
                        .toList(),
                values);
    }

    /** The state of a component of this graph: what is inside a muted graph is muted. */
    ComponentState effective(ComponentState componentState) {
        return state == ComponentState.MUTED ? ComponentState.MUTED : componentState;
    }

    /** Whether this or a graph around it is bypassed, so that nothing in it runs. */
    boolean isBypassed() {
        return isBypassed;
    }

    String pathOf(String componentId) {
        return path.isEmpty() ? componentId : path + "/" + componentId;
    }

    Definition definition() {
        return definition;
    }

    GraphSource source() {
        return definition.source();
    }

    Optional<Scope> parent() {
        return parent;
    }

    /** The graph whose component uses this one, as a part of it or to run it under itself; empty for the outermost. */
    Optional<Scope> user() {
        return user;
    }

    /** The id of the component that stands for this graph; empty for the outermost. */
    String id() {
        return id;
    }

    String path() {
        return path;
    }

    ComponentState state() {
        return state;
    }

    /** Who decides about the failures of a component that says nothing about them itself. */
    PlannedSupervision supervision() {
        return supervision;
    }

    /** The values of the parameters by name; empty ones are not known yet. */
    Map<String, Optional<Object>> parameters() {
        return parameters;
    }

    /** What stands behind each id, in document order. */
    Map<String, Node> nodes() {
        return nodes;
    }
}
