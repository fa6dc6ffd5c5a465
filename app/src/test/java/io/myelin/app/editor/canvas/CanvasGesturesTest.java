package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.GraphLink;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gestures in a real window, by whole events through the scene. */
class CanvasGesturesTest {
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 600);

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void a_drag_moves_a_component_and_undo_brings_it_back() {
        Point2D title = canvas.title("words");
        canvas.drag(title.getX(), title.getY(), title.getX() + 40, title.getY() + 80);
        assertThat(place("words")).isEqualTo(new Point2D(344, 176));
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(place("words")).isEqualTo(new Point2D(304, 96));
    }

    @Test
    void a_drag_with_shift_held_adds_to_the_selection() {
        Point2D read = canvas.title("read");
        Point2D words = canvas.title("words");
        canvas.click(read.getX(), read.getY()).hold(KeyCode.SHIFT).click(words.getX(), words.getY());
        assertThat(selected()).containsExactly("read", "words");
    }

    @Test
    void a_link_is_drawn_from_socket_to_socket_and_the_list_opens_over_nothing() {
        Point2D from = canvas.socket("read.outbox");
        Point2D to = canvas.socket("print.inbox");
        canvas.drag(from.getX(), from.getY(), to.getX(), to.getY());
        assertThat(links()).contains("read.outbox -> print.inbox");
        canvas.drag(from.getX(), from.getY(), 300, 520);
        assertThat(canvas.find("quick-add").orElseThrow().isVisible()).isTrue();
        canvas.write("case").type(KeyCode.ENTER);
        assertThat(links()).contains("read.outbox -> case.inbox");
        assertThat(selected()).containsExactly("case");
        assertThat(canvas.find("quick-add").orElseThrow().isVisible()).isFalse();
    }

    @Test
    void escape_closes_the_list_and_a_click_elsewhere_does_too() {
        canvas.doubleClick(500, 500).type(KeyCode.ESCAPE);
        assertThat(canvas.find("quick-add").orElseThrow().isVisible()).isFalse();
        canvas.doubleClick(500, 500).click(20, 20);
        assertThat(canvas.find("quick-add").orElseThrow().isVisible()).isFalse();
        assertThat(components()).hasSize(4);
    }

    @Test
    void a_double_click_on_a_found_type_adds_it_where_one_clicked() {
        canvas.doubleClick(500, 500).write("discard").type(KeyCode.ENTER);
        Point2D title = canvas.title("discard");
        assertThat(title.distance(500, 500)).isLessThan(120);
    }

    @Test
    void space_and_drag_pans_and_ctrl_wheel_zooms() {
        Point2D before = canvas.title("words");
        canvas.key(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
        canvas.drag(500, 500, 560, 530);
        canvas.key(KeyEvent.KEY_RELEASED, KeyCode.SPACE);
        assertThat(canvas.title("words")).isEqualTo(before.add(60, 30));
        canvas.hold(KeyCode.CONTROL).scroll(500, 300, 0, 40).letGo();
        assertThat(CanvasFixture.call(() -> canvas.canvas().zoomProperty().get()))
                .isGreaterThan(1.1);
        canvas.scroll(500, 300, 0, -40);
        CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
        assertThat(CanvasFixture.call(() -> canvas.canvas().zoomProperty().get()))
                .isEqualTo(1);
    }

    @Test
    void the_bare_wheel_moves_the_world_and_shift_turns_it_sideways() {
        Point2D before = canvas.title("words");
        canvas.scroll(500, 300, 0, -40);
        assertThat(canvas.title("words")).isEqualTo(before.add(0, -40));
        canvas.hold(KeyCode.SHIFT).scroll(500, 300, 0, -30).letGo();
        assertThat(canvas.title("words")).isEqualTo(before.add(-30, -40));
    }

    @Test
    void two_fingers_drawn_apart_zoom_about_the_place_between_them() {
        Point2D place = canvas.title("words");
        double zoom = CanvasFixture.call(() -> canvas.canvas().zoomProperty().get());
        CanvasFixture.run(() -> javafx.event.Event.fireEvent(
                canvas.canvas().node(),
                new ZoomEvent(
                        ZoomEvent.ZOOM,
                        place.getX(),
                        place.getY(),
                        place.getX(),
                        place.getY(),
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        1.5,
                        1.5,
                        null)));
        assertThat(CanvasFixture.call(() -> canvas.canvas().zoomProperty().get()))
                .isEqualTo(zoom * 1.5);
        assertThat(canvas.title("words").distance(place)).isLessThan(1e-3);
    }

    @Test
    void the_middle_button_pans() {
        Point2D before = canvas.title("words");
        canvas.press(MouseButton.MIDDLE, 500, 500).move(450, 480).release(450, 480);
        assertThat(canvas.title("words")).isEqualTo(before.subtract(50, 20));
    }

    @Test
    void a_component_is_renamed_in_place() {
        CanvasFixture.run(() -> canvas.canvas().startRename("words"));
        canvas.write("Into words").type(KeyCode.ENTER);
        assertThat(CanvasFixture.call(() ->
                        canvas.document().graph().components().get("words").title()))
                .isEqualTo("Into words");
        CanvasFixture.run(() -> canvas.canvas().startRename("words"));
        canvas.write("No").type(KeyCode.ESCAPE);
        assertThat(CanvasFixture.call(() ->
                        canvas.document().graph().components().get("words").title()))
                .isEqualTo("Into words");
    }

    @Test
    void a_component_carried_over_a_wire_marks_it_where_it_fits() {
        Point2D middle = canvas.socket("read.outbox").midpoint(canvas.socket("words.inbox"));
        assertThat(markedFor("text.case", middle)).containsExactly("read.outbox -> words.inbox");
        assertThat(markedFor("text.case", middle.add(0, 200))).isEmpty();
        assertThat(markedFor("source.timer", middle)).as("it has no inbox").isEmpty();
        markedFor("text.case", middle);
        CanvasFixture.run(() -> canvas.canvas().previewDrop(Optional.empty(), 0, 0));
        assertThat(marked()).isEmpty();
    }

    private List<String> markedFor(String type, Point2D place) {
        CanvasFixture.run(() -> canvas.canvas().previewDrop(Optional.of(type), place.getX(), place.getY()));
        return marked();
    }

    private List<String> marked() {
        return CanvasFixture.call(() -> canvas.canvas().interaction().feedback().marked().stream()
                .map(Object::toString)
                .toList());
    }

    @Test
    void a_component_dropped_from_the_palette_on_a_wire_is_put_between() {
        Point2D from = canvas.socket("read.outbox");
        Point2D to = canvas.socket("words.inbox");
        Point2D middle = from.midpoint(to);
        assertThat(CanvasFixture.call(() -> canvas.canvas().dropComponent("text.case", middle.getX(), middle.getY())))
                .hasValue("case");
        assertThat(links())
                .contains("read.outbox -> case.inbox", "case.outbox -> words.inbox")
                .doesNotContain("read.outbox -> words.inbox");
        assertThat(CanvasFixture.call(() -> canvas.canvas().dropComponent("text.case", -50, 10)))
                .isEmpty();
        assertThat(CanvasFixture.call(() -> canvas.canvas().dropComponent("no.such", 500, 500)))
                .isEmpty();
    }

    @Test
    void each_component_is_a_node_with_a_role_and_words_for_those_who_cannot_see() {
        Node node = canvas.find("component-words").orElseThrow();
        assertThat(node.getAccessibleRole()).isEqualTo(AccessibleRole.BUTTON);
        assertThat(node.getAccessibleText()).isEqualTo("Split text, text.split");
        assertThat(node.getAccessibleHelp()).contains("inbox inbox").contains("outbox errors");
    }

    @Test
    void nothing_is_painted_while_nothing_changes() {
        long before = CanvasFixture.call(() -> canvas.canvas().paintings());
        for (int pulse = 0; pulse < 20; pulse++) {
            CanvasFixture.pulse();
        }
        assertThat(CanvasFixture.call(() -> canvas.canvas().paintings())).isEqualTo(before);
        assertThat(CanvasFixture.call(() -> canvas.canvas().isAnimated())).isFalse();
    }

    @Test
    void frames_stop_when_the_run_has_ended_and_its_last_tokens_have_arrived() {
        RehearsedLife life = new RehearsedLife().wire("read.outbox", "words.inbox", 1, 1);
        life.message("read.outbox", "words.inbox", 1, "Alice", 0);
        canvas.show(life);
        assertThat(CanvasFixture.call(() -> canvas.canvas().isAnimated())).isTrue();
        CanvasFixture.run(life::end);
        CanvasFixture.await("frames stop", () -> !canvas.canvas().isAnimated());
    }

    @Test
    void a_run_that_waits_asks_for_no_frames_and_what_it_does_next_is_shown_all_the_same() {
        RehearsedLife life = new RehearsedLife().wire("read.outbox", "words.inbox", 1, 0);
        canvas.show(life);
        CanvasFixture.await("no frames", () -> !canvas.canvas().isAnimated());
        CanvasFixture.run(() -> life.message("read.outbox", "words.inbox", 2, "Alice", 0));
        CanvasFixture.await("a token is under way", () -> canvas.canvas().isTokenShown());
        assertThat(CanvasFixture.call(() -> canvas.canvas().isAnimated())).isTrue();
        CanvasFixture.await("it has arrived", () -> !canvas.canvas().isAnimated());
        CanvasFixture.run(() -> life.wire("read.outbox", "words.inbox", 9_000, 400));
        CanvasFixture.await("a stream moves", () -> canvas.canvas().isAnimated());
    }

    @Test
    void a_run_that_is_held_asks_for_no_frames_until_it_goes_on() {
        RehearsedLife life = new RehearsedLife().wire("read.outbox", "words.inbox", 9_000, 400);
        canvas.show(life);
        CanvasFixture.await("a stream moves", () -> canvas.canvas().isAnimated());
        CanvasFixture.run(() -> life.pause(true));
        CanvasFixture.await("no frames", () -> !canvas.canvas().isAnimated());
        CanvasFixture.run(() -> life.pause(false));
        CanvasFixture.await("the stream goes on", () -> canvas.canvas().isAnimated());
    }

    @Test
    void tokens_of_a_run_that_is_held_move_with_their_wires_at_once() {
        RehearsedLife life = new RehearsedLife().wire("read.outbox", "words.inbox", 1, 1);
        life.message("read.outbox", "words.inbox", 1, "Alice", 0);
        canvas.show(life);
        CanvasFixture.await("a token is under way", () -> canvas.canvas().isTokenShown());
        CanvasFixture.run(() -> life.pause(true));
        CanvasFixture.await("no frames", () -> !canvas.canvas().isAnimated());
        LiveLayer layer = CanvasFixture.call(() -> (LiveLayer) canvas.canvas().node().lookupAll("*").stream()
                .filter(LiveLayer.class::isInstance)
                .findFirst()
                .orElseThrow());
        boolean moved = CanvasFixture.call(() -> {
            PixelReader before = layer.snapshot(null, null).getPixelReader();
            canvas.canvas().zoomTo(1.5);
            PixelReader after = layer.snapshot(null, null).getPixelReader();
            return IntStream.range(0, 600)
                    .anyMatch(y -> IntStream.range(0, 900).anyMatch(x -> before.getArgb(x, y) != after.getArgb(x, y)));
        });
        assertThat(moved).isTrue();
    }

    @Test
    void a_wire_under_the_pointer_says_its_count_and_its_rate_and_goes_on_saying_so_after_the_end() {
        RehearsedLife life = new RehearsedLife().wire("read.outbox", "words.inbox", 48_213, 5_300);
        canvas.show(life);
        Point2D from = canvas.socket("read.outbox");
        Point2D to = canvas.socket("words.inbox");
        canvas.move((from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2);
        assertThat(CanvasFixture.call(this::shownHint)).contains("read.outbox").contains("48,213 messages · 5.3k/s");
        CanvasFixture.run(
                () -> life.wire("read.outbox", "words.inbox", 50_000, 0).end());
        CanvasFixture.await("the last figures are shown", () -> shownHint().contains("50,000 messages · 0/s"));
    }

    @Test
    void tokens_of_a_paused_run_can_still_be_read_and_go_on_afterwards() {
        RehearsedLife life = new RehearsedLife()
                .wire("read.outbox", "words.inbox", 1, 1)
                .pause(true)
                .message("read.outbox", "words.inbox", 1, "hello", 100);
        canvas.show(life);
        CanvasFixture.await("the token is there", () -> canvas.canvas().hasTokens());
        long arrived = System.nanoTime() + 2_000_000_000L;
        CanvasFixture.await("all tokens would have arrived", () -> System.nanoTime() > arrived);
        assertThat(CanvasFixture.call(() -> canvas.canvas().hasTokens())).isTrue();
        CanvasFixture.run(() -> life.pause(false));
        CanvasFixture.await("it arrives", () -> !canvas.canvas().hasTokens());
    }

    @Test
    void the_wire_that_is_let_go_stays_to_be_seen_while_people_choose_what_it_leads_to() {
        Point2D from = canvas.socket("words.errors");
        canvas.drag(from.getX(), from.getY(), from.getX() + 60, from.getY() + 160);
        assertThat(canvas.find("quick-add").orElseThrow().isVisible()).isTrue();
        assertThat(canvas.canvas().node().lookup(".link-draft").isVisible()).isTrue();
        canvas.type(KeyCode.ESCAPE);
        assertThat(canvas.canvas().node().lookup(".link-draft").isVisible()).isFalse();
    }

    private String shownHint() {
        return canvas.canvas().node().lookup(".canvas-hint .hint-text") instanceof Label label ? label.getText() : "";
    }

    private List<String> links() {
        return CanvasFixture.call(() -> canvas.document().graph().links().stream()
                .map(GraphLink::toString)
                .toList());
    }

    private List<String> components() {
        return CanvasFixture.call(
                () -> List.copyOf(canvas.document().graph().components().keySet()));
    }

    private List<String> selected() {
        return CanvasFixture.call(
                () -> List.copyOf(canvas.document().selection().components()));
    }

    private Point2D place(String id) {
        return CanvasFixture.call(() -> {
            var place = canvas.document().graph().layout().components().get(id);
            return new Point2D(place.x(), place.y());
        });
    }
}
