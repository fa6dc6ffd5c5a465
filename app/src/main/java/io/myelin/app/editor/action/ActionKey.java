package io.myelin.app.editor.action;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A key that does an action. */
public sealed interface ActionKey {
    /** Keys pressed together, written as JavaFX does: {@code Shortcut+Shift+S}. */
    static ActionKey pressed(String combination) {
        return new Pressed(KeyCombination.keyCombination(combination));
    }

    /** A sign typed by whatever keys the keyboard has for it: {@code ?}. */
    static ActionKey typed(String sign) {
        return new Typed(sign);
    }

    /** Whether {@code event} is this key. */
    boolean matches(KeyEvent event);

    /** What people read. */
    String title();

    /** Keys pressed together. */
    record Pressed(KeyCombination combination) implements ActionKey {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
        }

        @Override
        public String title() {
            return KeyTitles.of(combination);
        }
    }

    /** A sign typed. */
    record Typed(String sign) implements ActionKey {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED
                    && event.getCharacter().equals(sign)
                    && !event.isShortcutDown()
                    && !event.isAltDown();
        }

        @Override
        public String title() {
            return sign;
        }
    }
}
