package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphClipboard;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Subgraph;
import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is on screen stays where it is, whatever is done elsewhere: also where the file names no places. */
class StayingPutTest {
    private static final String BY_HAND = """
            {
              "format": "myelin-graph/1",
              "components": {
                "tick": { "type": "time.timer" },
                "shape": { "type": "data.map" },
                "keep": { "type": "data.filter" },
                "print": { "type": "console.print" },
                "alone": { "type": "console.print" }
              },
              "links": [
                { "from": "tick.outbox", "to": "shape.inbox" },
                { "from": "shape.outbox", "to": "keep.inbox" },
                { "from": "keep.outbox", "to": "print.inbox" }
              ]
            }
            """;

    private final Hands hands = new Hands(read(BY_HAND));
    private final String before = text();
    private final Map<String, Point> seen = seen(hands);

    private static Graph read(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }

    private String text() {
        return GraphFile.format(hands.document.root().graph());
    }

    private static Map<String, Point> seen(Hands hands) {
        Map<String, Point> places = new TreeMap<>();
        for (ComponentShape shape : hands.geometry.components()) {
            places.put(shape.id(), new Point(shape.bounds().x(), shape.bounds().y()));
        }
        return places;
    }

    private void staysBut(String... moved) {
        Map<String, Point> expected = new TreeMap<>(seen);
        Map<String, Point> now = seen(hands);
        expected.keySet().removeAll(Set.of(moved));
        assertThat(now).containsAllEntriesOf(expected);
        Hands opened = new Hands(read(text()));
        assertThat(seen(opened)).as("as the file is opened again").isEqualTo(now);
        hands.document.undo();
        assertThat(text()).isEqualTo(before);
        assertThat(seen(hands)).isEqualTo(seen);
        hands.document.redo();
        assertThat(seen(hands)).isEqualTo(now);
    }

    @Test
    void moving_one_component_leaves_the_others_where_they_are_seen() {
        Point from = hands.title("shape");
        hands.drag(from, from.plus(0, 300));
        assertThat(seen(hands).get("shape")).isNotEqualTo(seen.get("shape"));
        staysBut("shape");
    }

    @Test
    void moving_one_by_keys_step_by_step_does_so_too() {
        hands.document.selection().select("keep");
        hands.interaction.operations().nudge(8, 0);
        hands.interaction.operations().nudge(8, 0);
        staysBut("keep");
    }

    @Test
    void adding_one_leaves_the_others_where_they_are_seen() {
        String added = hands.interaction
                .operations()
                .add(hands.document.catalog().find("data.filter").orElseThrow(), new Point(900, 700));
        staysBut(added);
    }

    @Test
    void deleting_one_leaves_the_others_where_they_are_seen() {
        hands.document.selection().select("tick");
        hands.interaction.operations().deleteSelection();
        staysBut("tick");
    }

    @Test
    void linking_and_unlinking_leave_all_where_it_is_seen() {
        hands.drag(hands.socket("keep.outbox"), hands.socket("alone.inbox"));
        assertThat(hands.links()).hasSize(4);
        staysBut();
        hands.document.undo();
        hands.document.selection().select(List.of(), List.of(Hands.link("shape.outbox", "keep.inbox")));
        hands.interaction.operations().deleteSelection();
        assertThat(hands.links()).hasSize(2);
        staysBut();
    }

    @Test
    void what_is_pasted_pushes_nothing_away() {
        GraphClipboard.Paste paste = GraphClipboard.paste(BY_HAND, hands.document, 600, 600, false);
        hands.document.perform("Paste", paste.edit());
        staysBut(paste.ids().toArray(String[]::new));
    }

    @Test
    void what_is_copied_takes_its_places_along() {
        Graph copied = read(GraphClipboard.copy(hands.document, List.of("tick", "shape")));
        assertThat(copied.layout().components().get("shape").x()
                        - copied.layout().components().get("tick").x())
                .isEqualTo(seen.get("shape").x() - seen.get("tick").x());
    }

    @Test
    void a_setting_that_moves_nothing_writes_no_places() {
        GraphComponent shape = hands.document.graph().components().get("print");
        hands.document.perform(
                "Setting", new GraphEdit.ChangeComponent("print", shape.withSettings(DataRecord.of("prefix", "a"))));
        assertThat(hands.document.graph().layout().components()).isEmpty();
        staysBut();
    }

    @Test
    void a_title_that_makes_a_card_wider_leaves_the_others_where_they_are_seen() {
        GraphComponent tick = hands.document.graph().components().get("tick");
        hands.document.perform(
                "Title",
                new GraphEdit.ChangeComponent("tick", tick.withTitle("One that is as long as can be")),
                "title");
        hands.document.perform(
                "Title",
                new GraphEdit.ChangeComponent("tick", tick.withTitle("One that is as long as can be by far")),
                "title");
        staysBut();
    }

    @Test
    void what_becomes_a_subgraph_is_inside_as_it_was_seen() {
        Subgraph.Change change =
                Subgraph.extract(hands.document.graphAsSeen(), Set.of("shape", "keep"), Set.of(), Set.of());
        hands.document.perform("Make", change.edit());
        Graph inner = hands.document.graph().graphs().values().iterator().next();
        assertThat(inner.layout().components().get("keep").x()
                        - inner.layout().components().get("shape").x())
                .isEqualTo(seen.get("keep").x() - seen.get("shape").x());
        staysBut("shape", "keep");
    }

    @Test
    void it_holds_inside_a_subgraph() {
        Graph outer = read("""
                {
                  "format": "myelin-graph/1",
                  "components": { "part": { "type": "graph:part" } },
                  "links": [],
                  "graphs": { "part": %s }
                }
                """.formatted(BY_HAND.replace("\"format\": \"myelin-graph/1\",", "")));
        Document whole = new Document(ComponentCatalog.installed(), outer, Optional.empty());
        Hands inside = new Hands(whole.level(List.of("part")));
        Map<String, Point> places = seen(inside);
        String written = GraphFile.format(whole.graph());
        inside.document.selection().select("shape");
        inside.interaction.operations().nudge(0, 8);
        Map<String, Point> expected = new TreeMap<>(places);
        expected.computeIfPresent("shape", (_, place) -> place.plus(0, 8));
        assertThat(seen(inside)).isEqualTo(expected);
        whole.undo();
        assertThat(GraphFile.format(whole.graph())).isEqualTo(written);
        assertThat(seen(inside)).isEqualTo(places);
    }
}
