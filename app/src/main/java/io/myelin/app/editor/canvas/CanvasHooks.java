package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import java.util.List;
import java.util.Optional;

/** What the canvas leaves to the window around it. Called on the window's thread. */
public interface CanvasHooks {
    /** A component was double-clicked, or Enter was pressed on it. */
    void componentOpened(String id);

    /**
     * The component that {@code path} leads to is to be shown: each of its ids is one in the graph that the one before
     * stands for.
     */
    default void insideWanted(List<String> path) {}

    /** A link was clicked. */
    void linkClicked(LinkReference link);

    /**
     * The right button was clicked on {@code hit}, which is selected now, or nothing where it is nothing. The place is in
     * pixels of the scene.
     */
    void contextMenuAsked(Hit hit, double sceneX, double sceneY);

    /** Something was not done, for a reason that people should read. */
    void refused(String reason);

    /** Something was done, or chosen, of which people should read. */
    default void said(String words) {}

    /** What is chosen and what the keys do from now on, as long as something is done by keys; empty when it is over. */
    default void guided(String words) {}

    /** The graph in a file that a component is made of, given as in {@code graph:./file}; empty where it can't be read. */
    Optional<Graph> graphInFile(String file);

    /** The ids of the types of which components were added last, the last first. */
    default List<String> recentTypes() {
        return List.of();
    }

    /** A component of the type {@code id} was added by hand. */
    default void typeAdded(String id) {}

    /** Hooks that do nothing. */
    static CanvasHooks none() {
        return new CanvasHooks() {
            @Override
            public void componentOpened(String id) {}

            @Override
            public void linkClicked(LinkReference link) {}

            @Override
            public void contextMenuAsked(Hit hit, double sceneX, double sceneY) {}

            @Override
            public void refused(String reason) {}

            @Override
            public Optional<Graph> graphInFile(String file) {
                return Optional.empty();
            }
        };
    }
}
