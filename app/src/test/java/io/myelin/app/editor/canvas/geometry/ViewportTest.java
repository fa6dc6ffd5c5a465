package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Panning, zooming and fitting. */
class ViewportTest {
    private final Viewport viewport = new Viewport(100, 50, 2, 800, 600);

    @Test
    void screen_and_world_lead_to_each_other() {
        Point world = viewport.toWorld(new Point(40, 20));
        assertThat(world).isEqualTo(new Point(120, 60));
        assertThat(viewport.toScreen(world)).isEqualTo(new Point(40, 20));
        assertThat(viewport.visible()).isEqualTo(new Bounds(100, 50, 400, 300));
    }

    @Test
    void zooming_keeps_the_place_under_the_pointer() {
        Point pointer = new Point(333, 444);
        Viewport zoomed = viewport.zoomedTo(0.7, pointer);
        assertThat(zoomed.toWorld(pointer).distance(viewport.toWorld(pointer))).isCloseTo(0, within(1e-9));
    }

    @Test
    void the_zoom_stays_between_2_and_400_percent() {
        assertThat(viewport.zoomedTo(100).zoom()).isEqualTo(4);
        assertThat(viewport.zoomedTo(0.001).zoom()).isEqualTo(0.02);
    }

    @Test
    void fitting_shows_all_of_it_in_the_middle_and_no_larger_than_asked() {
        Bounds world = new Bounds(-500, 200, 3000, 100);
        Viewport fitted = viewport.fitting(world, 40, 1);
        assertThat(fitted.visible().contains(world)).isTrue();
        assertThat(fitted.visible().centre().distance(world.centre())).isCloseTo(0, within(1e-9));
        assertThat(viewport.fitting(new Bounds(0, 0, 10, 10), 40, 1).zoom()).isEqualTo(1);
    }
}
