package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waypoints, labels and hidden links on a real canvas, by whole events through the scene. */
class WiresTest {
    private static final LinkReference LINK =
            new LinkReference(SampleGraphs.box("read.outbox"), SampleGraphs.box("words.inbox"));

    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1100, 700);

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void a_double_click_on_a_link_makes_a_waypoint_and_another_on_it_takes_it_away() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        assertThat(layout().waypoints()).hasSize(1);
        assertThat(waypoint(0).distance(middle)).isLessThan(8);
        away().doubleClick(waypoint(0).getX(), waypoint(0).getY());
        assertThat(layout().waypoints()).isEmpty();
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(layout().waypoints()).hasSize(1);
    }

    @Test
    void a_waypoint_is_dragged_and_the_link_goes_through_it() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        Point2D from = waypoint(0);
        canvas.drag(from.getX(), from.getY(), from.getX() + 16, from.getY() + 160);
        assertThat(waypoint(0)).isEqualTo(from.add(16, 160));
        LinkShape shape = shape();
        assertThat(shape.path().distance(shape.waypoints().getFirst())).isLessThan(1);
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(waypoint(0)).isEqualTo(from);
    }

    @Test
    void escape_gives_a_drag_of_a_waypoint_up() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        Point2D from = waypoint(0);
        canvas.press(MouseButton.PRIMARY, from.getX(), from.getY())
                .move(from.getX(), from.getY() + 90)
                .type(KeyCode.ESCAPE)
                .release(from.getX(), from.getY() + 90);
        assertThat(waypoint(0)).isEqualTo(from);
    }

    @Test
    void waypoints_come_in_the_order_of_the_line_wherever_they_are_added() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        canvas.drag(
                waypoint(0).getX(),
                waypoint(0).getY(),
                waypoint(0).getX(),
                waypoint(0).getY() + 120);
        Point early = shape().path().at(0.25);
        Point late = shape().path().at(0.75);
        canvas.doubleClick(
                canvas.at(late.x(), late.y()).getX(),
                canvas.at(late.x(), late.y()).getY());
        canvas.doubleClick(
                canvas.at(early.x(), early.y()).getX(),
                canvas.at(early.x(), early.y()).getY());
        List<Position> waypoints = layout().waypoints();
        assertThat(waypoints).hasSize(3);
        assertThat(new Point(waypoints.getFirst().x(), waypoints.getFirst().y()).distance(early))
                .isLessThan(8);
        assertThat(new Point(waypoints.getLast().x(), waypoints.getLast().y()).distance(late))
                .isLessThan(8);
    }

    @Test
    void waypoints_move_with_both_ends_and_stay_when_only_one_moves() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        Point2D from = waypoint(0);
        Point2D read = canvas.title("read");
        Point2D words = canvas.title("words");
        canvas.click(read.getX(), read.getY())
                .hold(KeyCode.SHIFT)
                .click(words.getX(), words.getY())
                .letGo()
                .drag(read.getX(), read.getY(), read.getX() + 40, read.getY() + 80);
        assertThat(waypoint(0)).isEqualTo(from.add(40, 80));
        Point2D moved = canvas.title("words");
        canvas.click(20, 680).drag(moved.getX(), moved.getY(), moved.getX() + 40, moved.getY());
        assertThat(waypoint(0)).isEqualTo(from.add(40, 80));
    }

    @Test
    void copies_of_both_ends_have_a_link_that_is_drawn_the_same_way() {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        Position from = layout().waypoints().getFirst();
        CanvasFixture.run(() -> {
            canvas.document().selection().select(List.of("read", "words"), List.of());
            canvas.canvas().duplicateSelection();
        });
        assertThat(canvas.document().graph().layout().links()).last().satisfies(copy -> {
            assertThat(copy.from().component()).isEqualTo("read2");
            assertThat(copy.waypoints()).containsExactly(new Position(from.x() + 24, from.y() + 24));
        });
    }

    @Test
    void a_selected_link_is_labelled_in_place() {
        Point2D middle = middle();
        canvas.click(middle.getX(), middle.getY());
        CanvasFixture.run(() -> canvas.canvas().renameSelection());
        canvas.write("lines").click(20, 680);
        assertThat(layout().label()).isEqualTo("lines");
        assertThat(shape().label()).isEqualTo("lines");
    }

    @Test
    void a_hidden_link_leaves_nothing_where_it_was_led_through() throws IOException {
        Point2D middle = middle();
        canvas.doubleClick(middle.getX(), middle.getY());
        canvas.drag(
                waypoint(0).getX(),
                waypoint(0).getY(),
                waypoint(0).getX() + 9,
                waypoint(0).getY() + 160);
        CanvasFixture.run(() -> canvas.document().selection().select(LINK));
        assertThat(isBlank(waypoint(0))).isFalse();
        CanvasFixture.run(() -> canvas.canvas().toggleLinksHidden());
        CanvasFixture.run(() -> canvas.document().selection().select(LINK));
        assertThat(isBlank(waypoint(0))).isTrue();
    }

    /** Whether nothing but the ground is painted there. */
    private boolean isBlank(Point2D place) throws IOException {
        BufferedImage picture =
                ImageIO.read(canvas.picture("hidden-waypoint", 1).toFile());
        Color ground = new Color(picture.getRGB(5, 5));
        for (int x = -6; x <= 6; x++) {
            for (int y = -6; y <= 6; y++) {
                Color color = new Color(picture.getRGB((int) place.getX() + x, (int) place.getY() + y));
                if (Math.abs(color.getRed() - ground.getRed()) > 60) {
                    return false;
                }
            }
        }
        return true;
    }

    @Test
    void a_long_label_is_read_in_full_where_the_pointer_rests_on_its_wire() {
        String label = "Every line of the book, as it was read, with all its blanks and with its end";
        LinkLayout labelled = layout().withLabel(label);
        CanvasFixture.run(() -> canvas.document().perform("Label", GraphEdit.ChangeLinkLayout.to(labelled)));
        Point2D middle = middle();
        canvas.move(middle.getX(), middle.getY());
        assertThat(canvas.picture("long-label", 1)).isNotEmptyFile();
        assertThat(shape().labelRoom())
                .isLessThan(shape().path().end().x() - shape().path().start().x())
                .isLessThanOrEqualTo(160);
        assertThat(canvas.canvas().node().lookup(".canvas-hint .hint-title"))
                .isInstanceOfSatisfying(
                        Label.class, title -> assertThat(title.getText()).isEqualTo(label));
    }

    @Test
    void a_hidden_link_is_met_at_its_ends_only_and_a_double_click_there_goes_to_the_other_end() {
        Point2D middle = middle();
        canvas.click(middle.getX(), middle.getY());
        CanvasFixture.run(() -> canvas.canvas().toggleLinksHidden());
        assertThat(layout().hidden()).isTrue();
        away().click(middle.getX(), middle.getY());
        assertThat(canvas.document().selection().links()).isEmpty();

        Point stub = shape().path().start().plus(LinkShape.STUB - 4, 0);
        Point2D end = canvas.at(stub.x(), stub.y());
        away().click(end.getX(), end.getY());
        assertThat(canvas.document().selection().links()).containsExactly(LINK);
        away().doubleClick(end.getX(), end.getY());
        Bounds words = CanvasFixture.call(() ->
                canvas.canvas().geometry().component("words").orElseThrow().bounds());
        assertThat(canvas.at(words.centre().x(), words.centre().y()).distance(550, 350))
                .isLessThan(2);
        CanvasFixture.run(() -> {
            canvas.document().selection().select(LINK);
            canvas.canvas().toggleLinksHidden();
        });
        assertThat(canvas.document().graph().layout().links()).isEmpty();
    }

    @Test
    void tab_with_a_link_selected_puts_a_component_into_it() {
        Point2D middle = middle();
        canvas.click(middle.getX(), middle.getY())
                .type(KeyCode.TAB)
                .write("case")
                .type(KeyCode.ENTER);
        assertThat(canvas.document().graph().links())
                .extracting(Object::toString)
                .contains("read.outbox -> case.inbox", "case.outbox -> words.inbox");
    }

    /** Clicks elsewhere, so that the next click is not the second of a double click. */
    private CanvasFixture away() {
        return canvas.click(20, 680);
    }

    private LinkShape shape() {
        return CanvasFixture.call(() -> canvas.canvas().geometry().link(LINK).orElseThrow());
    }

    private LinkLayout layout() {
        return CanvasFixture.call(() -> canvas.document()
                .graph()
                .layout()
                .link(LINK.from(), LINK.to())
                .orElseGet(() -> LinkLayout.plain(LINK.from(), LINK.to())));
    }

    private Point2D middle() {
        Point middle = shape().path().at(0.5);
        return canvas.at(middle.x(), middle.y());
    }

    private Point2D waypoint(int index) {
        Position place = layout().waypoints().get(index);
        return canvas.at(place.x(), place.y());
    }
}
