package io.myelin.app.editor.canvas.paint;

import io.myelin.app.editor.canvas.geometry.TextMeasure;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** The fonts of the canvas, and how wide texts are in them. For one thread. */
public final class CanvasFonts implements TextMeasure {
    /** The size of icons in units of the world. */
    public static final double ICON_SIZE = 18;

    private final String family = Font.getDefault().getFamily();
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Font> zoomed = new EnumMap<>(TextStyle.class);
    private final Map<TextStyle, Map<Integer, Double>> widths = new EnumMap<>(TextStyle.class);
    private final Map<String, Glyph> glyphs = new HashMap<>();
    private double zoom = 1;

    /** Fonts of the platform's own family. */
    public CanvasFonts() {
        for (TextStyle style : TextStyle.values()) {
            fonts.put(style, of(style, style.size()));
            widths.put(style, new HashMap<>());
        }
    }

    private Font of(TextStyle style, double size) {
        return Font.font(family, style.isStrong() ? FontWeight.SEMI_BOLD : FontWeight.NORMAL, size);
    }

    /** The font of {@code style}, in units of the world. */
    public Font of(TextStyle style) {
        return Objects.requireNonNull(fonts.get(style));
    }

    /** The font of {@code style}, in pixels at {@code wanted}. */
    Font atZoom(TextStyle style, double wanted) {
        if (zoom != wanted) {
            zoom = wanted;
            zoomed.clear();
        }
        return zoomed.computeIfAbsent(style, one -> of(one, one.size() * wanted));
    }

    /** {@inheritDoc} Letters are measured once each: kerning is left out. */
    @Override
    public double width(String text, TextStyle style) {
        Map<Integer, Double> known = Objects.requireNonNull(widths.get(style));
        return text.codePoints()
                .mapToDouble(letter -> known.computeIfAbsent(letter, one -> measured(one, style)))
                .sum();
    }

    private double measured(int letter, TextStyle style) {
        Text text = new Text(Character.toString(letter).repeat(8));
        text.setFont(of(style));
        return text.getLayoutBounds().getWidth() / 8;
    }

    /** The icon that Ikonli calls {@code literal}. */
    public Glyph icon(String literal) {
        return glyphs.computeIfAbsent(literal, wanted -> {
            IkonHandler handler = IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance())
                    .resolve(wanted);
            String letter = Character.toString(handler.resolve(wanted).getCode());
            return new Glyph(letter, handler.getFontFamily());
        });
    }

    /**
     * A letter of an icon font.
     *
     * @param text the letter
     * @param family its font's
     */
    public record Glyph(String text, String family) {
        /** Its font, so many pixels high. */
        Font font(double size) {
            return Font.font(family, size);
        }
    }
}
