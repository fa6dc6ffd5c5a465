package io.myelin.engine.graph;

import io.myelin.engine.component.Execution;
import io.myelin.engine.message.DataRecord;
import java.util.Map;
import java.util.Optional;

/**
 * One component of a graph, as written.
 *
 * @param type the id of a type, or {@code graph:name} or {@code graph:./file}
 * @param title what people see, or empty: the type's own
 * @param settings the values as written, references unresolved
 * @param execution empty: the type's own
 * @param place a label for the cluster, or empty: anywhere
 * @param state whether it does its work
 * @param onError empty: the default
 * @param inboxes limits by inbox name, in the order written
 * @param unknown keys that this version does not know
 */
public record GraphComponent(
        String type,
        String title,
        DataRecord settings,
        Optional<Execution> execution,
        String place,
        ComponentState state,
        Optional<OnError> onError,
        Map<String, InboxLimit> inboxes,
        DataRecord unknown) {

    /** Copies {@code inboxes}, keeping their order. */
    public GraphComponent {
        inboxes = OrderedMap.copyOf(inboxes);
    }

    /** A component of {@code type} with everything else at its default. */
    public static GraphComponent ofType(String type) {
        return new GraphComponent(
                type,
                "",
                DataRecord.empty(),
                Optional.empty(),
                "",
                ComponentState.ON,
                Optional.empty(),
                Map.of(),
                DataRecord.empty());
    }

    /** This component of another type. */
    public GraphComponent withType(String changed) {
        return new GraphComponent(changed, title, settings, execution, place, state, onError, inboxes, unknown);
    }

    /** This component with other settings. */
    public GraphComponent withSettings(DataRecord changed) {
        return new GraphComponent(type, title, changed, execution, place, state, onError, inboxes, unknown);
    }

    /** This component with another title; empty for the type's own. */
    public GraphComponent withTitle(String changed) {
        return new GraphComponent(type, changed, settings, execution, place, state, onError, inboxes, unknown);
    }

    /** This component with another execution; empty for the type's own. */
    public GraphComponent withExecution(Optional<Execution> changed) {
        return new GraphComponent(type, title, settings, changed, place, state, onError, inboxes, unknown);
    }

    /** This component in another state. */
    public GraphComponent withState(ComponentState changed) {
        return new GraphComponent(type, title, settings, execution, place, changed, onError, inboxes, unknown);
    }

    /** This component with another policy for failures; empty for the default. */
    public GraphComponent withOnError(Optional<OnError> changed) {
        return new GraphComponent(type, title, settings, execution, place, state, changed, inboxes, unknown);
    }

    /** This component with other limits of its inboxes. */
    public GraphComponent withInboxes(Map<String, InboxLimit> changed) {
        return new GraphComponent(type, title, settings, execution, place, state, onError, changed, unknown);
    }
}
