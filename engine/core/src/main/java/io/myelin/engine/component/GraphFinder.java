package io.myelin.engine.component;

import java.util.Optional;

/** Looks up the graphs that settings name. */
@FunctionalInterface
public interface GraphFinder {
    /** Looks up nothing: every reference stays unresolved. */
    GraphFinder NONE = (text, _) -> Optional.of(GraphReference.unresolved(text));

    /**
     * The graph that {@code text} names, which stands at the JSON Pointer {@code pointer} from the settings object;
     * empty, with every problem told elsewhere, where there is none that can be used.
     */
    Optional<GraphReference> find(String text, String pointer);
}
