package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dragged component snaps to, and what drags it out of itself. Places are off the grid where that tells. */
class SnappingTest {
    private static Hands hands(SampleGraphs graph) {
        return new Hands(graph.graph());
    }

    private static SampleGraphs two() {
        return new SampleGraphs()
                .component(
                        "still",
                        GraphComponent.ofType("flow.take").withTitle("Much wider than the other one"),
                        203,
                        101)
                .component("moved", "flow.take", 500, 400);
    }

    private static Bounds bounds(Hands hands, String id) {
        return hands.geometry.component(id).orElseThrow().bounds();
    }

    /** Drags {@code moved} so far that it would have its top left corner at a place, without letting go. */
    private static void dragTo(Hands hands, double x, double y) {
        Point from = hands.title("moved");
        Bounds bounds = bounds(hands, "moved");
        hands.press(Button.PRIMARY, from);
        hands.dragTo(from.plus((x - bounds.x()) / 2, (y - bounds.y()) / 2));
        hands.dragTo(from.plus(x - bounds.x(), y - bounds.y()));
    }

    @Test
    void edges_snap_to_edges_before_the_grid_does() {
        Hands hands = hands(two());
        dragTo(hands, 206, 300);
        assertThat(bounds(hands, "moved").x()).isEqualTo(203);
        assertThat(bounds(hands, "moved").y()).isEqualTo(304);
        assertThat(hands.interaction.feedback().guides()).singleElement().satisfies(guide -> {
            assertThat(guide.from().x()).isEqualTo(203).isEqualTo(guide.to().x());
            assertThat(guide.from().y()).isLessThan(101);
            assertThat(guide.isGap()).isFalse();
        });
    }

    @Test
    void middles_snap_to_middles() {
        Hands hands = hands(two());
        Bounds still = bounds(hands, "still");
        Bounds moved = bounds(hands, "moved");
        dragTo(hands, still.centre().x() - moved.width() / 2 + 4, 300);
        assertThat(bounds(hands, "moved").centre().x()).isEqualTo(still.centre().x());
    }

    @Test
    void what_is_far_from_every_line_goes_to_the_grid_and_ctrl_lets_go_of_both() {
        Hands hands = hands(two());
        dragTo(hands, 218, 300);
        assertThat(bounds(hands, "moved").x()).isEqualTo(216);
        Point from = hands.title("moved");
        hands.with(Hands.CONTROL).dragTo(from.plus(7, 3));
        assertThat(bounds(hands, "moved").x()).isNotEqualTo(203).isNotEqualTo(216);
    }

    @Test
    void from_far_away_only_what_is_really_near_snaps() {
        Hands hands = hands(two());
        hands.interaction.operations().zoomTo(0.1);
        Point from = hands.title("moved");
        hands.press(Button.PRIMARY, from).dragTo(from.plus(-22, 8));
        double x = bounds(hands, "moved").x();
        assertThat(x).as("280 is 29 from the nearest line at 251").isEqualTo(280);
    }

    @Test
    void a_component_snaps_to_the_middle_between_its_neighbours_and_both_gaps_are_shown() {
        Hands hands = hands(new SampleGraphs()
                .component("left", "flow.take", 0, 0)
                .component("right", "flow.take", 701, 0)
                .component("moved", "flow.take", 300, 300));
        double width = bounds(hands, "moved").width();
        double middle = (bounds(hands, "left").right() + 701 - width) / 2;
        dragTo(hands, middle + 5, 13);
        assertThat(bounds(hands, "moved").x()).isEqualTo(middle);
        assertThat(hands.interaction.feedback().guides())
                .filteredOn(Feedback.Line::isGap)
                .hasSize(2)
                .allSatisfy(gap -> assertThat(gap.to().x() - gap.from().x())
                        .isEqualTo(middle - bounds(hands, "left").right()));
    }

    @Test
    void a_component_snaps_to_the_gap_that_the_two_before_it_have() {
        Hands hands = hands(new SampleGraphs()
                .component("first", "flow.take", 0, 0)
                .component("second", "flow.take", 0, 151)
                .component("moved", "flow.take", 600, 600));
        double gap = 151 - bounds(hands, "first").bottom();
        double below = bounds(hands, "second").bottom() + gap;
        dragTo(hands, 13, below - 4);
        assertThat(bounds(hands, "moved").y()).isEqualTo(below);
        assertThat(hands.interaction.feedback().guides())
                .filteredOn(Feedback.Line::isGap)
                .extracting(Feedback.Line::size)
                .containsExactly(Long.toString(Math.round(gap)), Long.toString(Math.round(gap)));
    }

    @Test
    void a_component_snaps_to_where_its_link_is_straight() {
        Hands hands = hands(new SampleGraphs()
                .component("match", "text.match", 0, 101)
                .component("moved", "console.print", 600, 400)
                .link("match.unmatched", "moved.inbox"));
        double row = hands.socket("match.unmatched").y();
        double own = hands.socket("moved.inbox").y() - bounds(hands, "moved").y();
        dragTo(hands, 500, row - own + 3);
        assertThat(hands.socket("moved.inbox").y()).isEqualTo(row);
    }

    private static Hands chain() {
        return hands(new SampleGraphs()
                .component("moved", "text.case", 400, 80)
                .component("print", "console.print", 760, 80)
                .link("moved.outbox", "print.inbox"));
    }

    @Test
    void alt_and_a_drag_draw_copies_with_their_links_away_as_one_step() {
        Hands hands = chain();
        Graph before = hands.document.graph();
        hands.document.selection().select(List.of("moved", "print"), List.of());
        Point from = hands.title("moved");
        hands.with(Hands.ALT).drag(from, from.plus(0, 240));
        assertThat(hands.place("moved")).isEqualTo(new Point(400, 80));
        assertThat(hands.place("moved2")).isEqualTo(new Point(400, 320));
        assertThat(hands.links()).containsExactly("moved.outbox -> print.inbox", "moved2.outbox -> print2.inbox");
        assertThat(hands.document.selection().components()).containsExactly("moved2", "print2");
        assertThat(hands.document.undoName()).isEqualTo("Duplicate 2 components");
        hands.document.undo();
        assertThat(hands.document.graph()).isEqualTo(before);
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void escape_takes_the_copies_away_and_selects_the_first_ones_again() {
        Hands hands = chain();
        Graph before = hands.document.graph();
        Point from = hands.title("moved");
        hands.with(Hands.ALT).press(Button.PRIMARY, from).dragTo(from.plus(0, 240));
        assertThat(hands.document.graph().components()).containsKey("moved2");
        hands.key(Key.ESCAPE);
        assertThat(hands.document.graph()).isEqualTo(before);
        assertThat(hands.document.selection().components()).containsExactly("moved");
        assertThat(hands.document.canUndo()).isFalse();
        hands.release(from);
        assertThat(hands.document.graph()).isEqualTo(before);
    }

    @Test
    void copies_let_go_where_they_began_are_none() {
        Hands hands = chain();
        Graph before = hands.document.graph();
        Point from = hands.title("moved");
        hands.with(Hands.ALT)
                .press(Button.PRIMARY, from)
                .dragTo(from.plus(0, 80))
                .dragTo(from);
        hands.release(from);
        assertThat(hands.document.graph()).isEqualTo(before);
        assertThat(hands.document.canUndo()).isFalse();
        hands.click(hands.title("moved"));
        assertThat(hands.document.graph()).isEqualTo(before);
    }
}
