package io.myelin.app.editor.canvas.gesture;

import java.util.Optional;

/** Says which gesture begins when a button goes down. */
@FunctionalInterface
interface GestureChoice {
    /** The gesture that begins; empty where the press does something at once, or nothing. */
    Optional<Gesture> choose(PointerEvent event, boolean spaceHeld);
}
