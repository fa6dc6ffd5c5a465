package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLayout;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Note;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphClipboardTest {
    private static final Graph GRAPH = GraphFile.parse("""
                    {
                      "format": "myelin-graph/1",
                      "components": {
                        "a": { "type": "t.a", "settings": { "n": 1.50 } },
                        "b": { "type": "graph:inner" },
                        "c": { "type": "t.c" }
                      },
                      "links": [
                        { "from": "a.outbox", "to": "b.inbox" },
                        { "from": "b.outbox", "to": "c.inbox" }
                      ],
                      "graphs": { "inner": { "components": { "x": { "type": "t.x" } } } },
                      "layout": { "components": { "a": { "x": 100, "y": 50 }, "b": { "x": 300, "y": 90 } } }
                    }
                    """).graph().orElseThrow();

    @Test
    void aCopyHoldsTheComponentsTheLinksBetweenThemAndTheirPlaces() {
        Graph copy = GraphFile.parse(GraphClipboard.copy(document(GRAPH), List.of("a", "b")))
                .graph()
                .orElseThrow();
        assertThat(copy.components()).containsOnlyKeys("a", "b");
        assertThat(copy.components().get("a")).isEqualTo(GRAPH.components().get("a"));
        assertThat(copy.links()).containsExactly(link("a", "b"));
        assertThat(copy.layout().components()).containsOnlyKeys("a", "b");
        assertThat(copy.graphs()).containsOnlyKeys("inner");
    }

    @Test
    void aPasteHasNewIdsAndStandsWhereItWasAskedFor() {
        GraphClipboard.Paste paste = GraphClipboard.paste(
                GraphClipboard.copy(document(GRAPH), List.of("a", "b")), document(GRAPH), 1000, 2000, false);
        Graph pasted = paste.edit().applyTo(GRAPH).graph();

        assertThat(paste.ids()).containsExactly("a2", "b2");
        assertThat(pasted.components()).containsOnlyKeys("a", "b", "c", "a2", "b2");
        assertThat(pasted.links()).contains(link("a2", "b2")).hasSize(3);
        assertThat(pasted.layout().components().get("a2")).isEqualTo(new Position(1000, 2000));
        assertThat(pasted.layout().components().get("b2")).isEqualTo(new Position(1200, 2040));
    }

    @Test
    void aPasteBringsTheGraphsItIsMadeOf() {
        String text = GraphClipboard.copy(document(GRAPH), List.of("b"));
        Graph pasted = GraphClipboard.paste(text, document(Graph.EMPTY), 0, 0, false)
                .edit()
                .applyTo(Graph.EMPTY)
                .graph();
        assertThat(pasted.graphs()).containsOnlyKeys("inner");
        assertThat(pasted.components().get("b").type()).isEqualTo("graph:inner");
    }

    @Test
    void aGraphOfTheSameNameButOtherContentIsNotOverwritten() {
        Graph other = GraphFile.parse("""
                        { "format": "myelin-graph/1", "graphs": { "inner": { "title": "Mine" } } }
                        """).graph().orElseThrow();
        String text = GraphClipboard.copy(document(GRAPH), List.of("b"));
        Graph pasted = GraphClipboard.paste(text, document(other), 0, 0, false)
                .edit()
                .applyTo(other)
                .graph();
        assertThat(pasted.graphs()).containsOnlyKeys("inner", "inner2");
        assertThat(pasted.graphs().get("inner").title()).isEqualTo("Mine");
        assertThat(pasted.components().get("b").type()).isEqualTo("graph:inner2");
    }

    @Test
    void componentsWithoutAPlaceAreGivenOne() {
        Graph pasted = GraphClipboard.paste(
                        GraphClipboard.copy(document(GRAPH), List.of("c")), document(GRAPH), 7, 8, false)
                .edit()
                .applyTo(GRAPH)
                .graph();
        assertThat(pasted.layout().components().get("c2")).isEqualTo(new Position(7, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "{}",
                "[1, 2]",
                "{ \"format\": \"myelin-graph/1\" }",
                "{ \"format\": \"myelin-graph/99\", \"components\": {} }"
            })
    void rubbishIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> GraphClipboard.paste(text, document(GRAPH), 0, 0, false))
                .isInstanceOf(GraphEditException.class)
                .hasMessageContaining("clipboard");
    }

    private static GraphLink link(String from, String to) {
        return new GraphLink(new BoxReference(from, "outbox"), new BoxReference(to, "inbox"));
    }

    private static Document document(Graph graph) {
        return new Document(ComponentCatalog.of(List.of()), graph, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"```json\n%s\n```", "Try this {it works}: %s Does it?", "<p>%s</p>"})
    void aGraphIsFoundInsideAMessage(String message) {
        String text = message.formatted(GraphClipboard.copy(document(GRAPH), List.of("a")));
        assertThat(GraphClipboard.paste(text, document(GRAPH), 0, 0, false).ids())
                .containsExactly("a2");
    }

    @Test
    void aMutedLinkFromOutsideIsMutedWherePasted() {
        Graph muted = new GraphEdit.ChangeLink(link("a", "b").withMuted(true))
                .applyTo(GRAPH)
                .graph();
        String text = GraphClipboard.copy(document(muted), List.of("b"));
        assertThat(pasted(text, muted, true).links()).contains(link("a", "b2").withMuted(true), link("b2", "c"));
    }

    @Test
    void withTheLinksFromOutsideWhatIsPastedIsLinkedToWhatIsThere() {
        String text = GraphClipboard.copy(document(GRAPH), List.of("b"));

        Graph plain = pasted(text, GRAPH, false);
        assertThat(plain.links()).hasSize(2);
        Graph linked = pasted(text, GRAPH, true);
        assertThat(linked.links()).contains(link("a", "b2"), link("b2", "c")).hasSize(4);
        assertThat(pasted(text, Graph.EMPTY, true).links()).isEmpty();
        Graph others = GraphFile.parse("""
                { "format": "myelin-graph/1", "components": { "a": { "type": "t.other" }, "c": { "type": "t.c" } } }
                """).graph().orElseThrow();
        assertThat(pasted(text, others, true).links()).containsExactly(link("b", "c"));
    }

    @Test
    void theGraphsThatACopiedComponentNamesComeAlongWhereverTheyAreDefined() {
        Graph whole = GraphFile.parse("""
                { "format": "myelin-graph/1",
                  "graphs": {
                    "deep": { "components": { "x": { "type": "t.x" } } },
                    "wide": { "components": { "d": { "type": "graph:deep" } } },
                    "level": { "components": { "w": { "type": "graph:wide" } },
                               "graphs": { "deep": { "title": "Hides the other" } } } } }
                """).graph().orElseThrow();
        Document level = document(whole).level(List.of("level"));

        Graph copy = GraphFile.parse(GraphClipboard.copy(level, List.of("w")))
                .graph()
                .orElseThrow();
        assertThat(copy.graphs()).containsOnlyKeys("wide", "deep");
        assertThat(copy.graphs().get("deep")).isEqualTo(whole.graphs().get("deep"));
        // Where they can be named already, they are shared.
        Graph again = GraphClipboard.paste(GraphFile.format(copy), level, 0, 0, false)
                .edit()
                .applyTo(level.graph())
                .graph();
        assertThat(again.components().get("w2").type()).isEqualTo("graph:wide");
    }

    private static Graph pasted(String text, Graph into, boolean keepsOutsideLinks) {
        return GraphClipboard.paste(text, document(into), 0, 0, keepsOutsideLinks)
                .edit()
                .applyTo(into)
                .graph();
    }

    @Test
    void notesGroupsAndWaypointsAreCopiedAndPastedUnderFreeNames() {
        Graph graph = GraphFile.parse("""
                {"format": "myelin-graph/1", "components": {"a": {"type": "x"}, "b": {"type": "y"}, "c": {"type": "z"}},
                 "links": [{"from": "a.outbox", "to": "b.inbox"}, {"from": "b.outbox", "to": "c.inbox"}],
                 "layout": {"components": {"a": {"x": 100, "y": 100}, "b": {"x": 300, "y": 100}},
                            "links": [{"from": "a.outbox", "to": "b.inbox", "waypoints": [{"x": 200, "y": 50}]},
                                      {"from": "b.outbox", "to": "c.inbox", "label": "not copied"}],
                            "groups": {"g": {"title": "G", "members": ["a", "b"], "notes": ["n"]},
                                       "h": {"members": ["b", "c"]}},
                            "notes": {"n": {"text": "N", "x": 80, "y": 100}, "m": {"x": 0, "y": 0}}}}""").graph().orElseThrow();

        String text = GraphClipboard.copy(document(graph), List.of("a", "b"), List.of("n"));
        GraphClipboard.Paste paste = GraphClipboard.paste(text, document(graph), 1080, 100, false);
        GraphLayout pasted = paste.edit().applyTo(graph).graph().layout();

        assertThat(paste.ids()).containsExactly("a2", "b2");
        assertThat(paste.notes()).containsExactly("n2");
        assertThat(pasted.notes().get("n2")).extracting(Note::x, Note::y).containsExactly(1080.0, 100.0);
        assertThat(pasted.components().get("a2").x()).isEqualTo(1100);
        assertThat(pasted.groups().keySet()).containsExactly("g", "h", "g2");
        assertThat(pasted.groups().get("g2").members()).containsExactly("a2", "b2");
        assertThat(pasted.groups().get("g2").notes()).containsExactly("n2");
        assertThat(pasted.links().getLast().waypoints()).containsExactly(new Position(1200, 50));
        assertThat(pasted.links()).extracting(LinkLayout::label).containsExactly("", "not copied", "");
    }
}
