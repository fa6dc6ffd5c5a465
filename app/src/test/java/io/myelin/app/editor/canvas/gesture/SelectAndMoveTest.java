package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.engine.graph.Graph;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Selecting, moving, deleting and duplicating. */
class SelectAndMoveTest {
    private static final Point EMPTY = new Point(1000, 700);

    private final Hands hands = new Hands(new SampleGraphs()
            .component("read", "file.lines", 40, 80)
            .component("words", "text.split", 400, 80)
            .component("print", "console.print", 760, 80)
            .link("read.outbox", "words.inbox")
            .link("words.outbox", "print.inbox")
            .graph());

    @Test
    void a_click_selects_and_a_click_on_nothing_selects_nothing() {
        hands.click(hands.title("words"));
        assertThat(hands.document.selection().components()).containsExactly("words");
        hands.click(EMPTY);
        assertThat(hands.document.selection().isEmpty()).isTrue();
    }

    @Test
    void shift_and_ctrl_both_add_and_take_out() {
        hands.click(hands.title("read"));
        hands.with(Hands.SHIFT).click(hands.title("words"));
        hands.with(Hands.CONTROL).click(hands.title("print"));
        assertThat(hands.document.selection().components()).containsExactly("read", "words", "print");
        hands.click(hands.title("words"));
        assertThat(hands.document.selection().components()).containsExactly("read", "print");
    }

    @Test
    void a_click_on_a_wire_selects_it_and_is_told() {
        hands.click(hands.wire("read.outbox", "words.inbox"));
        assertThat(hands.document.selection().links()).containsExactly(Hands.link("read.outbox", "words.inbox"));
        assertThat(hands.clicked).hasSize(1);
    }

    @Test
    void a_drag_over_nothing_selects_what_it_touches() {
        hands.drag(new Point(20, 60), new Point(420, 100));
        assertThat(hands.document.selection().components()).containsExactly("read", "words");
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void a_marquee_with_shift_adds_and_escape_takes_it_back() {
        hands.click(hands.title("print"));
        hands.with(Hands.SHIFT).press(Button.PRIMARY, new Point(20, 60)).dragTo(new Point(420, 100));
        assertThat(hands.document.selection().components()).containsExactly("print", "read", "words");
        hands.key(Key.ESCAPE);
        assertThat(hands.document.selection().components()).containsExactly("print");
    }

    @Test
    void what_an_undo_takes_away_while_a_marquee_is_drawn_is_not_selected_afterwards() {
        hands.click(hands.title("print"));
        hands.interaction.operations().duplicateSelection();
        assertThat(hands.document.selection().components()).containsExactly("print2");
        hands.press(Button.PRIMARY, new Point(20, 60)).dragTo(new Point(420, 100));
        hands.document.undo();
        assertThat(hands.document.selection().components()).isEmpty();
    }

    @Test
    void a_drag_moves_to_the_grid_as_one_step() {
        Point from = hands.title("words");
        hands.drag(from, from.plus(53, 21));
        assertThat(hands.place("words")).isEqualTo(new Point(456, 104));
        hands.document.undo();
        assertThat(hands.place("words")).isEqualTo(new Point(400, 80));
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void ctrl_lets_go_of_the_grid_and_shift_keeps_one_direction() {
        Point from = hands.title("words");
        hands.press(Button.PRIMARY, from);
        hands.with(Hands.CONTROL).dragTo(from.plus(53, 21)).release(from.plus(53, 21));
        assertThat(hands.place("words")).isEqualTo(new Point(453, 101));
        Point now = hands.title("print");
        hands.with(Modifiers.NONE).press(Button.PRIMARY, now);
        hands.with(Hands.SHIFT).dragTo(now.plus(80, 24)).release(now.plus(80, 24));
        assertThat(hands.place("print")).isEqualTo(new Point(840, 80));
    }

    @Test
    void all_selected_components_move_together() {
        hands.click(hands.title("read"));
        hands.with(Hands.SHIFT).click(hands.title("words"));
        hands.with(Modifiers.NONE);
        Point from = hands.title("words");
        hands.drag(from, from.plus(0, 80));
        assertThat(hands.place("read")).isEqualTo(new Point(40, 160));
        assertThat(hands.place("words")).isEqualTo(new Point(400, 160));
        assertThat(hands.place("print")).isEqualTo(new Point(760, 80));
    }

    @Test
    void escape_puts_a_dragged_component_back() {
        Point from = hands.title("words");
        hands.press(Button.PRIMARY, from).dragTo(from.plus(100, 100));
        assertThat(hands.geometry.component("words").orElseThrow().bounds().x()).isEqualTo(504);
        hands.key(Key.ESCAPE);
        assertThat(hands.geometry.component("words").orElseThrow().bounds().x()).isEqualTo(400);
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void an_undo_during_a_drag_gives_the_drag_up() {
        hands.click(hands.title("print"));
        hands.interaction.operations().deleteSelection();
        Point from = hands.title("words");
        hands.press(Button.PRIMARY, from).dragTo(from.plus(100, 0));
        hands.document.undo();
        hands.release(from.plus(100, 0));
        assertThat(hands.place("words")).isEqualTo(new Point(400, 80));
    }

    @Test
    void guides_show_what_stands_level() {
        Point from = hands.title("words");
        hands.press(Button.PRIMARY, from).dragTo(from.plus(0, 2));
        hands.dragTo(from.plus(0, 0));
        assertThat(hands.interaction.feedback().guides()).isEmpty();
        hands.dragTo(from.plus(16, 1));
        assertThat(hands.interaction.feedback().guides()).isNotEmpty();
        hands.key(Key.ESCAPE);
    }

    @Test
    void the_world_moves_while_a_drag_is_held_at_the_border() {
        Point from = hands.title("words");
        hands.press(Button.PRIMARY, from).dragTo(new Point(1199, 400));
        assertThat(hands.interaction.wantsTicks()).isTrue();
        double before = hands.interaction.viewport().x();
        hands.interaction.tick(0.1);
        assertThat(hands.interaction.viewport().x()).isGreaterThan(before + 50);
        hands.release(new Point(1199, 400));
        assertThat(hands.interaction.wantsTicks()).isFalse();
        assertThat(hands.place("words").x()).isGreaterThan(1140);
    }

    @Test
    void deleting_removes_the_links_too_or_joins_what_was_between() {
        hands.click(hands.title("words"));
        hands.interaction.operations().deleteSelection();
        assertThat(hands.links()).isEmpty();
        hands.document.undo();
        assertThat(hands.links()).hasSize(2);
        hands.document.selection().select("words");
        hands.interaction.operations().deleteAndHealSelection();
        assertThat(hands.document.graph().components()).containsOnlyKeys("read", "print");
        assertThat(hands.links()).containsExactly("read.outbox -> print.inbox");
        hands.document.undo();
        assertThat(hands.links()).hasSize(2);
    }

    @Test
    void healing_goes_through_several_removed_in_a_row() {
        Hands chain = new Hands(new SampleGraphs()
                .component("a", "file.lines", 0, 0)
                .component("b", "text.case", 300, 0)
                .component("c", "text.replace", 600, 0)
                .component("d", "console.print", 900, 0)
                .link("a.outbox", "b.inbox")
                .link("b.outbox", "c.inbox")
                .link("c.outbox", "d.inbox")
                .graph());
        chain.document.selection().select(java.util.List.of("b", "c"), java.util.List.of());
        chain.interaction.operations().deleteAndHealSelection();
        assertThat(chain.links()).containsExactly("a.outbox -> d.inbox");
    }

    @Test
    void duplicates_stand_aside_with_the_links_between_them() {
        hands.document.selection().select(java.util.List.of("read", "words"), java.util.List.of());
        hands.interaction.operations().duplicateSelection();
        assertThat(hands.document.selection().components()).containsExactly("read2", "words2");
        assertThat(hands.place("words2")).isEqualTo(new Point(424, 104));
        assertThat(hands.links()).contains("read2.outbox -> words2.inbox").hasSize(3);
    }

    @Test
    void arrows_nudge_and_many_presses_are_one_step() {
        hands.click(hands.title("words"));
        hands.key(Key.RIGHT);
        hands.key(Key.RIGHT);
        hands.key(Key.DOWN);
        assertThat(hands.place("words")).isEqualTo(new Point(416, 88));
        hands.document.undo();
        assertThat(hands.place("words")).isEqualTo(new Point(400, 80));
    }

    @Test
    void alt_and_arrows_go_from_component_to_component() {
        hands.with(Hands.ALT).key(Key.RIGHT);
        assertThat(hands.document.selection().components())
                .as("nearest to the middle of the view")
                .containsExactly("words");
        hands.key(Key.LEFT);
        assertThat(hands.document.selection().components()).containsExactly("read");
        hands.key(Key.RIGHT);
        assertThat(hands.document.selection().components()).containsExactly("words");
    }

    @Test
    void the_selection_grows_along_the_links_step_by_step_or_at_once() {
        CanvasOperations operations = hands.interaction.operations();
        hands.document.selection().select("read");
        operations.selectNextAlong(Side.OUTLET);
        assertThat(hands.document.selection().components()).containsExactly("read", "words");
        operations.selectNextAlong(Side.OUTLET);
        assertThat(hands.document.selection().components()).containsExactly("read", "words", "print");
        hands.document.selection().select("print");
        operations.selectAllAlong(Side.INLET);
        assertThat(hands.document.selection().components()).containsExactly("print", "words", "read");
        operations.selectAllAlong(Side.OUTLET);
        assertThat(hands.document.selection().components()).hasSize(3);
    }

    @Test
    void the_selection_along_a_loop_comes_to_an_end() {
        Hands loop = new Hands(new SampleGraphs()
                .component("a", "text.case", 0, 0)
                .component("b", "text.case", 300, 0)
                .component("aside", "text.case", 300, 300)
                .link("a.outbox", "b.inbox")
                .link("b.outbox", "a.inbox")
                .link("a.outbox", "aside.inbox")
                .graph());
        loop.document.selection().select("b");
        loop.interaction.operations().selectAllAlong(Side.INLET);
        assertThat(loop.document.selection().components()).containsExactly("b", "a");
    }

    @Test
    void a_component_let_go_on_a_wire_is_put_between() {
        hands.interaction
                .operations()
                .add(hands.document.catalog().find("text.case").orElseThrow(), new Point(600, 500));
        Point wire = hands.wire("read.outbox", "words.inbox");
        Point from = hands.title("case");
        Point middle = hands.middle("case");
        hands.press(Button.PRIMARY, from);
        Point to = from.plus(wire.x() - middle.x(), wire.y() - middle.y());
        hands.dragTo(to);
        assertThat(hands.interaction.feedback().marked()).hasSize(1);
        hands.release(to);
        assertThat(hands.links()).contains("read.outbox -> case.inbox", "case.outbox -> words.inbox");
        hands.document.undo();
        assertThat(hands.links()).contains("read.outbox -> words.inbox");
    }

    @Test
    void a_component_grabbed_at_its_edge_is_put_into_the_wire_under_the_pointer() {
        hands.interaction
                .operations()
                .add(hands.document.catalog().find("text.case").orElseThrow(), new Point(600, 500));
        Point grabbed = hands.title("case");
        hands.press(Button.PRIMARY, grabbed);
        Point wire = hands.wire("read.outbox", "words.inbox");
        hands.dragTo(wire);
        assertThat(hands.interaction.feedback().marked()).hasSize(1);
        hands.release(wire);
        assertThat(hands.links()).contains("read.outbox -> case.inbox", "case.outbox -> words.inbox");
    }

    @Test
    void what_is_put_into_a_short_wire_gets_room_and_one_undo_takes_it_all_back() {
        Hands row = new Hands(new SampleGraphs()
                .component("read", "file.lines", 40, 40)
                .component("split", "text.split", 240, 40)
                .component("count", "data.count", 440, 40)
                .component("beside", "text.case", 640, 56)
                .component("above", "text.case", 440, -160)
                .link("read.outbox", "split.inbox")
                .link("split.outbox", "count.inbox")
                .graph());
        Graph before = row.document.graph();
        row.click(row.wire("read.outbox", "split.inbox")).key(Key.TAB);
        row.interaction
                .operations()
                .add(row.document.catalog().find("text.case").orElseThrow(), row.offered.getLast());

        Map<String, Bounds> cards = new HashMap<>();
        row.geometry.components().forEach(shape -> cards.put(shape.id(), shape.bounds()));
        cards.forEach((id, card) -> cards.forEach((other, its) -> {
            if (!id.equals(other)) {
                assertThat(card.intersects(its)).as("%s lies on %s", id, other).isFalse();
            }
        }));
        assertThat(cards.get("case").x())
                .isGreaterThanOrEqualTo(cards.get("read").right() + 40);
        assertThat(cards.get("split").x())
                .isGreaterThanOrEqualTo(cards.get("case").right() + 40);
        assertThat(cards.get("count").x() - cards.get("split").x()).isEqualTo(200);
        assertThat(cards.get("above").x()).as("what is not in the way").isEqualTo(440);
        row.document.undo();
        assertThat(row.document.graph()).isEqualTo(before);
    }

    @Test
    void double_clicks_open_components_and_ask_for_new_ones() {
        hands.doubleClick(hands.title("words"));
        assertThat(hands.opened).containsExactly("words");
        hands.doubleClick(EMPTY);
        hands.key(Key.TAB);
        assertThat(hands.offered).hasSize(2);
        hands.click(hands.wire("read.outbox", "words.inbox")).key(Key.TAB);
        QuickAddRequest between = hands.offered.getLast();
        hands.interaction
                .operations()
                .add(hands.document.catalog().find("text.case").orElseThrow(), between);
        assertThat(hands.links())
                .contains("read.outbox -> case.inbox", "case.outbox -> words.inbox")
                .doesNotContain("read.outbox -> words.inbox");
    }

    @Test
    void space_and_drag_pans_as_the_middle_button_does() {
        hands.key(Key.SPACE);
        hands.drag(new Point(500, 500), new Point(450, 480));
        hands.interaction.key(new KeyEvent(Key.SPACE, false, Modifiers.NONE));
        assertThat(hands.interaction.viewport().x()).isEqualTo(50);
        hands.press(Button.MIDDLE, new Point(500, 500))
                .dragTo(new Point(550, 520))
                .release(new Point(550, 520));
        assertThat(hands.interaction.viewport().x()).isZero();
        assertThat(hands.interaction.viewport().y()).isZero();
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void ctrl_and_wheel_zooms_at_the_pointer() {
        Point pointer = hands.title("words");
        Point world = hands.interaction.viewport().toWorld(pointer);
        hands.interaction.wheel(new WheelEvent(pointer, 0, 80, Hands.CONTROL));
        assertThat(hands.interaction.viewport().zoom()).isGreaterThan(1.2);
        assertThat(hands.interaction.viewport().toWorld(pointer).distance(world))
                .isLessThan(1e-9);
        hands.interaction.wheel(new WheelEvent(pointer, 0, 80_000, Hands.CONTROL));
        assertThat(hands.interaction.viewport().zoom()).isEqualTo(4);
    }

    @Test
    void the_whole_graph_and_the_selection_are_fitted() {
        hands.interaction.operations().zoomTo(4);
        hands.interaction.operations().fitAll();
        var visible = hands.interaction.viewport().visible();
        assertThat(visible.contains(hands.geometry.contents().orElseThrow())).isTrue();
        hands.document.selection().select("print");
        hands.interaction.operations().fitSelection();
        assertThat(hands.middle("print").distance(new Point(600, 400))).isLessThan(1);
    }
}
