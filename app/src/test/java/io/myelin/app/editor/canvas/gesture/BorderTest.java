package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.PublicBox;
import io.myelin.engine.graph.PublicBox.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boxes of the graph's own at its border, by hand. */
class BorderTest {
    private static final Graph GRAPH = new SampleGraphs()
            .component("split", "text.split", 400, 200)
            .component("join", "text.split", 400, 400)
            .component("print", "console.print", 700, 200)
            .link("split.outbox", "print.inbox")
            .graph();

    private final Hands hands = new Hands(GRAPH);

    @BeforeEach
    void theGraphStandsInAnother() {
        hands.geometry.showBorder();
    }

    private Point strip(Kind kind, double y) {
        Point centre = hands.geometry.border().strip(kind).orElseThrow().centre();
        return hands.interaction.viewport().toScreen(new Point(centre.x(), y));
    }

    private Point socket(Kind kind, String name) {
        return hands.interaction.viewport().toScreen(border(kind, name).socket().centre());
    }

    private Point tag(Kind kind, String name) {
        return hands.interaction.viewport().toScreen(border(kind, name).tag().centre());
    }

    private io.myelin.app.editor.canvas.geometry.BorderBox border(Kind kind, String name) {
        return hands.geometry.border().box(new PublicBox(kind, name)).orElseThrow();
    }

    private String inboxes() {
        return hands.document.graph().inboxes().toString();
    }

    private String outboxes() {
        return hands.document.graph().outboxes().toString();
    }

    private void publishBothInboxes() {
        hands.drag(hands.socket("split.inbox"), strip(Kind.INBOX, 220));
        hands.drag(hands.socket("join.inbox"), strip(Kind.INBOX, 420));
    }

    @Test
    void a_wire_from_an_inbox_to_the_left_border_publishes_it_and_selects_the_way() {
        hands.drag(hands.socket("split.inbox"), strip(Kind.INBOX, 220));

        assertThat(inboxes()).isEqualTo("{inbox=split.inbox}");
        assertThat(hands.document.selection().onlyLink().flatMap(LinkReference::publicBox))
                .contains(new PublicBox(Kind.INBOX, "inbox"));
        hands.document.undo();
        assertThat(hands.document.graph()).isEqualTo(GRAPH);
    }

    @Test
    void a_wire_from_an_outbox_to_the_right_border_publishes_it_under_a_free_name() {
        hands.drag(hands.socket("join.outbox"), strip(Kind.OUTBOX, 420));
        hands.drag(hands.socket("split.outbox"), strip(Kind.OUTBOX, 300));

        assertThat(outboxes()).isEqualTo("{outbox=join.outbox, split-outbox=split.outbox}");
    }

    @Test
    void an_outbox_is_not_published_on_the_left() {
        hands.drag(hands.socket("split.outbox"), strip(Kind.INBOX, 220));

        assertThat(hands.document.graph()).isEqualTo(GRAPH);
    }

    @Test
    void a_wire_from_the_border_to_another_inner_box_leads_it_there() {
        publishBothInboxes();
        hands.drag(socket(Kind.INBOX, "inbox"), hands.socket("print.inbox"));

        assertThat(inboxes()).isEqualTo("{inbox=print.inbox, join-inbox=join.inbox}");
    }

    @Test
    void the_inner_end_of_the_way_can_be_taken_to_another_box() {
        publishBothInboxes();
        Point near = hands.socket("split.inbox");
        hands.drag(near.plus(-20, 0), hands.socket("print.inbox"));

        assertThat(inboxes()).isEqualTo("{inbox=print.inbox, join-inbox=join.inbox}");
    }

    @Test
    void a_click_on_the_tag_selects_it_and_deleting_takes_the_box_away() {
        publishBothInboxes();
        hands.click(tag(Kind.INBOX, "inbox"));
        hands.interaction.operations().deleteSelection();

        assertThat(inboxes()).isEqualTo("{join-inbox=join.inbox}");
        assertThat(hands.document.graph().components()).isEqualTo(GRAPH.components());
    }

    @Test
    void the_end_of_a_way_let_go_over_nothing_takes_the_box_away() {
        publishBothInboxes();
        hands.drag(hands.socket("join.inbox").plus(-20, 0), new Point(600, 700));

        assertThat(inboxes()).isEqualTo("{inbox=split.inbox}");
    }

    @Test
    void dragging_a_tag_changes_the_order() {
        publishBothInboxes();
        hands.drag(tag(Kind.INBOX, "inbox"), tag(Kind.INBOX, "join-inbox").plus(0, 30));
        assertThat(inboxes()).isEqualTo("{join-inbox=join.inbox, inbox=split.inbox}");

        hands.document.undo();
        assertThat(inboxes()).isEqualTo("{inbox=split.inbox, join-inbox=join.inbox}");
    }

    @Test
    void deleting_everything_and_undoing_it_gives_back_the_same_file() {
        publishBothInboxes();
        String before = GraphFile.format(hands.document.graph());
        hands.interaction.operations().selectAll();
        hands.interaction.operations().deleteSelection();
        assertThat(hands.document.graph().components()).isEmpty();

        hands.document.undo();
        assertThat(GraphFile.format(hands.document.graph())).isEqualTo(before);
    }

    @Test
    void a_component_added_into_the_way_stands_between_the_border_and_the_box() {
        publishBothInboxes();
        LinkReference way = LinkReference.of(
                new PublicBox(Kind.INBOX, "inbox"),
                hands.document.graph().inboxes().get("inbox"));
        String id = hands.interaction
                .operations()
                .add(
                        hands.document.catalog().find("text.split").orElseThrow(),
                        QuickAddRequest.into(hands.geometry.link(way).orElseThrow()));

        assertThat(inboxes()).isEqualTo("{inbox=" + id + ".inbox, join-inbox=join.inbox}");
        assertThat(hands.links()).contains(id + ".outbox -> split.inbox");
    }

    @Test
    void the_way_follows_a_component_that_is_dragged_and_the_border_stays() {
        publishBothInboxes();
        var strip = hands.geometry.border().strip(Kind.INBOX);
        hands.press(PointerEvent.Button.PRIMARY, hands.title("split"));
        hands.dragTo(hands.title("split").plus(40, 40));

        LinkReference way = LinkReference.of(
                new PublicBox(Kind.INBOX, "inbox"),
                hands.document.graph().inboxes().get("inbox"));
        assertThat(hands.geometry.link(way).orElseThrow().path().end())
                .isEqualTo(hands.geometry
                        .component("split")
                        .orElseThrow()
                        .inlets()
                        .getFirst()
                        .centre());
        assertThat(hands.geometry.border().strip(Kind.INBOX)).isEqualTo(strip);
        // Painted with what is dragged, and seen from afar too.
        assertThat(hands.geometry.linesAt("split")).contains(way);
        assertThat(hands.geometry.plainLinksIn(new Bounds(-2000, -2000, 6000, 6000)))
                .extracting(LinkShape::reference)
                .contains(way);
    }

    @Test
    void the_pointer_finds_tags_sockets_and_ways() {
        publishBothInboxes();
        hands.moveTo(tag(Kind.INBOX, "inbox"));
        assertThat(hands.interaction.feedback().hover()).isInstanceOf(Hit.OnBorder.class);
        hands.moveTo(socket(Kind.INBOX, "inbox"));
        assertThat(hands.interaction.feedback().hover()).isInstanceOf(Hit.OnBox.class);
        hands.doubleClick(tag(Kind.INBOX, "join-inbox"));
        assertThat(hands.written).containsExactly("link .join-inbox -> join.inbox");
    }
}
