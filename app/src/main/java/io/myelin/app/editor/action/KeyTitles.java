package io.myelin.app.editor.action;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys as people read them on their keyboards. */
final class KeyTitles {
    private KeyTitles() {}

    /** What people read for {@code combination}: {@code Ctrl+1} where the library says {@code Ctrl+DIGIT1}. */
    static String of(KeyCombination combination) {
        if (!(combination instanceof KeyCodeCombination keys)) {
            return combination.getDisplayText();
        }
        // The library's text ends in its own name of the key, after the last plus.
        String title = combination.getDisplayText();
        int plus = title.lastIndexOf('+', title.length() - 2);
        return title.substring(0, plus + 1) + name(keys.getCode());
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case PAGE_UP -> "Page Up";
            case PAGE_DOWN -> "Page Down";
            case BACK_SPACE -> "Backspace";
            case COMMA -> ",";
            case EQUALS -> "=";
            case PLUS, ADD -> "+";
            case MINUS, SUBTRACT -> "-";
            case NUMPAD0 -> "0";
            default -> code.getName();
        };
    }

    /** {@code combination}, to be shown in a menu as people read it; {@code onlyShown} where the menu is not to do it. */
    static KeyCombination titled(KeyCombination combination, boolean onlyShown) {
        return new Titled(combination, of(combination), onlyShown);
    }

    private static final class Titled extends KeyCombination {
        private final KeyCombination keys;
        private final String title;
        private final boolean onlyShown;

        private Titled(KeyCombination keys, String title, boolean onlyShown) {
            super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
            this.keys = keys;
            this.title = title;
            this.onlyShown = onlyShown;
        }

        @Override
        public boolean match(KeyEvent event) {
            return !onlyShown && keys.match(event);
        }

        @Override
        public String getDisplayText() {
            return title;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Titled titled && titled.keys.equals(keys);
        }

        @Override
        public int hashCode() {
            return keys.hashCode();
        }
    }
}
