package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.engine.component.ComponentType;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

/** Links drawn, refused, moved and taken off by dragging. */
class LinkGestureTest {
    private static final Point EMPTY = new Point(600, 600);

    private final Hands hands = new Hands(new SampleGraphs()
            .component("read", "file.lines", 40, 80)
            .component("words", "text.split", 400, 80)
            .component("print", "console.print", 760, 80)
            .component("rows", "csv.format", 400, 320)
            .link("words.outbox", "print.inbox")
            .graph());

    @Test
    void a_drag_from_an_outbox_to_an_inbox_makes_a_link() {
        hands.drag(hands.socket("read.outbox"), hands.socket("words.inbox"));
        assertThat(hands.links()).contains("read.outbox -> words.inbox");
        hands.document.undo();
        assertThat(hands.links()).doesNotContain("read.outbox -> words.inbox");
    }

    @Test
    void a_drag_from_an_inbox_to_an_outbox_makes_the_same_link() {
        hands.drag(hands.socket("words.inbox"), hands.socket("read.outbox"));
        assertThat(hands.links()).contains("read.outbox -> words.inbox");
    }

    @Test
    void a_box_near_the_pointer_draws_the_link_to_itself() {
        Point near = hands.socket("words.inbox").plus(-18, 10);
        hands.press(Button.PRIMARY, hands.socket("read.outbox")).dragTo(near);
        LinkDraft draft = hands.interaction.feedback().draft().orElseThrow();
        assertThat(draft.isAccepted()).isTrue();
        assertThat(draft.loose()).isEqualTo(hands.socket("words.inbox"));
        hands.release(near);
        assertThat(hands.links()).contains("read.outbox -> words.inbox");
    }

    @Test
    void over_the_rest_of_a_component_its_first_fitting_box_takes_the_link() {
        hands.drag(hands.socket("read.outbox"), hands.title("words"));
        assertThat(hands.links()).contains("read.outbox -> words.inbox");
    }

    @Test
    void the_reason_is_shown_where_types_do_not_fit() {
        Point target = hands.socket("rows.inbox");
        hands.press(Button.PRIMARY, hands.socket("read.outbox")).dragTo(target);
        LinkDraft draft = hands.interaction.feedback().draft().orElseThrow();
        assertThat(draft.refusal())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("read.outbox sends text").contains("rows.inbox takes"));
        hands.release(target);
        assertThat(hands.links()).hasSize(1);
        assertThat(hands.refusals).hasSize(1);
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void two_outboxes_are_refused_with_the_direction_named() {
        hands.press(Button.PRIMARY, hands.socket("read.outbox")).dragTo(hands.socket("words.outbox"));
        assertThat(hands.interaction.feedback().draft().orElseThrow().refusal())
                .hasValue("Both are outboxes. A link leads from an outbox to an inbox.");
    }

    @Test
    void the_same_link_is_not_made_twice() {
        hands.press(Button.PRIMARY, hands.socket("words.outbox")).dragTo(hands.socket("print.inbox"));
        assertThat(hands.interaction.feedback().draft().orElseThrow().refusal())
                .hasValue("words.outbox is linked to print.inbox already.");
    }

    @Test
    void a_component_may_be_linked_to_itself() {
        hands.drag(hands.socket("words.outbox"), hands.socket("words.inbox"));
        assertThat(hands.links()).contains("words.outbox -> words.inbox");
        assertThat(hands.geometry
                        .link(Hands.link("words.outbox", "words.inbox"))
                        .orElseThrow()
                        .path()
                        .leadsBack())
                .isTrue();
    }

    @Test
    void let_go_over_nothing_it_asks_for_a_component_that_fits() {
        hands.drag(hands.socket("read.outbox"), EMPTY);
        assertThat(hands.offered).hasSize(1);
        QuickAddRequest request = hands.offered.getFirst();
        var catalog = hands.document.catalog();
        assertThat(request.fits(catalog.find("text.case").orElseThrow())).isTrue();
        assertThat(request.fits(catalog.find("csv.format").orElseThrow())).isFalse();
        assertThat(request.fits(catalog.find("source.sequence").orElseThrow())).isFalse();
        hands.interaction.operations().add(catalog.find("text.case").orElseThrow(), request);
        assertThat(hands.links()).contains("read.outbox -> case.inbox");
        hands.document.undo();
        assertThat(hands.document.graph().components()).doesNotContainKey("case");
    }

    @Test
    void escape_gives_a_link_up() {
        hands.press(Button.PRIMARY, hands.socket("read.outbox")).dragTo(hands.socket("words.inbox"));
        assertThat(hands.key(KeyEvent.Key.ESCAPE)).isTrue();
        hands.release(hands.socket("words.inbox"));
        assertThat(hands.links()).hasSize(1);
        assertThat(hands.interaction.feedback().draft()).isEmpty();
    }

    @Test
    void a_wire_pulled_near_its_end_comes_off_there_and_goes_elsewhere() {
        Point nearEnd = hands.socket("print.inbox").plus(-30, 0);
        hands.drag(nearEnd, hands.socket("words.inbox"));
        assertThat(hands.links()).containsExactly("words.outbox -> words.inbox");
        hands.document.undo();
        assertThat(hands.links()).containsExactly("words.outbox -> print.inbox");
    }

    @Test
    void a_wire_pulled_near_its_beginning_gets_another_source() {
        Point nearStart = hands.socket("words.outbox").plus(30, 0);
        hands.drag(nearStart, hands.socket("read.outbox"));
        assertThat(hands.links()).containsExactly("read.outbox -> print.inbox");
    }

    @Test
    void shift_and_a_drag_from_a_linked_box_takes_its_link_along() {
        hands.with(Hands.SHIFT).drag(hands.socket("print.inbox"), hands.socket("words.inbox"));
        assertThat(hands.links()).containsExactly("words.outbox -> words.inbox");
    }

    @Test
    void a_wire_let_go_over_nothing_is_removed() {
        hands.drag(hands.socket("print.inbox").plus(-30, 0), EMPTY);
        assertThat(hands.links()).isEmpty();
        assertThat(hands.offered).isEmpty();
    }

    @Test
    void one_let_go_where_it_was_changes_nothing() {
        hands.drag(hands.socket("print.inbox").plus(-30, 0), hands.socket("print.inbox"));
        assertThat(hands.links()).containsExactly("words.outbox -> print.inbox");
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void alt_and_a_drag_over_nothing_cuts_the_wires_it_crosses() {
        Point wire = hands.wire("words.outbox", "print.inbox");
        hands.with(Hands.ALT);
        hands.press(Button.PRIMARY, wire.plus(0, -60)).dragTo(wire.plus(0, 60));
        assertThat(hands.interaction.feedback().marked()).containsExactly(Hands.link("words.outbox", "print.inbox"));
        hands.release(wire.plus(0, 60));
        assertThat(hands.links()).isEmpty();
    }

    @Test
    void hovering_a_box_names_it() {
        hands.moveTo(hands.socket("read.outbox"));
        assertThat(hands.interaction.feedback().hover())
                .isInstanceOf(io.myelin.app.editor.canvas.geometry.Hit.OnBox.class);
    }

    private void mute(String from, String to) {
        hands.document.perform(
                "Mute",
                new GraphEdit.ChangeLink(LinkEdits.in(hands.document.graph(), Hands.link(from, to))
                        .withMuted(true)));
    }

    private void assertAllMuted(String... links) {
        assertThat(hands.links()).containsExactlyInAnyOrder(links);
        assertThat(hands.document.graph().links()).allMatch(GraphLink::muted);
    }

    @Test
    void a_selected_wire_stays_selected_when_its_end_goes_elsewhere() {
        hands.document.selection().select(Hands.link("words.outbox", "print.inbox"));
        hands.drag(hands.socket("print.inbox").plus(-30, 0), hands.socket("words.inbox"));
        assertThat(hands.links()).doesNotContain("words.outbox -> print.inbox");
        assertThat(hands.document.selection().links())
                .isEqualTo(new LinkedHashSet<>(hands.geometry.links().stream()
                        .map(link -> link.reference())
                        .toList()))
                .hasSize(1);
    }

    @Test
    void a_muted_wire_stays_muted_when_its_end_goes_elsewhere() {
        mute("words.outbox", "print.inbox");
        hands.drag(hands.socket("print.inbox").plus(-40, 0), hands.socket("words.inbox"));
        assertAllMuted("words.outbox -> words.inbox");
    }

    @Test
    void a_muted_wire_is_muted_on_both_sides_of_what_is_put_into_it_and_when_that_is_deleted_again() {
        mute("words.outbox", "print.inbox");
        ComponentType type = hands.document.catalog().find("text.case").orElseThrow();
        LinkShape wire =
                hands.geometry.link(Hands.link("words.outbox", "print.inbox")).orElseThrow();
        hands.interaction.operations().add(type, QuickAddRequest.into(wire));
        assertThat(hands.document.graph().links()).hasSize(2).allMatch(GraphLink::muted);
        hands.interaction.operations().deleteAndHealSelection();
        assertAllMuted("words.outbox -> print.inbox");
    }
}
