package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import io.myelin.engine.run.ComponentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hidden wires that share a row, on a real canvas. */
class HiddenWiresTest {
    private final List<String> refused = new ArrayList<>();
    private final List<LinkReference> clicked = new ArrayList<>();
    private final CanvasFixture canvas = CanvasFixture.open(star(), 1000, 700, hooks());

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void a_click_on_how_many_there_are_lists_them_and_the_one_chosen_is_selected_and_shown() {
        CanvasFixture.run(() -> canvas.canvas().zoomTo(1));
        CanvasFixture.run(() -> canvas.canvas().centreOn("source"));
        CanvasFixture.pulse();
        Point2D more = row();
        canvas.click(more.getX(), more.getY());
        assertThat(list().isVisible()).isTrue();
        assertThat(rows()).hasSize(6).first().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Letter case → to 3");
            assertThat(row.boxes()).isEqualTo("source.outbox → to3.inbox");
            assertThat(row.count()).isEmpty();
        });
        CanvasFixture.pulse();
        canvas.picture("hidden-wires-list", 1);
        assertThat(CanvasFixture.call(
                        () -> canvas.canvas().node().lookup("#canvas-hint").isVisible()))
                .as("no hint of what is under the list")
                .isFalse();

        canvas.type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(list().isVisible()).isFalse();
        LinkReference chosen = link(4);
        assertThat(canvas.document().selection().links()).containsExactly(chosen);
        assertThat(clicked).containsExactly(chosen);
        var ends = CanvasFixture.call(() ->
                canvas.canvas().geometry().contents(List.of("source", "to4")).orElseThrow());
        assertThat(CanvasFixture.call(() -> canvas.canvas().viewport().visible().contains(ends)))
                .as("both ends are in view")
                .isTrue();
        CanvasFixture.pulse();
        canvas.picture("hidden-wires-chosen", 1);
    }

    @Test
    void a_click_on_a_row_of_the_list_chooses_it_and_escape_chooses_nothing() {
        Point2D more = row();
        canvas.click(more.getX(), more.getY()).type(KeyCode.ESCAPE);
        assertThat(list().isVisible()).isFalse();
        assertThat(canvas.document().selection().isEmpty()).isTrue();

        canvas.click(more.getX() + 1, more.getY());
        Node rows = canvas.find("wire-list-rows").orElseThrow();
        Point2D third = CanvasFixture.call(() -> rows.localToScene(40, 2.5 * 44));
        canvas.click(third.getX(), third.getY());
        assertThat(canvas.document().selection().links()).containsExactly(link(5));
    }

    @Test
    void the_keys_list_all_hidden_wires_of_what_is_selected_and_say_where_there_are_none() {
        CanvasFixture.run(() -> canvas.canvas().listHiddenWires());
        CanvasFixture.run(() -> canvas.document().selection().select("other"));
        CanvasFixture.run(() -> canvas.canvas().listHiddenWires());
        assertThat(refused)
                .containsExactly(
                        "Select a component first, then list its hidden wires.",
                        "No hidden wire ends at what is selected. “Hide or Show Links” hides the wires that are selected.");
        assertThat(list().isVisible()).isFalse();

        CanvasFixture.run(() -> canvas.document().selection().select("source"));
        CanvasFixture.run(() -> canvas.canvas().listHiddenWires());
        assertThat(rows()).hasSize(9);
        canvas.type(KeyCode.ENTER);
        assertThat(canvas.document().selection().links()).containsExactly(link(0));
    }

    @Test
    void while_it_runs_the_list_says_how_many_messages_went_along_each() {
        RehearsedLife life = new RehearsedLife()
                .component("source", ComponentStatus.WORKING, "working")
                .wire("source.outbox", "to3.inbox", 12, 0);
        canvas.show(life);
        Point2D more = row();
        canvas.click(more.getX(), more.getY());
        assertThat(rows()).extracting(WireList.Row::count).startsWith("12 messages", "no messages");
    }

    @Test
    void the_list_is_put_away_when_the_wires_that_it_lists_are_undone() {
        GraphComponent more = GraphComponent.ofType("text.case");
        CanvasFixture.run(() -> canvas.document()
                .perform(
                        "Add",
                        new GraphEdit.Several(List.of(
                                new GraphEdit.AddComponent("new", more, new Position(0, 600)),
                                new GraphEdit.AddLink(
                                        new GraphLink(SampleGraphs.box("new.outbox"), SampleGraphs.box("to0.inbox"))),
                                GraphEdit.ChangeLinkLayout.to(
                                        LinkLayout.plain(SampleGraphs.box("new.outbox"), SampleGraphs.box("to0.inbox"))
                                                .withHidden(true))))));
        CanvasFixture.run(() -> canvas.document().selection().select("new"));
        CanvasFixture.run(() -> canvas.canvas().listHiddenWires());
        assertThat(rows()).hasSize(1);

        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(list().isVisible()).isFalse();
        canvas.type(KeyCode.ENTER);
        assertThat(canvas.document().selection().links()).isEmpty();
        assertThat(clicked).isEmpty();
    }

    @Test
    void no_list_is_opened_of_no_wires() {
        boolean isOpen = CanvasFixture.call(() -> {
            WireList wires = new WireList(_ -> {}, () -> {});
            wires.open(List.of(), new Point(0, 0), new Bounds(0, 0, 400, 400));
            return wires.isVisible();
        });
        assertThat(isOpen).isFalse();
    }

    @Test
    void the_right_button_selects_all_that_share_the_row() {
        Point2D more = row();
        canvas.press(MouseButton.SECONDARY, more.getX(), more.getY()).release(more.getX(), more.getY());
        assertThat(canvas.document().selection().links()).hasSize(6);
    }

    private Point2D row() {
        Point name = CanvasFixture.call(() -> new HiddenEnds(canvas.canvas().geometry())
                .at("source", Side.OUTLET)
                .getLast()
                .name());
        return canvas.at(name.x() + 16, name.y());
    }

    private Node list() {
        return canvas.find("wire-list").orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private List<WireList.Row> rows() {
        ListView<WireList.Row> list =
                (ListView<WireList.Row>) canvas.find("wire-list-rows").orElseThrow();
        return CanvasFixture.call(() -> List.copyOf(list.getItems()));
    }

    private static LinkReference link(int to) {
        return new LinkReference(SampleGraphs.box("source.outbox"), SampleGraphs.box("to" + to + ".inbox"));
    }

    private CanvasHooks hooks() {
        return new CanvasHooks() {
            @Override
            public void componentOpened(String id) {}

            @Override
            public void linkClicked(LinkReference link) {
                clicked.add(link);
            }

            @Override
            public void contextMenuAsked(io.myelin.app.editor.canvas.geometry.Hit hit, double sceneX, double sceneY) {}

            @Override
            public void refused(String reason) {
                refused.add(reason);
            }

            @Override
            public Optional<Graph> graphInFile(String file) {
                return Optional.empty();
            }
        };
    }

    private static Graph star() {
        SampleGraphs sample =
                new SampleGraphs().component("source", "text.case", 0, 0).component("other", "text.case", 0, 400);
        for (int i = 0; i < 9; i++) {
            sample.component("to" + i, GraphComponent.ofType("text.case").withTitle("to " + i), 600, 100 * i)
                    .link("source.outbox", "to" + i + ".inbox");
        }
        Graph changed = sample.graph();
        for (GraphLink link : changed.links()) {
            LinkLayout hidden = LinkLayout.plain(link.from(), link.to()).withHidden(true);
            changed = GraphEdit.ChangeLinkLayout.to(hidden).applyTo(changed).graph();
        }
        return changed;
    }
}
