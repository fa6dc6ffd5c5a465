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
        String title = combination.getDisplayText();
        if (!(combination instanceof KeyCodeCombination keys)) {
            return title;
        }
        String end = keys.getCode().toString();
        return title.endsWith(end) ? title.substring(0, title.length() - end.length()) + name(keys.getCode()) : title;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case PAGE_UP -> "Page Up";
            case PAGE_DOWN -> "Page Down";
            case BACK_SPACE -> "Backspace";
            default -> code.getName();
        };
    }

    /** {@code combination}, to be shown in a menu as people read it. */
    static KeyCombination titled(KeyCombination combination) {
        return new Titled(combination, of(combination));
    }

    private static final class Titled extends KeyCombination {
        private final KeyCombination keys;
        private final String title;

        private Titled(KeyCombination keys, String title) {
            super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
            this.keys = keys;
            this.title = title;
        }

        @Override
        public boolean match(KeyEvent event) {
            return keys.match(event);
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
