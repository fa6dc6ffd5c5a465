package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.family.ComponentFamily;

/**
 * How the components of a family look.
 *
 * @param icon an Ikonli icon literal
 * @param tone the colour of the icon
 */
public record FamilyLook(String icon, Tone tone) {
    /** The icon of a type that is not at hand. */
    public static final String UNKNOWN_ICON = "mdi2h-help-circle-outline";

    /** The look of the family with this name, the part of a type's id before the dot. */
    public static FamilyLook of(String family) {
        return new FamilyLook(ComponentFamily.of(family).icon(), tone(family));
    }

    private static Tone tone(String family) {
        return switch (family) {
            case "source", "file", "console", "http", "tcp", "sql", "process" -> Tone.FAMILY_OUTSIDE;
            case "text", "csv", "json" -> Tone.FAMILY_TEXT;
            case "data", "script" -> Tone.FAMILY_DATA;
            case "flow" -> Tone.FAMILY_FLOW;
            case "view" -> Tone.FAMILY_VIEW;
            default -> Tone.FAMILY_OTHER;
        };
    }
}
