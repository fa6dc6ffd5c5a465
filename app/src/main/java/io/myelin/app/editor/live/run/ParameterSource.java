package io.myelin.app.editor.live.run;

import io.myelin.engine.graph.Graph;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the values of a graph's parameters come from when it is run. Used on the window's thread. */
@FunctionalInterface
public interface ParameterSource {
    /**
     * Gives {@code answer} the values to run {@code graph} with, now or when people have filled them in; empty where
     * they would not. {@code always} says that people want to see them even if nothing need be asked.
     */
    void values(Graph graph, boolean always, Consumer<Optional<Map<String, String>>> answer);
}
