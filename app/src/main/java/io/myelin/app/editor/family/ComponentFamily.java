package io.myelin.app.editor.family;

import java.util.List;

/**
 * A family of components, as people know it: the same name and icon wherever it is shown.
 *
 * @param name the part of a type's id before the dot
 * @param title its name for people
 * @param icon an Ikonli icon literal
 */
public record ComponentFamily(String name, String title, String icon) {
    private static final String PLAIN_ICON = "mdi2p-puzzle-outline";

    /** The families that are known, in the order in which people meet them. */
    private static final List<ComponentFamily> KNOWN = List.of(
            new ComponentFamily("source", "Sources", "mdi2r-ray-start-arrow"),
            new ComponentFamily("file", "Files", "mdi2f-file-document-outline"),
            new ComponentFamily("console", "Console", "mdi2c-console"),
            new ComponentFamily("text", "Text", "mdi2f-format-text"),
            new ComponentFamily("csv", "CSV", "mdi2f-file-delimited-outline"),
            new ComponentFamily("json", "JSON", "mdi2c-code-json"),
            new ComponentFamily("data", "Data", "mdi2f-function-variant"),
            new ComponentFamily("flow", "Flow", "mdi2s-source-branch"),
            new ComponentFamily("http", "HTTP", "mdi2w-web"),
            new ComponentFamily("tcp", "TCP", "mdi2l-lan-connect"),
            new ComponentFamily("sql", "SQL", "mdi2d-database-outline"),
            new ComponentFamily("process", "Processes", "mdi2a-application-cog-outline"),
            new ComponentFamily("script", "Scripts", "mdi2s-script-text-outline"),
            new ComponentFamily("view", "Views", "mdi2c-chart-line"),
            new ComponentFamily("graph", "Graphs", "mdi2g-graph-outline"));

    /** The families that are known, in the order in which people meet them. */
    public static List<ComponentFamily> known() {
        return KNOWN;
    }

    /** The family called {@code name}, which need not be one of ours. */
    public static ComponentFamily of(String name) {
        return KNOWN.stream()
                .filter(family -> family.name.equals(name))
                .findFirst()
                .orElseGet(() -> new ComponentFamily(name, title(name), PLAIN_ICON));
    }

    private static String title(String name) {
        return name.isEmpty() ? "Others" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Its rank in the order in which people meet the families; those that are not known come last. */
    public int rank() {
        int index = KNOWN.indexOf(this);
        return index < 0 ? KNOWN.size() : index;
    }
}
