package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of links. */
class LinkPathTest {
    private final Bounds source = new Bounds(0, 0, 100, 48);
    private final Bounds ahead = new Bounds(300, 100, 100, 48);

    @Test
    void ahead_it_is_one_curve_from_box_to_box() {
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(300, 124), source, ahead);
        assertThat(path.leadsBack()).isFalse();
        assertThat(path.controls()).hasSize(4);
        assertThat(path.at(0)).isEqualTo(new Point(100, 24));
        assertThat(path.at(1).distance(new Point(300, 124))).isCloseTo(0, within(1e-6));
        assertThat(path.at(0.5).distance(new Point(200, 74))).isLessThan(2);
    }

    @Test
    void through_a_narrow_gap_it_is_one_curve_too() {
        Bounds near = new Bounds(108, 60, 100, 48);
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(108, 84), source, near);
        assertThat(path.leadsBack()).isFalse();
        assertThat(path.bounds().bottom()).isEqualTo(84);
    }

    @Test
    void back_it_goes_below_both_components_that_stand_level() {
        Bounds target = new Bounds(-300, 0, 100, 48);
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(-300, 24), source, target);
        assertThat(path.leadsBack()).isTrue();
        assertThat(path.bounds().bottom()).isGreaterThan(48 + 16);
        assertThat(path.at(0.5).y()).isGreaterThan(48 + 16);
    }

    @Test
    void back_and_down_it_goes_between_the_two() {
        Bounds target = new Bounds(-300, 200, 100, 48);
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(-300, 224), source, target);
        assertThat(path.at(0.5).y()).isBetween(48.0, 200.0);
    }

    @Test
    void points_on_it_are_evenly_apart() {
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(300, 124), source, ahead);
        double step = path.at(0.1).distance(path.at(0.2));
        assertThat(path.at(0.6).distance(path.at(0.7))).isCloseTo(step, within(step * 0.1));
    }

    @Test
    void it_is_hit_nearby_and_cut_by_a_line_across() {
        LinkPath path = LinkPath.between(new Point(100, 24), new Point(300, 124), source, ahead);
        Point middle = path.at(0.5);
        assertThat(path.distance(middle.plus(0, 3))).isLessThan(4);
        assertThat(path.distance(middle.plus(0, 60))).isGreaterThan(20);
        assertThat(path.cutBy(middle.plus(-30, 40), middle.plus(30, -40))).isTrue();
        assertThat(path.cutBy(middle.plus(0, 50), middle.plus(50, 50))).isFalse();
        assertThat(path.cutBy(new Point(0, 400), new Point(500, 400))).isFalse();
    }

    @Test
    void it_crosses_another_where_both_are() {
        LinkPath down = LinkPath.through(new Point(0, 0), List.of(new Point(100, 100)), new Point(200, 200));
        LinkPath back = LinkPath.between(
                new Point(300, 60), new Point(-100, 60), new Bounds(200, 40, 100, 60), new Bounds(-100, 40, 100, 60));

        assertThat(back.crossings(down)).hasSize(1).allSatisfy(length -> {
            Point crossing = back.at(length / back.length());
            assertThat(down.distance(crossing)).isLessThan(0.5);
        });
        assertThat(down.crossings(LinkPath.curve(new Point(0, 400), new Point(200, 400))))
                .isEmpty();
    }
}
