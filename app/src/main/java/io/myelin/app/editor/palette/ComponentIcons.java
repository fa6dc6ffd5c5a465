package io.myelin.app.editor.palette;

import io.myelin.engine.component.ComponentType;
import java.util.Map;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The icons and names by which components and their families are known. */
public final class ComponentIcons {
    private static final String DEFAULT = "mdi2c-cube-outline";
    private static final Map<String, String> FAMILY_ICONS = Map.ofEntries(
            Map.entry("source", "mdi2r-ray-start-arrow"),
            Map.entry("file", "mdi2f-file-document-outline"),
            Map.entry("console", "mdi2c-console"),
            Map.entry("text", "mdi2f-format-text"),
            Map.entry("csv", "mdi2f-file-delimited-outline"),
            Map.entry("json", "mdi2c-code-json"),
            Map.entry("data", "mdi2d-database-outline"),
            Map.entry("flow", "mdi2s-source-branch"),
            Map.entry("http", "mdi2w-web"),
            Map.entry("tcp", "mdi2l-lan-connect"),
            Map.entry("sql", "mdi2d-database-search-outline"),
            Map.entry("process", "mdi2a-application-cog-outline"),
            Map.entry("script", "mdi2s-script-text-outline"),
            Map.entry("view", "mdi2c-chart-box-outline"),
            Map.entry("graph", "mdi2s-sitemap-outline"));
    private static final Map<String, String> FAMILY_TITLES = Map.ofEntries(
            Map.entry("source", "Sources"),
            Map.entry("file", "Files"),
            Map.entry("console", "Console"),
            Map.entry("text", "Text"),
            Map.entry("csv", "CSV"),
            Map.entry("json", "JSON"),
            Map.entry("data", "Data"),
            Map.entry("flow", "Flow"),
            Map.entry("http", "HTTP"),
            Map.entry("tcp", "TCP"),
            Map.entry("sql", "SQL"),
            Map.entry("process", "Processes"),
            Map.entry("script", "Scripts"),
            Map.entry("view", "Views"),
            Map.entry("graph", "Graphs"));

    private ComponentIcons() {}

    /** The icon of {@code type}: its own, or its family's. */
    public static FontIcon of(ComponentType type) {
        return icon(type.icon().isEmpty() ? literalOfFamily(type.family()) : type.icon());
    }

    /** The icon of what stands for a graph. */
    public static FontIcon ofGraph() {
        return icon(literalOfFamily("graph"));
    }

    /** The literal of a family's icon. */
    public static String literalOfFamily(String family) {
        return FAMILY_ICONS.getOrDefault(family, DEFAULT);
    }

    /** The name of a family for people. */
    public static String titleOfFamily(String family) {
        String title = FAMILY_TITLES.get(family);
        if (title != null) {
            return title;
        }
        return family.isEmpty() ? "Others" : Character.toUpperCase(family.charAt(0)) + family.substring(1);
    }

    /** The icon called {@code literal}, or a plain one where a component names one that is not there. */
    private static FontIcon icon(String literal) {
        try {
            return new FontIcon(literal);
        } catch (IllegalArgumentException unknown) {
            Ikon missing = MaterialDesignP.PUZZLE_OUTLINE;
            return new FontIcon(missing);
        }
    }
}
