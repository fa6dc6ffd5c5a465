package io.myelin.app.picture;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.TextMeasure;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.kordamp.ikonli.IkonHandler;

/** The fonts of pictures, how wide texts are in them, and the outlines of icons. For one thread. */
final class PictureFonts implements TextMeasure {
    static final float ICON_SIZE = 18;
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<String, Font> iconFonts = new HashMap<>();

    Font of(TextStyle style) {
        return new Font(Font.SANS_SERIF, style.isStrong() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) style.size());
    }

    @Override
    public double width(String text, TextStyle style) {
        return text.isEmpty() ? 0 : of(style).getStringBounds(text, EXACT).getWidth();
    }

    /** The outline of the icon that Ikonli calls {@code literal}, around {@code centre}; empty where it is not at hand. */
    Optional<Shape> icon(String literal, Point centre) {
        try {
            return StreamSupport.stream(ServiceLoader.load(IkonHandler.class).spliterator(), false)
                    .filter(handler -> handler.supports(literal))
                    .findFirst()
                    .map(handler -> outline(handler, literal, centre));
        } catch (NoClassDefFoundError _) {
            // A picture without icons is a picture all the same, where a server has been given less than all.
            return Optional.empty();
        }
    }

    private Shape outline(IkonHandler handler, String literal, Point centre) {
        Font font = iconFonts.computeIfAbsent(handler.getFontFamily(), _ -> load(handler));
        String letter = Character.toString(handler.resolve(literal).getCode());
        GlyphVector glyphs = font.createGlyphVector(EXACT, letter);
        Rectangle2D box = glyphs.getLogicalBounds();
        AffineTransform move =
                AffineTransform.getTranslateInstance(centre.x() - box.getCenterX(), centre.y() - box.getCenterY());
        return move.createTransformedShape(glyphs.getOutline());
    }

    private static Font load(IkonHandler handler) {
        try (InputStream file = handler.getFontResourceAsStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(ICON_SIZE);
        } catch (IOException | FontFormatException damaged) {
            throw new IllegalStateException("the font of the icons can't be read", damaged);
        }
    }
}
