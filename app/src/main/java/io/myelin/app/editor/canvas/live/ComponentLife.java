package io.myelin.app.editor.canvas.live;

import io.myelin.engine.run.ComponentStatus;
import java.util.Optional;

/**
 * What a component of a run is doing.
 *
 * @param status for the colour
 * @param text the same in a few words, such as {@code waiting} or {@code 34 % of 12 MB}
 * @param failure what went wrong last, with the item that caused it; empty where nothing did
 */
public record ComponentLife(ComponentStatus status, String text, Optional<String> failure) {}
