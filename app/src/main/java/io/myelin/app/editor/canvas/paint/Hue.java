package io.myelin.app.editor.canvas.paint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.paint.Color;

/** The colours of notes and groups. Middle tones: a little of them tints light and dark grounds alike. */
public enum Hue {
    /** Quiet. */
    GREY("#7d8590"),
    /** Red. */
    RED("#e5534b"),
    /** Orange. */
    ORANGE("#d9730d"),
    /** Yellow: that of a note of which nothing is said. */
    YELLOW("#d4a72c"),
    /** Green. */
    GREEN("#2da44e"),
    /** Blue: that of a group of which nothing is said. */
    BLUE("#3f83f8"),
    /** Purple. */
    PURPLE("#9061f9");

    /** That of a note of which nothing is said, or nothing known. */
    public static final Hue NOTE = YELLOW;

    /** That of a group of which nothing is said, or nothing known. */
    public static final Hue GROUP = BLUE;

    private final String hexadecimal;

    Hue(String hexadecimal) {
        this.hexadecimal = hexadecimal;
    }

    /** The hue that a layout calls so. */
    public static Optional<Hue> named(String name) {
        return Arrays.stream(values()).filter(hue -> hue.id().equals(name)).findFirst();
    }

    /** The hue after the one that a layout calls so; {@code usual} is that of which nothing is said. */
    public static String after(String name, Hue usual) {
        Hue now = named(name).orElse(usual);
        return values()[(now.ordinal() + 1) % values().length].id();
    }

    /** What a layout calls it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its colour, so opaque. */
    public Color at(double opacity) {
        return Color.web(hexadecimal, opacity);
    }

    /** Its colour as hexadecimal digits behind a {@code #}, for what draws without a window. */
    public String hexadecimal() {
        return hexadecimal;
    }
}
