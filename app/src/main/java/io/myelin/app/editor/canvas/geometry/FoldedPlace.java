package io.myelin.app.editor.canvas.geometry;

import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;

/** How the place of a component says that it is folded to its head: by a key of the editor's own. */
public final class FoldedPlace {
    private static final String KEY = "folded";

    private FoldedPlace() {}

    /** Whether a component at {@code place} is folded. */
    public static boolean isFolded(Position place) {
        return Boolean.TRUE.equals(place.unknown().get(KEY));
    }

    /** The same place, folded or not. */
    public static Position fold(Position place, boolean folded) {
        DataRecord keys =
                folded ? place.unknown().with(KEY, true) : place.unknown().without(KEY);
        return new Position(place.x(), place.y(), keys);
    }
}
