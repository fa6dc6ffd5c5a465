package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.arrange.Alignment;
import io.myelin.app.editor.canvas.arrange.Arranging;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GroupFrame;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups folded to cards, and who joins and leaves them. */
class FoldingTest {
    private final Hands hands = new Hands(new SampleGraphs()
            .component("read", "file.lines", 40, 80)
            .component("words", "text.split", 320, 80)
            .component("upper", "text.case", 320, 240)
            .component("print", "console.print", 760, 80)
            .component("alone", "text.case", 40, 480)
            .link("read.outbox", "words.inbox")
            .link("words.outbox", "upper.inbox")
            .link("upper.outbox", "print.inbox")
            .link("words.errors", "print.inbox")
            .graph());

    @Test
    void a_folded_group_is_one_card_in_which_the_links_from_outside_end() {
        foldGroup("words", "upper");
        GroupShape card = shape();
        assertThat(card.isFolded()).isTrue();
        assertThat(hands.geometry.componentsIn(new Bounds(-1000, -1000, 4000, 4000)))
                .extracting(shape -> shape.id())
                .containsExactly("read", "print", "alone");
        assertThat(card.ports())
                .extracting(GroupShape.Port::label)
                .containsExactly("Split text", "Split text · errors", "Letter case");
        assertThat(end("read.outbox", "words.inbox").path().end().x())
                .isEqualTo(card.bounds().x());
        assertThat(end("upper.outbox", "print.inbox").path().start().x())
                .isEqualTo(card.bounds().right());
        assertThat(hands.geometry.link(Hands.link("words.outbox", "upper.inbox")))
                .isEmpty();
    }

    @Test
    void what_is_put_into_a_wire_before_a_folded_group_makes_the_group_as_a_whole_move_on() {
        foldGroup("words", "upper");
        Point apart = hands.place("upper").minus(hands.place("words"));
        LinkShape link =
                hands.geometry.link(Hands.link("read.outbox", "words.inbox")).orElseThrow();
        String id = hands.interaction
                .operations()
                .add(hands.document.catalog().find("data.filter").orElseThrow(), QuickAddRequest.into(link));
        Bounds added = hands.geometry.component(id).orElseThrow().bounds();
        assertThat(shape().bounds().x()).isGreaterThanOrEqualTo(added.right() + 40);
        assertThat(hands.place("upper").minus(hands.place("words"))).isEqualTo(apart);
    }

    @Test
    void unfolded_and_undone_all_is_as_before() {
        Graph before = hands.document.graph();
        List<LinkShape> links = List.copyOf(hands.geometry.links());
        foldGroup("words", "upper");
        hands.click(middle());
        hands.interaction.operations().toggleFolded();
        assertThat(shape().isFolded()).isFalse();
        assertThat(List.copyOf(hands.geometry.links()))
                .extracting(link -> link.reference().toString())
                .isEqualTo(
                        links.stream().map(link -> link.reference().toString()).toList());
        assertThat(end("read.outbox", "words.inbox").path().end())
                .isEqualTo(links.getFirst().path().end());
        hands.document.undo();
        assertThat(shape().isFolded()).isTrue();
        hands.document.undo();
        hands.document.undo();
        assertThat(hands.document.graph()).isEqualTo(before);
    }

    @Test
    void that_it_is_folded_stands_in_the_file() throws Exception {
        foldGroup("words", "upper");
        Graph read = GraphFile.parse(GraphFile.format(hands.document.graph()))
                .graph()
                .orElseThrow();
        assertThat(read.layout().groups().get("group").collapsed()).isTrue();
    }

    @Test
    void a_drag_moves_all_that_is_in_it() {
        Point words = hands.place("words");
        Point upper = hands.place("upper");
        foldGroup("words", "upper");
        Point from = middle();
        hands.drag(from, from.plus(80, 160));
        assertThat(hands.place("words")).isEqualTo(words.plus(80, 160));
        assertThat(hands.place("upper")).isEqualTo(upper.plus(80, 160));
        assertThat(middle()).isEqualTo(from.plus(80, 160));
    }

    @Test
    void a_frame_drawn_round_its_card_selects_what_is_in_it() {
        foldGroup("words", "upper");
        Bounds card = shape().bounds();
        hands.drag(new Point(card.x() - 10, card.bottom() + 10), new Point(card.right() + 10, card.bottom() - 10));
        assertThat(hands.document.selection().components()).containsExactly("words", "upper");
    }

    @Test
    void what_its_group_names_and_is_not_there_is_not_selected_and_the_rest_can_be_deleted() {
        foldGroup("words", "upper");
        GroupFrame group = hands.document.graph().layout().groups().get("group");
        hands.document.perform(
                "As a file has it",
                new GraphEdit.ChangeGroup(
                        "group", Optional.of(group.around(List.of("words", "gone", "upper"), List.of("gone"))), 0));
        Bounds card = shape().bounds();
        hands.drag(new Point(card.x() - 10, card.bottom() + 10), new Point(card.right() + 10, card.bottom() - 10));
        assertThat(hands.document.selection().components()).containsExactly("words", "upper");
        hands.interaction.operations().deleteSelection();
        assertThat(hands.document.graph().components()).containsOnlyKeys("read", "print", "alone");
    }

    @Test
    void a_link_can_be_drawn_to_a_box_on_its_card() {
        foldGroup("words", "upper");
        Point port = hands.interaction
                .viewport()
                .toScreen(shape().ports().getFirst().box().centre());
        hands.drag(hands.socket("alone.outbox"), port);
        assertThat(hands.links()).contains("alone.outbox -> words.inbox");
    }

    @Test
    void arranging_it_moves_what_is_in_it_as_one() {
        Point words = hands.place("words");
        Point upper = hands.place("upper");
        foldGroup("words", "upper");
        hands.document.selection().select(List.of("words", "upper", "alone"), List.of());
        new Arranging(hands.document, hands.geometry).align(Alignment.LEFT);
        double by = 40 - words.x();
        assertThat(hands.place("words")).isEqualTo(words.plus(by, 0));
        assertThat(hands.place("upper")).isEqualTo(upper.plus(by, 0));
    }

    @Test
    void a_component_is_folded_to_its_head_and_keeps_its_links() {
        double high = hands.geometry.component("words").orElseThrow().bounds().height();
        hands.document.selection().select("words");
        hands.interaction.operations().toggleFolded();
        Bounds folded = hands.geometry.component("words").orElseThrow().bounds();
        assertThat(folded.height()).isLessThan(high);
        assertThat(hands.geometry.links()).hasSize(4);
        assertThat(end("words.errors", "print.inbox").path().start().y()).isBetween(folded.y(), folded.bottom());
        hands.drag(hands.title("words"), hands.title("words").plus(0, 40));
        assertThat(hands.geometry.component("words").orElseThrow().bounds().height())
                .isEqualTo(folded.height());
        hands.interaction.operations().toggleFolded();
        assertThat(hands.geometry.component("words").orElseThrow().bounds().height())
                .isEqualTo(high);
        hands.document.undo();
        hands.document.undo();
        hands.document.undo();
        assertThat(hands.document.canUndo()).isFalse();
    }

    @Test
    void what_is_dropped_in_the_frame_of_a_group_joins_it_in_the_same_step() {
        Graph before = grouped("words", "upper");
        Bounds frame = shape().bounds();
        Point inside = new Point(frame.right() - 6, frame.bottom() - 6);
        hands.press(Button.PRIMARY, hands.title("alone"))
                .dragTo(new Point(200, 400))
                .dragTo(inside);
        assertThat(hands.interaction.feedback().group()).contains("group");
        hands.release(inside);
        assertThat(members()).containsExactly("words", "upper", "alone");
        hands.document.undo();
        assertThat(hands.document.graph()).isEqualTo(before);
    }

    @Test
    void with_ctrl_it_does_not_join() {
        grouped("words", "upper");
        Bounds frame = shape().bounds();
        hands.press(Button.PRIMARY, hands.title("alone")).with(Hands.CONTROL);
        Point inside = new Point(frame.right() - 6, frame.bottom() - 6);
        hands.dragTo(inside).release(inside);
        assertThat(members()).containsExactly("words", "upper");
    }

    @Test
    void a_member_spread_a_little_stays_and_one_drawn_far_out_leaves() {
        grouped("words", "upper");
        Point from = hands.title("upper");
        hands.drag(from, from.plus(0, 80));
        assertThat(members()).containsExactly("words", "upper");
        Bounds frame = shape().bounds();
        hands.press(Button.PRIMARY, hands.title("upper"))
                .dragTo(new Point(600, 500))
                .dragTo(new Point(700, 650));
        assertThat(shape().bounds().bottom()).as("the frame without it").isLessThan(frame.bottom() - 60);
        hands.release(new Point(700, 650));
        assertThat(members()).containsExactly("words");
        hands.document.undo();
        assertThat(members()).containsExactly("words", "upper");
    }

    @Test
    void given_up_a_drag_out_of_a_group_leaves_all_as_it_was() {
        Graph before = grouped("words", "upper");
        Bounds frame = shape().bounds();
        hands.press(Button.PRIMARY, hands.title("upper"))
                .dragTo(new Point(600, 500))
                .dragTo(new Point(700, 650));
        hands.key(KeyEvent.Key.ESCAPE);
        assertThat(hands.document.graph()).isEqualTo(before);
        assertThat(shape().bounds()).isEqualTo(frame);
    }

    private Graph grouped(String... ids) {
        hands.document.selection().select(List.of(ids), List.of());
        hands.interaction.operations().group();
        hands.document.selection().clear();
        return hands.document.graph();
    }

    private void foldGroup(String... ids) {
        grouped(ids);
        hands.document.selection().select(List.of(ids), List.of());
        hands.interaction.operations().toggleFolded();
        hands.document.selection().clear();
    }

    private GroupShape shape() {
        return hands.geometry.layout().group("group").orElseThrow();
    }

    private List<String> members() {
        return hands.document.graph().layout().groups().get("group").members();
    }

    /** A place on the card that is on no socket. */
    private Point middle() {
        return hands.interaction.viewport().toScreen(shape().bounds().centre());
    }

    private LinkShape end(String from, String to) {
        return hands.geometry.link(Hands.link(from, to)).orElseThrow();
    }
}
