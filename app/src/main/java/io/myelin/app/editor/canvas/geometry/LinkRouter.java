package io.myelin.app.editor.canvas.geometry;

import io.myelin.app.editor.document.LinkReference;
import java.util.List;
import java.util.Map;

/** Finds the lines of links between components. The same bundle among the same cards gets the same lines. */
@FunctionalInterface
public interface LinkRouter {
    /** Draws every link as if nothing stood between its ends. */
    LinkRouter PLAIN = (_, _) -> Routes.NONE;

    /** Lines for the links of {@code bundle}; those that are not among them keep their plain lines. */
    Routes route(Bundle bundle, Cards cards);

    /** Tells which cards of components touch an area. */
    @FunctionalInterface
    interface Cards {
        /** Those that touch {@code area}, in no particular order. */
        List<Bounds> in(Bounds area);
    }

    /**
     * The links from one component to another.
     *
     * @param source the card of the one
     * @param target the card of the other
     * @param links at least one, in no particular order; those with waypoints go through these, wherever else they go
     */
    record Bundle(Bounds source, Bounds target, List<LinkShape> links) {
        /** Copies {@code links}. */
        public Bundle {
            links = List.copyOf(links);
        }
    }

    /**
     * What was found.
     *
     * @param lines the lines that are not plain
     * @param work how much was looked at for it, so that somebody can stop in time
     */
    record Routes(Map<LinkReference, LinkPath> lines, int work) {
        /** No lines, found at once. */
        static final Routes NONE = new Routes(Map.of(), 0);

        /** Copies {@code lines}. */
        public Routes {
            lines = Map.copyOf(lines);
        }
    }
}
