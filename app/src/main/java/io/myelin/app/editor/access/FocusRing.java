package io.myelin.app.editor.access;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Marks the root of a scene with the pseudo-class {@code keys} while people use the keyboard, so that style sheets can show
 * what has the focus, however it came there, and need not while the pointer is used.
 */
public final class FocusRing {
    private static final PseudoClass KEYS = PseudoClass.getPseudoClass("keys");

    private FocusRing() {}

    /** Keeps the mark on the root that {@code scene} has now. */
    public static void follow(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.getCode().isModifierKey()) {
                scene.getRoot().pseudoClassStateChanged(KEYS, true);
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> scene.getRoot().pseudoClassStateChanged(KEYS, false));
    }
}
