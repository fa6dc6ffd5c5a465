package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What people are told of the pointer is true")
class CanvasGestureTest {
    private static final Point EMPTY = new Point(600, 600);

    private final Hands hands = new Hands(new SampleGraphs()
            .component("read", "file.lines", 40, 80)
            .component("words", "text.split", 400, 80)
            .component("print", "console.print", 760, 80)
            .component("upper", "text.case", 400, 320)
            .link("words.outbox", "print.inbox")
            .graph());

    @ParameterizedTest
    @EnumSource
    void each_gesture_does_what_is_said(CanvasGesture gesture) {
        switch (gesture) {
            case PAN -> pan();
            case ZOOM -> zoom();
            case SELECT -> {
                hands.click(hands.title("read"));
                assertSelected("read");
            }
            case SELECT_MORE -> {
                hands.click(hands.title("read"));
                hands.with(Hands.SHIFT).click(hands.title("words"));
                hands.with(Hands.CONTROL).click(hands.title("print"));
                assertSelected("read", "words", "print");
                hands.with(Hands.CONTROL).click(hands.title("words"));
                assertSelected("read", "print");
            }
            case MARQUEE -> {
                hands.drag(new Point(20, 60), new Point(420, 100));
                assertSelected("read", "words");
                hands.with(Hands.SHIFT).drag(new Point(700, 60), new Point(800, 100));
                assertSelected("read", "words", "print");
            }
            case MOVE -> assertMoved(Modifiers.NONE, new Point(13, 29), new Point(16, 32));
            case MOVE_OFF_GRID -> assertMoved(Hands.CONTROL, new Point(13, 29), new Point(13, 29));
            case MOVE_STRAIGHT -> {
                Point from = hands.title("upper");
                hands.press(Button.PRIMARY, from).with(Hands.SHIFT);
                hands.dragTo(from.plus(3, 80)).release(from.plus(3, 80));
                assertThat(hands.place("upper")).isEqualTo(new Point(400, 400));
            }
            case DUPLICATE -> {
                Point from = hands.title("upper");
                hands.with(Hands.ALT).drag(from, from.plus(0, 160));
                assertThat(hands.document.graph().components()).hasSize(5);
                assertThat(hands.place("upper")).isEqualTo(new Point(400, 320));
            }
            case INSERT -> insert();
            case LINK -> {
                hands.drag(hands.socket("read.outbox"), hands.socket("words.inbox"));
                assertThat(hands.links()).contains("read.outbox -> words.inbox");
            }
            case LINK_NEW -> {
                hands.drag(hands.socket("read.outbox"), EMPTY);
                assertThat(hands.offered).hasSize(1);
            }
            case REWIRE -> rewire();
            case PUBLISH -> {
                publish();
                assertThat(hands.document.graph().inboxes())
                        .hasToString("{inbox=words.inbox, upper-inbox=upper.inbox}");
            }
            case ORDER_BOXES -> {
                publish();
                hands.drag(tag("inbox"), tag("upper-inbox").plus(0, 30));
                assertThat(hands.document.graph().inboxes().keySet()).containsExactly("upper-inbox", "inbox");
            }
            case SLICE -> {
                Point wire = hands.wire("words.outbox", "print.inbox");
                hands.with(Hands.ALT).drag(wire.plus(0, -60), wire.plus(0, 60));
                assertThat(hands.links()).isEmpty();
            }
            case ADD -> assertOffered(EMPTY);
            case ADD_INTO_WIRE -> {
                hands.click(wire()).key(Key.TAB);
                assertThat(hands.offered).hasSize(1);
                assertThat(hands.offered.getFirst().between()).isPresent();
            }
            case WAYPOINT -> {
                hands.doubleClick(wire()).drag(waypoint(), waypoint().plus(0, 80));
                assertThat(waypoint()).isEqualTo(onGrid(waypoint()));
                assertThat(shape().path().distance(shape().waypoints().getFirst()))
                        .isLessThan(1);
            }
            case WAYPOINT_GONE -> {
                hands.doubleClick(wire()).doubleClick(waypoint());
                assertThat(shape().waypoints()).isEmpty();
            }
            case STUB -> {
                hands.click(wire());
                hands.interaction.operations().toggleHidden();
                hands.doubleClick(hands.interaction
                        .viewport()
                        .toScreen(shape().path().start().plus(LinkShape.STUB - 3, 0)));
                assertThat(hands.middle("print").distance(new Point(600, 400))).isLessThan(2);
            }
            case WRITE -> {
                hands.interaction.operations().addNote(new Point(600, 600));
                hands.doubleClick(new Point(600, 600));
                assertThat(hands.written).containsExactly("note note", "note note");
            }
            case JOIN_GROUP -> {
                group("read", "words");
                Point frame = frameOf("group");
                hands.drag(hands.title("upper"), frame);
                assertThat(members("group")).containsExactly("read", "words", "upper");
            }
            case LEAVE_GROUP -> {
                group("read", "words");
                hands.drag(hands.title("words"), new Point(600, 700));
                assertThat(members("group")).containsExactly("read");
            }
            case MOVE_GROUP -> {
                hands.document.selection().select("upper");
                hands.interaction.operations().group();
                Point before = hands.place("upper");
                var title = hands.geometry.layout().group("group").orElseThrow().title();
                Point bar = hands.interaction.viewport().toScreen(title.centre());
                hands.drag(bar, bar.plus(80, 160));
                assertThat(hands.place("upper")).isEqualTo(before.plus(80, 160));
            }
            case ADD_AT_BOX -> assertOffered(hands.socket("read.outbox"));
            case OPEN -> {
                hands.doubleClick(hands.title("read"));
                assertThat(hands.opened).containsExactly("read");
            }
            case MENU -> {
                hands.press(Button.SECONDARY, hands.title("read"));
                assertSelected("read");
            }
            case CANCEL -> cancel();
        }
    }

    private void assertSelected(String... ids) {
        assertThat(hands.document.selection().components()).containsExactlyInAnyOrder(ids);
    }

    private Point wire() {
        return hands.wire("words.outbox", "print.inbox");
    }

    private LinkShape shape() {
        return hands.geometry.link(Hands.link("words.outbox", "print.inbox")).orElseThrow();
    }

    private Point waypoint() {
        return hands.interaction.viewport().toScreen(shape().waypoints().getFirst());
    }

    private static Point onGrid(Point place) {
        return CanvasGeometry.onGrid(place);
    }

    private void assertOffered(Point at) {
        hands.doubleClick(at);
        assertThat(hands.offered).hasSize(1);
    }

    private void assertMoved(Modifiers held, Point by, Point expected) {
        Point before = hands.place("upper");
        Point from = hands.title("upper");
        hands.press(Button.PRIMARY, from).with(held);
        hands.dragTo(from.plus(by.x(), by.y())).release(from.plus(by.x(), by.y()));
        assertThat(hands.place("upper")).isEqualTo(before.plus(expected.x(), expected.y()));
    }

    private void pan() {
        hands.key(Key.SPACE);
        hands.drag(new Point(500, 500), new Point(450, 480));
        hands.interaction.key(new KeyEvent(Key.SPACE, false, Modifiers.NONE));
        assertThat(corner()).isEqualTo(new Point(50, 20));
        hands.press(Button.MIDDLE, new Point(500, 500))
                .pointer(PointerEvent.Kind.DRAGGED, Button.MIDDLE, new Point(490, 500), 1)
                .pointer(PointerEvent.Kind.RELEASED, Button.MIDDLE, new Point(490, 500), 1);
        assertThat(corner()).isEqualTo(new Point(60, 20));
        hands.interaction.wheel(new WheelEvent(EMPTY, 0, -40, Modifiers.NONE));
        assertThat(corner().y()).isGreaterThan(20);
    }

    private Point corner() {
        Viewport viewport = hands.interaction.viewport();
        return new Point(viewport.x(), viewport.y());
    }

    private void zoom() {
        hands.interaction.wheel(new WheelEvent(EMPTY, 0, 40, Hands.CONTROL));
        double zoomed = hands.interaction.viewport().zoom();
        assertThat(zoomed).isGreaterThan(1);
        hands.interaction.zoom(EMPTY, 1.5);
        assertThat(hands.interaction.viewport().zoom()).isGreaterThan(zoomed);
    }

    private void insert() {
        Point from = hands.title("upper");
        Point wire = hands.wire("words.outbox", "print.inbox");
        Point middle = hands.middle("upper");
        Point to = from.plus(wire.x() - middle.x(), wire.y() - middle.y());
        hands.press(Button.PRIMARY, from).dragTo(from.plus(20, -20));
        hands.dragTo(to).release(to);
        assertThat(hands.links())
                .containsExactlyInAnyOrder("words.outbox -> upper.inbox", "upper.outbox -> print.inbox");
    }

    private void rewire() {
        Point nearEnd = hands.socket("print.inbox").plus(-40, 0);
        hands.drag(nearEnd, hands.socket("upper.inbox"));
        assertThat(hands.links()).containsExactly("words.outbox -> upper.inbox");
        hands.with(Hands.SHIFT).drag(hands.socket("upper.inbox"), hands.socket("print.inbox"));
        assertThat(hands.links()).containsExactly("words.outbox -> print.inbox");
    }

    private void cancel() {
        Point from = hands.title("upper");
        Point before = hands.place("upper");
        hands.press(Button.PRIMARY, from).dragTo(from.plus(100, 100));
        hands.key(Key.ESCAPE);
        hands.release(from.plus(100, 100));
        assertThat(hands.place("upper")).isEqualTo(before);
        hands.key(Key.ESCAPE);
        assertSelected();
    }

    private void group(String... ids) {
        hands.document.selection().select(List.of(ids), List.of());
        hands.interaction.operations().group();
        hands.document.selection().clear();
    }

    private Point frameOf(String group) {
        var bounds = hands.geometry.layout().group(group).orElseThrow().bounds();
        return hands.interaction.viewport().toScreen(new Point(bounds.centre().x(), bounds.bottom() - 8));
    }

    private List<String> members(String group) {
        return hands.document.graph().layout().groups().get(group).members();
    }

    private void publish() {
        hands.geometry.showBorder();
        for (String box : new String[] {"words.inbox", "upper.inbox"}) {
            Point strip =
                    hands.geometry.border().strip(Kind.INBOX).orElseThrow().centre();
            hands.drag(hands.socket(box), hands.interaction.viewport().toScreen(strip));
        }
    }

    private Point tag(String name) {
        return hands.interaction
                .viewport()
                .toScreen(hands.geometry
                        .border()
                        .box(new PublicBox(Kind.INBOX, name))
                        .orElseThrow()
                        .tag()
                        .centre());
    }
}
