package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.BoxShape.Standing;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.Position;
import io.myelin.engine.message.DataRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shapes of components and what is found where. */
class CanvasGeometryTest {
    private final CanvasGeometry geometry = new CanvasGeometry(
            new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
            (text, _) -> 7.0 * text.length());

    @Test
    void inboxes_stand_on_the_left_border_and_outboxes_on_the_right() {
        geometry.update(SampleGraphs.wordCount());
        ComponentShape words = shape("words");
        assertThat(words.inlets())
                .allMatch(box -> box.centre().x() == words.bounds().x());
        assertThat(words.outlets())
                .allMatch(box -> box.centre().x() == words.bounds().right());
        assertThat(words.outlets()).extracting(box -> box.reference().box()).containsExactly("outbox", "errors");
    }

    @Test
    void control_and_signal_are_drawn_only_where_linked_or_when_asked_for() {
        Graph graph = new SampleGraphs()
                .component("a", "flow.take", 0, 0)
                .component("b", "flow.take", 300, 0)
                .link("a.signal", "b.control")
                .graph();
        geometry.update(graph);
        assertThat(shape("a").box(Side.OUTLET, "signal")).isPresent();
        assertThat(shape("a").box(Side.INLET, "control")).isEmpty();
        assertThat(shape("b").box(Side.INLET, "control").orElseThrow().standing())
                .isEqualTo(Standing.OUT_OF_BAND);
        geometry.showOutOfBand(true);
        assertThat(shape("a").box(Side.INLET, "control")).isPresent();
    }

    @Test
    void a_router_shows_the_boxes_that_come_from_its_settings() {
        DataRecord settings = DataRecord.of(
                "routes",
                List.of(
                        DataRecord.of("when", "$ > 1", "outbox", "large"),
                        DataRecord.of("when", "$ < 1", "outbox", "small")));
        Graph graph = new SampleGraphs()
                .component("route", GraphComponent.ofType("data.route").withSettings(settings), 0, 0)
                .graph();
        geometry.update(graph);
        assertThat(shape("route").outlets())
                .extracting(box -> box.reference().box())
                .contains("large", "small");
        assertThat(shape("route").outlets()).allMatch(BoxShape::named);
    }

    @Test
    void a_ghost_has_the_boxes_that_links_give_it_and_a_known_one_says_which_are_missing() {
        Graph graph = new SampleGraphs()
                .component("ghost", "future.thing", 0, 0)
                .component("take", "flow.take", 300, 0)
                .link("ghost.stuff", "take.nowhere")
                .graph();
        geometry.update(graph);
        assertThat(shape("ghost").face().kind()).isEqualTo(ComponentFace.Kind.UNKNOWN);
        assertThat(shape("ghost").box(Side.OUTLET, "stuff").orElseThrow().standing())
                .isEqualTo(Standing.DATA);
        assertThat(shape("take").box(Side.INLET, "nowhere").orElseThrow().standing())
                .isEqualTo(Standing.MISSING);
        assertThat(geometry.links()).hasSize(1);
    }

    @Test
    void a_subgraph_shows_its_own_boxes_with_the_types_of_what_they_stand_for() {
        Graph inner = new Graph(
                "Shouting",
                "",
                Map.of(),
                Map.of("case", GraphComponent.ofType("text.case")),
                List.of(),
                Map.of("words", SampleGraphs.box("case.inbox")),
                Map.of("shouts", SampleGraphs.box("case.outbox")),
                Map.of(),
                GraphLayout.EMPTY,
                DataRecord.empty());
        Graph outer = new Graph(
                "",
                "",
                Map.of(),
                Map.of("shout", GraphComponent.ofType("graph:shouting")),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("shouting", inner),
                GraphLayout.EMPTY,
                DataRecord.empty());
        geometry.update(outer);
        ComponentShape shout = shape("shout");
        assertThat(shout.face().title()).isEqualTo("Shouting");
        assertThat(shout.face().kind()).isEqualTo(ComponentFace.Kind.SUBGRAPH);
        BoxShape words = shout.box(Side.INLET, "words").orElseThrow();
        BoxShape caseBox = new ShapeLookup().inletOfCase();
        assertThat(words.declaration().types()).isEqualTo(caseBox.declaration().types());
    }

    @Test
    void aGraphInAFileIsCalledByItsTitleOrTheFileAloneNeverByItsPath() {
        GraphComponent component = GraphComponent.ofType("graph:../home/graphs/mylib.graph.json");
        Graph titled = GraphFile.parse("{\"format\": \"myelin-graph/1\", \"title\": \"My library\"}")
                .graph()
                .orElseThrow();

        ComponentFace unread = faces(Optional.empty()).of(component, Graph.EMPTY);
        assertThat(unread.title()).isEqualTo("mylib");
        assertThat(unread.detail()).endsWith(" mylib");
        assertThat(faces(Optional.of(Graph.EMPTY)).of(component, Graph.EMPTY).title())
                .isEqualTo("mylib");
        assertThat(faces(Optional.of(titled)).of(component, Graph.EMPTY).title())
                .isEqualTo("My library");
        assertThat(faces(Optional.of(titled))
                        .of(component.withTitle("Mine"), Graph.EMPTY)
                        .title())
                .isEqualTo("Mine");
    }

    private static ComponentFaces faces(Optional<Graph> file) {
        return new ComponentFaces(ComponentCatalog.installed(), Path.of("/work"), _ -> file);
    }

    @Test
    void a_subgraph_shows_its_boxes_in_their_order_as_soon_as_that_is_another() {
        geometry.update(ordered("outbox", "errors"));
        assertThat(outlets("split")).containsExactly("outbox", "errors");
        geometry.update(ordered("errors", "outbox"));
        assertThat(outlets("split")).containsExactly("errors", "outbox");
    }

    private List<String> outlets(String id) {
        return shape(id).outlets().stream().map(box -> box.reference().box()).toList();
    }

    private static Graph ordered(String first, String second) {
        return GraphFile.parse("""
                { "format": "myelin-graph/1",
                  "components": { "split": { "type": "graph:inner" } },
                  "graphs": { "inner": {
                    "components": { "words": { "type": "text.split" } },
                    "outboxes": { "%s": "words.%s", "%s": "words.%s" } } } }
                """.formatted(first, first, second, second))
                .graph()
                .orElseThrow();
    }

    /** A lone {@code text.case}, to compare with. */
    private static final class ShapeLookup {
        private BoxShape inletOfCase() {
            CanvasGeometry other = new CanvasGeometry(
                    new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
                    (text, _) -> 7.0 * text.length());
            other.update(new SampleGraphs().component("case", "text.case", 0, 0).graph());
            return other.component("case").orElseThrow().inlets().getFirst();
        }
    }

    @Test
    void the_detail_is_the_telling_setting_or_the_type() {
        geometry.update(SampleGraphs.wordCount());
        assertThat(shape("read").face().detail()).isEqualTo("path: data/alice.txt");
        assertThat(shape("print").face().detail()).isEqualTo("console.print");
        assertThat(shape("print").title()).isEqualTo("Result");
    }

    @Test
    void texts_too_long_are_cut_with_an_ellipsis() {
        geometry.update(new SampleGraphs()
                .component("read", "file.lines", "path", "a/very/long/path/to/some/file/somewhere.txt", 0, 0)
                .graph());
        assertThat(shape("read").detail()).endsWith("…");
        assertThat(shape("read").bounds().width()).isEqualTo(160);
    }

    @Test
    void after_an_edit_it_is_as_if_made_from_the_new_graph() {
        Graph graph = SampleGraphs.wordCount();
        geometry.update(graph);
        Graph edited = new GraphEdit.Several(List.of(
                        new GraphEdit.RemoveComponent("count"),
                        new GraphEdit.MoveComponents(List.of(
                                new GraphEdit.MoveComponents.Move("print", Optional.of(new Position(560, 300))))),
                        new GraphEdit.AddLink(new io.myelin.engine.graph.GraphLink(
                                SampleGraphs.box("words.outbox"), SampleGraphs.box("print.inbox")))))
                .applyTo(graph)
                .graph();
        geometry.update(edited);
        CanvasGeometry fresh = new CanvasGeometry(
                new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
                (text, _) -> 7.0 * text.length());
        fresh.update(edited);
        assertThat(geometry.components()).isEqualTo(fresh.components());
        assertThat(geometry.links().stream().map(LinkShape::reference))
                .containsExactlyElementsOf(
                        fresh.links().stream().map(LinkShape::reference).toList());
        assertThat(geometry.links().stream().map(link -> link.path().end()))
                .containsExactlyElementsOf(
                        fresh.links().stream().map(link -> link.path().end()).toList());
    }

    @Test
    void components_shown_away_take_their_links_along_and_come_back() {
        geometry.update(SampleGraphs.wordCount());
        Point before = link("read.outbox", "words.inbox").path().end();
        geometry.displace(Set.of("words"), 50, 60);
        assertThat(link("read.outbox", "words.inbox").path().end()).isEqualTo(before.plus(50, 60));
        assertThat(geometry.componentsIn(new Bounds(354, 200, 10, 1)))
                .extracting(ComponentShape::id)
                .containsExactly("words");
        geometry.displace(Set.of(), 0, 0);
        assertThat(link("read.outbox", "words.inbox").path().end()).isEqualTo(before);
    }

    @Test
    void components_without_a_place_get_columns_along_the_links_even_in_a_ring() {
        Graph placed = new SampleGraphs()
                .component("a", "source.sequence", 0, 0)
                .component("b", "flow.take", 0, 0)
                .component("c", "flow.take", 0, 0)
                .link("a.outbox", "b.inbox")
                .link("b.outbox", "c.inbox")
                .link("c.outbox", "b.inbox")
                .graph();
        Graph graph = new Graph(
                "",
                "",
                Map.of(),
                placed.components(),
                placed.links(),
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                DataRecord.empty());
        geometry.update(graph);
        assertThat(shape("b").bounds().x()).isGreaterThan(shape("a").bounds().right());
        assertThat(shape("c").bounds().x()).isGreaterThan(shape("b").bounds().right());
    }

    @Test
    void sockets_are_found_before_components_and_components_before_links() {
        geometry.update(SampleGraphs.wordCount());
        HitTest hits = new HitTest(geometry);
        BoxShape socket = shape("words").inlets().getFirst();
        assertThat(hits.at(socket.centre().plus(4, 3), 1)).isEqualTo(new Hit.OnBox(socket));
        assertThat(hits.at(shape("words").bounds().centre(), 1)).isInstanceOf(Hit.OnComponent.class);
        assertThat(hits.at(link("read.outbox", "words.inbox").path().at(0.5), 1))
                .isInstanceOf(Hit.OnLink.class);
        assertThat(hits.at(new Point(-500, -500), 1)).isInstanceOf(Hit.OnNothing.class);
        assertThat(hits.at(socket.centre().plus(4, 3), 0.2)).isInstanceOf(Hit.OnComponent.class);
    }

    private ComponentShape shape(String id) {
        return geometry.component(id).orElseThrow();
    }

    private LinkShape link(String from, String to) {
        return geometry.links().stream()
                .filter(link -> link.reference().from().equals(SampleGraphs.box(from)))
                .filter(link -> link.reference().to().equals(SampleGraphs.box(to)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void that_a_drag_was_called_off_is_seen_by_who_remembers_where_links_were() {
        geometry.update(SampleGraphs.wordCount());
        geometry.displace(Set.of("words"), 50, 60);
        long dragged = geometry.changes();
        assertThat(geometry.changes()).isEqualTo(dragged);
        geometry.displace(Set.of(), 0, 0);
        assertThat(geometry.changes()).isNotEqualTo(dragged);
    }
}
