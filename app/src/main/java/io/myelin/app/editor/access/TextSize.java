package io.myelin.app.editor.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** Sizes in pixels at 100 %: of icons, and of the shapes that controls draw themselves. */
    private static final Map<String, Double> ICONS = icons();

    private static final Map<String, Shape> SHAPES = shapes();

    private static final String TAB_CLOSE =
            ".tab-pane > .tab-header-area > .headers-region > .tab > .tab-container > .tab-close-button";
    private static final double TAB_CLOSE_SIZE = 16;
    private static final double TAB_CLOSE_EDGE = 4;

    private record Shape(double width, double height) {}

    private TextSize() {}

    /**
     * Gives all texts of {@code scene} a size, in percent of the usual one; taken as near as one of 100 to 300 comes. What
     * other style sheets the scene has when this is called gives way to it.
     */
    public static void set(Scene scene, int percent) {
        double size = USUAL * Math.clamp(percent, 100, 300) / 100;
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", size));
        scene.getStylesheets().removeIf(sheet -> sheet.startsWith(SHEET));
        if (size > USUAL) {
            scene.getStylesheets().add(SHEET + rules(size / USUAL));
        }
    }

    private static Map<String, Double> icons() {
        Map<String, Double> sizes = new LinkedHashMap<>();
        sizes.put(".ikonli-font-icon", 18.0);
        sizes.put(".palette-list .ikonli-font-icon", 16.0);
        sizes.put(".inspector .ikonli-font-icon", 14.0);
        sizes.put(".tab .ikonli-font-icon", 14.0);
        sizes.put(".breadcrumb-separator", 14.0);
        sizes.put(".unsaved-dot", 14.0);
        sizes.put(".status-bar .ikonli-font-icon", 9.0);
        sizes.put(".status-bar .run-states .ikonli-font-icon", 14.0);
        sizes.put(".graph-canvas .canvas-empty .ikonli-font-icon", 32.0);
        return Collections.unmodifiableMap(sizes);
    }

    private static Map<String, Shape> shapes() {
        Shape down = new Shape(10, 5);
        Map<String, Shape> sizes = new LinkedHashMap<>();
        sizes.put(".tab-pane > .tab-header-area > .control-buttons-tab > .container > .tab-down-button > .arrow", down);
        sizes.put(".combo-box-base > .arrow-button > .arrow", down);
        sizes.put(".titled-pane > .title > .arrow-button > .arrow", new Shape(12, 7.4));
        sizes.put(".menu > .right-container > .arrow", new Shape(7.4, 12));
        return Collections.unmodifiableMap(sizes);
    }

    /** Icons beside texts grow with them: their size is a number of pixels, whatever the text around them has. */
    private static String rules(double larger) {
        StringBuilder rules = new StringBuilder();
        ICONS.forEach((icon, size) ->
                rules.append(String.format(Locale.ROOT, "%s{-fx-icon-size:%.0fpx;}", icon, size * larger)));
        SHAPES.forEach((shape, size) -> rules.append(String.format(
                Locale.ROOT,
                "%s{-fx-scale-shape:true;-fx-padding:%.1fpx %.1fpx;}",
                shape,
                size.height / 2 * larger,
                size.width / 2 * larger)));
        // The tabs give it room of its own, of which its cross takes the middle.
        rules.append(String.format(
                Locale.ROOT,
                "%1$s{-fx-scale-shape:true;-fx-pref-width:%2$.1fpx;-fx-pref-height:%2$.1fpx;-fx-background-insets:%3$.1fpx;}",
                TAB_CLOSE,
                TAB_CLOSE_SIZE * larger,
                TAB_CLOSE_EDGE * larger));
        return URLEncoder.encode(rules.toString(), StandardCharsets.UTF_8).replace("+", "%20");
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
