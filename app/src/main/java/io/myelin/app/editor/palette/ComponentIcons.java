package io.myelin.app.editor.palette;

import io.myelin.app.editor.family.ComponentFamily;
import io.myelin.engine.component.ComponentType;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The icons by which components are known. */
public final class ComponentIcons {
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
        return ComponentFamily.of(family).icon();
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
