package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;

/**
 * Compares pictures with those that somebody has looked at and found good. {@code -Dmyelin.regenerate=true} makes the new
 * ones the good ones: look at them before they are committed. What differs is painted red in
 * {@code target/pictures/NAME-differs.png}.
 *
 * <p>Texts have other widths in other fonts, and what holds them has then too: where the machine's fonts are others than
 * those of the good pictures, the comparison is left out, and says so.
 */
public final class GoldenPicture {
    private static final Path GOOD = Path.of("src", "test", "resources", "pictures");
    private static final Path FONTS = GOOD.resolve("fonts.txt");

    /** By how much each of red, green and blue may differ: edges are smoothed a little differently here and there. */
    private static final int TOLERANCE = 24;

    /** The share of a picture's points that may differ by more. */
    private static final double SHARE = 0.001;

    private GoldenPicture() {}

    /** Compares {@code painted}, a file called {@code NAME.png}, with the good picture of that name. */
    public static void compare(Path painted) throws IOException {
        Path good = GOOD.resolve(painted.getFileName());
        String fonts = EditorFixture.call(GoldenPicture::fonts);
        if (Boolean.getBoolean("myelin.regenerate")) {
            Files.createDirectories(GOOD);
            Files.writeString(FONTS, fonts + "\n");
            if (!Files.exists(good) || differing(read(painted), read(good), painted) > SHARE) {
                Files.copy(painted, good, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        String known = Files.readString(FONTS).strip();
        assumeTrue(
                known.equals(fonts), "the good pictures were painted with other fonts: " + known + ", here " + fonts);
        assertThat(differing(read(painted), read(good), painted))
                .as("share of %s that differs from %s", painted, good)
                .isLessThanOrEqualTo(SHARE);
    }

    /** How wide some text is in the fonts that the editor uses. */
    private static String fonts() {
        return String.format(
                Locale.ROOT,
                "%.2f %.2f %.2f",
                width(Font.font("System", 13)),
                width(Font.font("System", javafx.scene.text.FontWeight.BOLD, 13)),
                width(Font.font("Monospaced", 12)));
    }

    private static double width(Font font) {
        Text text = new Text("The quick brown fox jumps over 1,234,567 lazy dogs");
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static BufferedImage read(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    private static double differing(BufferedImage now, BufferedImage good, Path painted) throws IOException {
        if (now.getWidth() != good.getWidth() || now.getHeight() != good.getHeight()) {
            return 1;
        }
        int differing = 0;
        BufferedImage marked = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                boolean differs = differs(now.getRGB(x, y), good.getRGB(x, y));
                differing += differs ? 1 : 0;
                marked.setRGB(x, y, differs ? Color.RED.getRGB() : now.getRGB(x, y));
            }
        }
        double share = (double) differing / (now.getWidth() * now.getHeight());
        if (share > SHARE) {
            String name = painted.getFileName().toString().replace(".png", "-differs.png");
            ImageIO.write(marked, "png", painted.resolveSibling(name).toFile());
        }
        return share;
    }

    private static boolean differs(int now, int good) {
        return differs(now >> 16, good >> 16, 0xff) || differs(now >> 8, good >> 8, 0xff) || differs(now, good, 0xff);
    }

    private static boolean differs(int now, int good, int channel) {
        return Math.abs((now & channel) - (good & channel)) > TOLERANCE;
    }
}
