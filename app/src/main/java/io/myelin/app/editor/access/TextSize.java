package io.myelin.app.editor.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** How large the texts of the window are; style sheets give all sizes of text as parts of that of the root. */
public final class TextSize {
    /** The size at 100 %, in pixels. */
    public static final double USUAL = 13;

    /** The sizes to choose from, in percent. */
    public static final List<Integer> CHOICES = List.of(100, 125, 150, 200, 250, 300);

    private static final String SHEET = "data:text/css,";
    private static final double TOOL_ICON = 18;
    private static final double PALETTE_ICON = 16;
    private static final double STATUS_ICON = 9;
    private static final double PANEL_ICON = 14;

    private TextSize() {}

    /** Gives all texts of {@code scene} a size, in percent of the usual one; taken as near as one of 100 to 300 comes. */
    public static void set(Scene scene, int percent) {
        double size = USUAL * Math.clamp(percent, 100, 300) / 100;
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", size));
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith(SHEET));
        if (size > USUAL) {
            scene.getStylesheets().add(SHEET + icons(size / USUAL));
        }
    }

    /** Icons beside texts grow with them: their size is a number of pixels, whatever the text around them has. */
    private static String icons(double larger) {
        return URLEncoder.encode(
                        String.format(
                                Locale.ROOT,
                                ".editor-toolbar .ikonli-font-icon,.panel-bar .ikonli-font-icon"
                                        + "{-fx-icon-size:%.0fpx;}.palette-list .ikonli-font-icon{-fx-icon-size:%.0fpx;}"
                                        + ".status-bar .ikonli-font-icon{-fx-icon-size:%.0fpx;}"
                                        + ".status-bar .run-states .ikonli-font-icon{-fx-icon-size:%.0fpx;}"
                                        + ".inspector .ikonli-font-icon,.tab .ikonli-font-icon{-fx-icon-size:%.0fpx;}",
                                TOOL_ICON * larger,
                                PALETTE_ICON * larger,
                                STATUS_ICON * larger,
                                PANEL_ICON * larger,
                                PANEL_ICON * larger),
                        StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** How many times as large as usual the text in {@code field} is, so that what stands around it can be, too. */
    public static double factor(TextInputControl field) {
        field.applyCss();
        return field.getFont().getSize() / USUAL;
    }

    /** As {@link #factor(TextInputControl)}, by a label or button of the usual size. */
    public static double factor(Labeled labeled) {
        labeled.applyCss();
        return labeled.getFont().getSize() / USUAL;
    }
}
