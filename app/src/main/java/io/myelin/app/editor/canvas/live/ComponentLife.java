package io.myelin.app.editor.canvas.live;

import io.myelin.engine.run.ComponentStatus;
import java.util.Optional;

/**
 * What a component of a run is doing.
 *
 * @param status for the colour
 * @param text the same in a few words, such as {@code waiting} or {@code 34 % of 12 MB}
 * @param failure what went wrong last, with the item that caused it; empty where nothing did
 * @param progress how much of its work is done, 0 to 1; empty where it does not tell
 */
public record ComponentLife(ComponentStatus status, String text, Optional<String> failure, Optional<Double> progress) {
    /** Of one that does not tell how far it has come. */
    public ComponentLife(ComponentStatus status, String text, Optional<String> failure) {
        this(status, text, failure, Optional.empty());
    }
}
