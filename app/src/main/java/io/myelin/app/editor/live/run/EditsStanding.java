package io.myelin.app.editor.live.run;

import io.myelin.engine.graph.Problem;
import java.util.List;

/** How the run of a document stands to the edits of it. */
public sealed interface EditsStanding {
    /** The run is that of the graph as it is, or there is none. */
    record Followed() implements EditsStanding {}

    /** There are edits that have not been applied, since nobody asked for it yet. */
    record Waiting() implements EditsStanding {}

    /**
     * The graph as it is cannot be run: the run goes on as that of the graph before.
     *
     * @param problems all that is wrong
     */
    record Refused(List<Problem> problems) implements EditsStanding {
        /** Copies {@code problems}. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
