package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Viewport;
import java.util.concurrent.TimeUnit;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While the view zooms, what was painted is shown in its places, larger or smaller, until it is painted again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ZoomedPictureTest {
    private static final Color CARD = Color.BLUE;

    private static Group card() {
        Rectangle card = new Rectangle(10, 20, 30, 10);
        card.setFill(CARD);
        return new Group(card);
    }

    private static Image zoomed(double outputScale, double zoom, double dx, double dy) {
        CanvasFixture.start();
        return CanvasFixture.call(() -> {
            ZoomedPicture picture = new ZoomedPicture();
            picture.take(card(), new Bounds(-8, -8, 80, 60), outputScale);
            picture.show(zoom, dx, dy, 64, 44);
            return picture.getImage();
        });
    }

    /** Checks that there is a card from one pixel to before the other, and nothing else. */
    private static void assertCard(Image image, int fromX, int fromY, int toX, int toY) {
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                boolean isInside = x >= fromX && x < toX && y >= fromY && y < toY;
                assertThat(image.getPixelReader().getColor(x, y))
                        .as("pixel %d, %d", x, y)
                        .isEqualTo(isInside ? CARD : Color.TRANSPARENT);
            }
        }
    }

    @Test
    void what_is_twice_as_large_is_twice_as_far_from_where_it_begins() {
        assertCard(zoomed(1, 2, -10, -20), 10, 20, 70, 40);
    }

    @Test
    void what_is_half_as_large_leaves_the_rest_empty() {
        assertCard(zoomed(1, 0.5, 4, 2), 9, 12, 24, 17);
    }

    @Test
    void a_finer_screen_has_as_many_more_pixels() {
        Image image = zoomed(2, 1, 0, 0);
        assertThat(image.getWidth()).isEqualTo(128);
        assertCard(image, 20, 40, 80, 60);
    }

    @Test
    void components_are_where_they_will_be_painted_while_the_view_zooms_and_after_it() {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.grid(25, 40), 900, 600)) {
            CanvasFixture.run(() -> canvas.canvas().zoomTo(0.2));
            CanvasFixture.await("it is painted", () -> isPainted(canvas));
            long before = CanvasFixture.call(() -> canvas.canvas().wholePaintings());
            Color[] colors = CanvasFixture.call(() -> {
                Viewport viewport = canvas.canvas().viewport();
                canvas.canvas().interaction().show(viewport.zoomedTo(0.23).panned(31, -17));
                Color[] meanwhile = colors(canvas);
                assertThat(canvas.canvas().wholePaintings()).isEqualTo(before);
                return meanwhile;
            });
            CanvasFixture.await(
                    "it is painted again", () -> canvas.canvas().wholePaintings() > before && isPainted(canvas));
            assertThat(colors).isEqualTo(CanvasFixture.call(() -> colors(canvas)));
        }
    }

    private static boolean isPainted(CanvasFixture canvas) {
        return canvas.canvas().node() instanceof Parent pane && !pane.isNeedsLayout();
    }

    /** The colours in the middle of some components that stand well inside of what is seen. */
    private static Color[] colors(CanvasFixture canvas) {
        Image image = canvas.canvas().node().snapshot(null, null);
        Viewport viewport = canvas.canvas().viewport();
        return canvas.canvas().geometry().componentsIn(viewport.visible().grown(-300)).stream()
                .map(shape -> viewport.toScreen(shape.bounds().centre()))
                .map(at -> image.getPixelReader().getColor((int) at.x(), (int) at.y()))
                .toArray(Color[]::new);
    }
}
