package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links drawn, led elsewhere and chosen by keys alone. */
class LinkByKeysTest {
    private final Locale usual = Locale.getDefault();
    private final Hands hands = new Hands(new SampleGraphs()
            .component("read", "file.lines", 40, 80)
            .component("words", "text.split", 400, 80)
            .component("print", "console.print", 760, 80)
            .component("rows", "csv.format", 400, 320)
            .graph());

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void usualLanguage() {
        Locale.setDefault(usual);
    }

    @Test
    void the_likeliest_box_is_offered_first_and_enter_links_it() {
        begin("read");
        assertThat(hands.guide()).contains("Outbox read.outbox").contains("text");
        assertThat(hands.interaction.feedback().hover()).isInstanceOf(Hit.OnBox.class);
        hands.key(Key.ENTER);
        assertThat(hands.guide()).contains("read.outbox → words.inbox (1 of ");
        assertThat(hands.interaction.feedback().draft())
                .hasValueSatisfying(draft -> assertThat(draft.isAccepted()).isTrue());
        assertThat(hands.document.canUndo()).as("nothing has changed yet").isFalse();
        hands.key(Key.ENTER);
        assertThat(hands.links()).containsExactly("read.outbox -> words.inbox");
        assertThat(hands.guide()).isEmpty();
        assertThat(hands.said).last().asString().contains("Linked read.outbox → words.inbox");
        assertThat(hands.document.selection().onlyComponent()).hasValue("read");
    }

    @Test
    void arrows_go_through_what_fits_and_nothing_else() {
        begin("read");
        hands.key(Key.ENTER);
        hands.key(Key.DOWN);
        assertThat(hands.guide()).contains("read.outbox → print.inbox");
        hands.key(Key.UP);
        hands.key(Key.UP);
        assertThat(hands.guide()).doesNotContain("rows.inbox");
        hands.key(Key.DOWN);
        hands.key(Key.DOWN);
        hands.key(Key.ENTER);
        assertThat(hands.links()).containsExactly("read.outbox -> print.inbox");
        hands.document.undo();
        assertThat(hands.links()).isEmpty();
    }

    @Test
    void left_chooses_an_inbox_from_which_the_link_is_drawn_backwards() {
        begin("words");
        hands.key(Key.LEFT);
        assertThat(hands.guide()).contains("Inbox words.inbox");
        hands.key(Key.ENTER);
        hands.key(Key.ENTER);
        assertThat(hands.links()).containsExactly("read.outbox -> words.inbox");
    }

    @Test
    void escape_leaves_everything_as_it_was_and_keeps_the_selection() {
        begin("read");
        hands.key(Key.ENTER);
        hands.key(Key.ESCAPE);
        assertThat(hands.guide()).isEmpty();
        assertThat(hands.interaction.feedback()).isEqualTo(Feedback.NONE);
        assertThat(hands.document.selection().onlyComponent()).hasValue("read");
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void tab_asks_for_a_new_component_that_hangs_on_the_chosen_box() {
        begin("read");
        hands.key(Key.TAB);
        assertThat(hands.offered).singleElement().satisfies(request -> {
            assertThat(request.hanging().orElseThrow().reference()).hasToString("read.outbox");
            assertThat(request.place().x())
                    .isGreaterThan(hands.geometry
                            .component("read")
                            .orElseThrow()
                            .bounds()
                            .right());
        });
    }

    @Test
    void what_is_linked_already_is_not_offered_again() {
        begin("read");
        hands.key(Key.ENTER);
        hands.key(Key.ENTER);
        hands.interaction.startLinking();
        while (!hands.guide().startsWith("Outbox read.outbox")) {
            hands.key(Key.DOWN);
        }
        hands.key(Key.ENTER);
        assertThat(hands.guide()).contains("print.inbox").doesNotContain("words.inbox");
    }

    @Test
    void where_nothing_fits_it_is_said_and_enter_does_nothing() {
        Hands alone = new Hands(
                new SampleGraphs().component("read", "file.lines", 40, 80).graph());
        alone.document.selection().select("read");
        alone.interaction.startLinking();
        alone.key(Key.ENTER);
        assertThat(alone.guide()).contains("No box here fits read.outbox");
        alone.key(Key.ENTER);
        assertThat(alone.links()).isEmpty();
    }

    @Test
    void without_one_selected_component_it_is_said_what_to_do() {
        hands.interaction.startLinking();
        assertThat(hands.guide()).isEmpty();
        assertThat(hands.refusals).singleElement().asString().contains("Select one component");
    }

    @Test
    void a_chosen_box_out_of_sight_is_brought_into_view() {
        hands.interaction.show(new Viewport(0, 0, 1, 360, 300));
        begin("read");
        hands.key(Key.ENTER);
        Point target = hands.socket("words.inbox");
        assertThat(target.x()).isBetween(0.0, 360.0);
    }

    @Test
    void w_goes_through_the_wires_of_a_component_and_link_leads_one_elsewhere() {
        link("read.outbox", "words.inbox");
        link("words.outbox", "print.inbox");
        hands.document.selection().select("words");
        hands.interaction.stepWire(1);
        assertThat(hands.document.selection().onlyLink()).hasValue(Hands.link("read.outbox", "words.inbox"));
        hands.interaction.stepWire(1);
        assertThat(hands.document.selection().onlyLink()).hasValue(Hands.link("words.outbox", "print.inbox"));
        assertThat(hands.said).last().asString().contains("(2 of 2)");
        hands.interaction.stepWire(-1);
        hands.interaction.startLinking();
        assertThat(hands.guide()).contains("The end of read.outbox → words.inbox");
        hands.key(Key.ENTER);
        hands.key(Key.ENTER);
        assertThat(hands.links())
                .containsExactlyInAnyOrder("read.outbox -> print.inbox", "words.outbox -> print.inbox");
    }

    @Test
    void after_a_wire_is_removed_the_next_one_of_the_same_component_is_found() {
        link("words.outbox", "print.inbox");
        link("read.outbox", "words.inbox");
        hands.document.selection().select("words");
        hands.interaction.stepWire(1);
        hands.interaction.operations().deleteSelection();
        hands.interaction.stepWire(1);
        assertThat(hands.document.selection().onlyLink()).hasValue(Hands.link("words.outbox", "print.inbox"));
    }

    @Test
    void from_a_wire_the_arrows_come_to_the_component_at_that_end() {
        link("read.outbox", "words.inbox");
        hands.document.selection().select(Hands.link("read.outbox", "words.inbox"));
        hands.with(Hands.ALT).key(Key.RIGHT);
        assertThat(hands.document.selection().onlyComponent()).hasValue("words");
    }

    @Test
    void a_press_of_the_mouse_and_an_undo_give_it_up() {
        link("read.outbox", "words.inbox");
        begin("read");
        hands.document.undo();
        assertThat(hands.guide()).isEmpty();
        begin("read");
        hands.click(new Point(600, 700));
        assertThat(hands.guide()).isEmpty();
        assertThat(hands.key(Key.ENTER)).isFalse();
    }

    private void begin(String id) {
        hands.document.selection().select(id);
        hands.interaction.startLinking();
    }

    private void link(String from, String to) {
        hands.drag(hands.socket(from), hands.socket(to));
        assertThat(hands.links()).contains(from + " -> " + to);
        hands.moveTo(new Point(600, 700));
    }
}
