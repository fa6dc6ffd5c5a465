package io.myelin.app.editor.access;

import io.myelin.app.text.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody wants things to move on the screen. */
public enum MotionChoice {
    /** As the desktop is set. */
    SYSTEM,
    /** Things move. */
    FULL,
    /** Nothing slides: figures tell what happens. */
    REDUCED;

    private static final Texts TEXTS = Texts.of(MotionChoice.class);

    /** What people read. */
    public String title() {
        return switch (this) {
            case SYSTEM -> TEXTS.get("motion.system");
            case FULL -> TEXTS.get("motion.full");
            case REDUCED -> TEXTS.get("motion.reduced");
        };
    }

    /** The name in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice that the settings file calls {@code id}. */
    public static Optional<MotionChoice> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
