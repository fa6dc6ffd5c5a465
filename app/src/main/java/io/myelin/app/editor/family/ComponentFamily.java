package io.myelin.app.editor.family;

import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A family of components, as people know it: the same name and icon wherever it is shown.
 *
 * @param name the part of a type's id before the dot
 * @param icon an Ikonli icon literal
 */
public record ComponentFamily(String name, String icon) {
    private static final Texts TEXTS = Texts.of(ComponentFamily.class);

    private static final String PLAIN_ICON = "mdi2p-puzzle-outline";

    /** The families that are known, in the order in which people meet them. */
    private static final List<ComponentFamily> KNOWN = List.of(
            new ComponentFamily("source", "mdi2r-ray-start-arrow"),
            new ComponentFamily("file", "mdi2f-file-document-outline"),
            new ComponentFamily("console", "mdi2c-console"),
            new ComponentFamily("text", "mdi2f-format-text"),
            new ComponentFamily("csv", "mdi2f-file-delimited-outline"),
            new ComponentFamily("json", "mdi2c-code-json"),
            new ComponentFamily("data", "mdi2f-function-variant"),
            new ComponentFamily("flow", "mdi2s-source-branch"),
            new ComponentFamily("http", "mdi2w-web"),
            new ComponentFamily("tcp", "mdi2l-lan-connect"),
            new ComponentFamily("sql", "mdi2d-database-outline"),
            new ComponentFamily("process", "mdi2a-application-cog-outline"),
            new ComponentFamily("script", "mdi2s-script-text-outline"),
            new ComponentFamily("view", "mdi2c-chart-line"),
            new ComponentFamily("graph", "mdi2g-graph-outline"));

    private static final Map<String, ComponentFamily> BY_NAME =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(ComponentFamily::name, family -> family));

    /** The families that are known, in the order in which people meet them. */
    public static List<ComponentFamily> known() {
        return KNOWN;
    }

    /** The family called {@code name}, which need not be one of ours. */
    public static ComponentFamily of(String name) {
        ComponentFamily known = BY_NAME.get(name);
        return known == null ? new ComponentFamily(name, PLAIN_ICON) : known;
    }

    /** Its name for people. */
    public String title() {
        if (KNOWN.contains(this)) {
            return TEXTS.get("family." + name);
        }
        return name.isEmpty() ? TEXTS.get("family.others") : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Its rank in the order in which people meet the families; those that are not known come last. */
    public int rank() {
        int index = KNOWN.indexOf(this);
        return index < 0 ? KNOWN.size() : index;
    }
}
