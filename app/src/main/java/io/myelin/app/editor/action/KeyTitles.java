package io.myelin.app.editor.action;

import io.myelin.app.text.Texts;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys as people read them on their keyboards. */
final class KeyTitles {
    private static final Texts TEXTS = Texts.of(KeyTitles.class);

    private KeyTitles() {}

    /** What people read for {@code combination}: {@code Ctrl+1} where the library says {@code Ctrl+DIGIT1}. */
    static String of(KeyCombination combination) {
        if (!(combination instanceof KeyCodeCombination keys)) {
            return combination.getDisplayText();
        }
        // The library's text ends in its own name of the key, after the last plus.
        String title = combination.getDisplayText();
        int plus = title.lastIndexOf('+', title.length() - 2);
        return held(title.substring(0, plus + 1)) + name(keys.getCode());
    }

    /** The keys held down, as the library names them in English or by the signs of a Mac, which all languages share. */
    private static String held(String title) {
        return title.replace("Ctrl", TEXTS.get("key.control"))
                .replace("Shift", TEXTS.get("key.shift"))
                .replace("Alt", TEXTS.get("key.alt"));
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case PAGE_UP -> TEXTS.get("key.page-up");
            case PAGE_DOWN -> TEXTS.get("key.page-down");
            case BACK_SPACE -> TEXTS.get("key.backspace");
            case DELETE -> TEXTS.get("key.delete");
            case INSERT -> TEXTS.get("key.insert");
            case HOME -> TEXTS.get("key.home");
            case END -> TEXTS.get("key.end");
            case ENTER -> TEXTS.get("key.enter");
            case SPACE -> TEXTS.get("key.space");
            case LEFT -> TEXTS.get("key.left");
            case RIGHT -> TEXTS.get("key.right");
            case UP -> TEXTS.get("key.up");
            case DOWN -> TEXTS.get("key.down");
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
