package io.myelin.app.editor.canvas.paint;

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
        return switch (family) {
            case "source" -> new FamilyLook("mdi2p-play-circle-outline", Tone.FAMILY_OUTSIDE);
            case "file" -> new FamilyLook("mdi2f-file-document-outline", Tone.FAMILY_OUTSIDE);
            case "console" -> new FamilyLook("mdi2c-console", Tone.FAMILY_OUTSIDE);
            case "http", "tcp" -> new FamilyLook("mdi2w-web", Tone.FAMILY_OUTSIDE);
            case "sql" -> new FamilyLook("mdi2d-database-outline", Tone.FAMILY_OUTSIDE);
            case "process" -> new FamilyLook("mdi2a-application-cog-outline", Tone.FAMILY_OUTSIDE);
            case "text" -> new FamilyLook("mdi2f-format-text", Tone.FAMILY_TEXT);
            case "csv" -> new FamilyLook("mdi2f-file-delimited-outline", Tone.FAMILY_TEXT);
            case "json" -> new FamilyLook("mdi2c-code-json", Tone.FAMILY_TEXT);
            case "data" -> new FamilyLook("mdi2f-function-variant", Tone.FAMILY_DATA);
            case "script" -> new FamilyLook("mdi2l-language-javascript", Tone.FAMILY_DATA);
            case "flow" -> new FamilyLook("mdi2s-source-branch", Tone.FAMILY_FLOW);
            case "view" -> new FamilyLook("mdi2c-chart-line", Tone.FAMILY_VIEW);
            case "graph" -> new FamilyLook("mdi2g-graph-outline", Tone.FAMILY_OTHER);
            default -> new FamilyLook("mdi2p-puzzle-outline", Tone.FAMILY_OTHER);
        };
    }
}
