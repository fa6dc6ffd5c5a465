package io.myelin.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Measures how well something stands out from its ground, as the Web Content Accessibility Guidelines count it. */
public final class Contrast {
    /** What text needs. */
    public static final double TEXT = 4.5;
    /** What lines, icons and marks need. */
    public static final double MARK = 3;

    private Contrast() {}

    /** From 1 to 21; a {@code front} that is not opaque is first laid over {@code ground}, which is. */
    public static double of(Color front, Color ground) {
        double one = luminance(over(front, ground));
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** What is seen where {@code front} lies over {@code ground}. */
    public static Color over(Color front, Color ground) {
        double part = front.getOpacity();
        return Color.color(
                front.getRed() * part + ground.getRed() * (1 - part),
                front.getGreen() * part + ground.getGreen() * (1 - part),
                front.getBlue() * part + ground.getBlue() * (1 - part));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** Adds to {@code weak} each visible text and icon in {@code root} that does not stand out enough from its ground. */
    public static void collect(Node root, String where, Set<String> weak) {
        if (!root.isVisible() || root.isDisabled()) {
            return;
        }
        if (root instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill) {
            double wanted = text instanceof FontIcon ? MARK : TEXT;
            Color ground = ground(text);
            Color front = new Color(fill.getRed(), fill.getGreen(), fill.getBlue(), fill.getOpacity() * opacity(text));
            double found = of(front, ground);
            if (opacity(text) > 0 && found < wanted) {
                weak.add(String.format(
                        Locale.ROOT,
                        "%.2f < %.1f: '%s' %s on %s, %s: %s",
                        found,
                        wanted,
                        text instanceof FontIcon icon ? icon.getIconLiteral() : text.getText(),
                        front,
                        ground,
                        where,
                        path(text)));
            }
        }
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, weak));
        }
    }

    private static double opacity(Node node) {
        double product = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            product *= at.getOpacity();
        }
        return product;
    }

    private static Color ground(Node node) {
        List<Region> regions = new ArrayList<>();
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                regions.addFirst(region);
            }
        }
        Color ground = node.getScene().getFill() instanceof Color fill ? over(fill, Color.WHITE) : Color.WHITE;
        for (Region region : regions) {
            if (region.getBackground() != null) {
                for (BackgroundFill layer : region.getBackground().getFills()) {
                    if (layer.getFill() instanceof Color fill) {
                        ground = over(fill, ground);
                    }
                }
            }
        }
        return ground;
    }

    private static String path(Node node) {
        StringBuilder words = new StringBuilder();
        int steps = 0;
        for (Node at = node; at != null && steps < 5; at = at.getParent(), steps++) {
            words.append(" < ").append(at.getClass().getSimpleName());
            if (at.getId() != null) {
                words.append('#').append(at.getId());
            }
            words.append(at.getStyleClass());
        }
        return words.toString();
    }
}
