package io.myelin.app.editor.action;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A key that does an action. */
public sealed interface ActionKey {
    /**
     * Keys pressed together: {@code Shortcut}, {@code Shift}, {@code Alt} and the name of a {@link KeyCode}, as
     * {@code Shortcut+Shift+S}. Throws IllegalArgumentException for a name that is none.
     */
    static ActionKey pressed(String combination) {
        String[] names = combination.split("\\+");
        KeyCombination.Modifier[] modifiers = Arrays.stream(names, 0, names.length - 1)
                .map(name -> switch (name) {
                    case "Shortcut" -> KeyCombination.SHORTCUT_DOWN;
                    case "Shift" -> KeyCombination.SHIFT_DOWN;
                    case "Alt" -> KeyCombination.ALT_DOWN;
                    default -> throw new IllegalArgumentException("there is no key '" + name + "' to hold down");
                })
                .toArray(KeyCombination.Modifier[]::new);
        KeyCode code = KeyCode.valueOf(names[names.length - 1].toUpperCase(Locale.ROOT));
        return new Pressed(new KeyCodeCombination(code, modifiers));
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
