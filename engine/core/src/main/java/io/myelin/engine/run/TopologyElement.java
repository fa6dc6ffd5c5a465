package io.myelin.engine.run;

import io.myelin.engine.component.Execution;
import java.util.Optional;

/** Something that a run consists of. Two are the same where they are equal. */
public sealed interface TopologyElement {
    /**
     * A topic that somebody publishes or subscribes to who has not ended.
     *
     * @param name its name, of this run only
     */
    record Topic(String name) implements TopologyElement {}

    /**
     * A component.
     *
     * @param path where it stands
     * @param type the id of its type
     * @param execution how it runs
     */
    record Component(String path, String type, Execution execution) implements TopologyElement {}

    /**
     * A box of a component.
     *
     * @param path its component
     * @param name its name there
     * @param isInbox whether messages come in by it
     * @param topic the topic that it belongs to
     */
    record Box(String path, String name, boolean isInbox, Optional<String> topic) implements TopologyElement {}

    /**
     * What takes messages from one box to another.
     *
     * @param fromPath the component of the box that they come from
     * @param from that box
     * @param toPath the component of the box that they go to
     * @param to that box
     * @param kind of what kind it is
     */
    record Link(String fromPath, String from, String toPath, String to, Kind kind) implements TopologyElement {
        /** What is between two boxes. */
        public enum Kind {
            /** From an outbox to an inbox. */
            LINK,
            /** All that comes in by an inbox goes on to an inbox further inside. */
            PASSED_IN,
            /** All that is sent to an outbox goes on to an outbox further outside. */
            PASSED_OUT
        }
    }
}
