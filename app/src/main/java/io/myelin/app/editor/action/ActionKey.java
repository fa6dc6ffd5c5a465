package io.myelin.app.editor.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
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

    /** The keys that {@code event} tells of: the one pressed, with those held down. */
    static ActionKey of(KeyEvent event) {
        List<KeyCombination.Modifier> held = new ArrayList<>();
        if (event.isShortcutDown()) {
            held.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isShiftDown()) {
            held.add(KeyCombination.SHIFT_DOWN);
        }
        if (event.isAltDown()) {
            held.add(KeyCombination.ALT_DOWN);
        }
        return new Pressed(new KeyCodeCombination(event.getCode(), held.toArray(KeyCombination.Modifier[]::new)));
    }

    /**
     * The key that {@link #text} writes as {@code text}. Throws IllegalArgumentException for a text that stands for
     * none.
     */
    static ActionKey parse(String text) {
        return text.length() == 3 && text.startsWith("\"") && text.endsWith("\"")
                ? typed(text.substring(1, 2))
                : pressed(text);
    }

    /** As it is written in a file: {@code Shortcut+Shift+S}, or {@code "?"}. */
    String text();

    /** A sign typed by whatever keys the keyboard has for it: {@code ?}. */
    static ActionKey typed(String sign) {
        return new Typed(sign);
    }

    /** Whether {@code event} is this key. */
    boolean matches(KeyEvent event);

    /** What people read. */
    String title();

    /** Keys pressed together. */
    record Pressed(KeyCodeCombination combination) implements ActionKey {
        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED && combination.match(event);
        }

        @Override
        public String title() {
            return KeyTitles.of(combination);
        }

        @Override
        public String text() {
            return (combination.getShortcut() == ModifierValue.DOWN ? "Shortcut+" : "")
                    + (combination.getShift() == ModifierValue.DOWN ? "Shift+" : "")
                    + (combination.getAlt() == ModifierValue.DOWN ? "Alt+" : "")
                    + combination.getCode().name();
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

        @Override
        public String text() {
            return "\"" + sign + "\"";
        }
    }
}
