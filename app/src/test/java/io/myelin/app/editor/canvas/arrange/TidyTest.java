package io.myelin.app.editor.canvas.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tidying a graph, with the layout found when the test says so. */
class TidyTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private Document document = open(new SampleGraphs().graph());
    private CanvasGeometry geometry = geometry(document);
    private Tidying tidying = tidying();

    private static Document open(Graph graph) {
        return new Document(ComponentCatalog.installed(), graph, Optional.empty());
    }

    private static CanvasGeometry geometry(Document document) {
        ComponentFaces faces = new ComponentFaces(document.catalog(), Path.of("/data"), _ -> Optional.empty());
        CanvasGeometry geometry = new CanvasGeometry(faces, (text, _) -> 7.0 * text.length());
        geometry.update(document.graph());
        document.onChange(change -> geometry.update(change.after()));
        return geometry;
    }

    private Tidying tidying() {
        return new Tidying(document, geometry, background::add, Runnable::run, said::add);
    }

    private void show(Graph graph) {
        document = open(graph);
        geometry = geometry(document);
        tidying = tidying();
    }

    private void tidy(FlowDirection direction) {
        tidying.start(direction);
        background.remove().run();
    }

    private Bounds bounds(String id) {
        return geometry.component(id).orElseThrow().bounds();
    }

    @Test
    void messagesGoFromLeftToRightOnStraightLines() {
        show(chain());
        tidy(FlowDirection.RIGHT);
        assertThat(bounds("read").right()).isLessThan(bounds("words").x());
        assertThat(bounds("words").right()).isLessThan(bounds("print").x());
        assertThat(bounds("words").y())
                .isEqualTo(bounds("read").y())
                .isEqualTo(bounds("print").y());
        assertThat(document.undoName()).isEqualTo("Tidy");
    }

    @Test
    void messagesGoFromTopToBottom() {
        show(chain());
        tidy(FlowDirection.DOWN);
        assertThat(bounds("read").bottom()).isLessThan(bounds("words").y());
        assertThat(bounds("words").bottom()).isLessThan(bounds("print").y());
    }

    private static Graph chain() {
        return new SampleGraphs()
                .component("print", "console.print", 13, 5)
                .component("words", "text.split", 20, 30)
                .component("read", "file.lines", 400, 31)
                .link("read.outbox", "words.inbox")
                .link("words.outbox", "print.inbox")
                .graph();
    }

    @ParameterizedTest
    @EnumSource(FlowDirection.class)
    void noComponentLiesOverAnotherAndAllStandOnTheGrid(FlowDirection direction) {
        show(SampleGraphs.tangle(120));
        tidy(direction);
        List<String> ids = List.copyOf(document.graph().components().keySet());
        for (int i = 0; i < ids.size(); i++) {
            Bounds one = bounds(ids.get(i));
            assertThat(one.x() % CanvasGeometry.GRID).isZero();
            assertThat(one.y() % CanvasGeometry.GRID).isZero();
            for (int j = i + 1; j < ids.size(); j++) {
                assertThat(one.grown(8).intersects(bounds(ids.get(j))))
                        .as(ids.get(i) + " and " + ids.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FlowDirection.class)
    void whatIsLinkedToUpperBoxesStandsBeforeWhatIsLinkedToLowerOnes(FlowDirection direction) {
        show(new SampleGraphs()
                .component("low", "console.print", 0, 0)
                .component("high", "console.print", 0, 300)
                .component("match", "text.match", 0, 600)
                .link("match.unmatched", "low.inbox")
                .link("match.outbox", "high.inbox")
                .graph());
        List<String> order = geometry.component("match").orElseThrow().outlets().stream()
                .map(box -> box.reference().box())
                .toList();
        assertThat(order).containsSubsequence("outbox", "unmatched");
        tidy(direction);
        if (direction == FlowDirection.RIGHT) {
            assertThat(bounds("high").y()).isLessThan(bounds("low").y());
        } else {
            assertThat(bounds("high").x()).isLessThan(bounds("low").x());
        }
    }

    @Test
    void undoGivesTheSameBytesEvenWhereComponentsHadNoPlaces() {
        Graph graph = SampleGraphs.tangle(30);
        show(new GraphEdit.Several(List.of(new GraphEdit.AddComponent(
                        "placeless",
                        GraphComponent.ofType("text.case"),
                        Optional.empty(),
                        GraphEdit.AddComponent.LAST)))
                .applyTo(graph)
                .graph());
        String before = GraphFile.format(document.graph());
        tidy(FlowDirection.RIGHT);
        assertThat(document.graph().layout().components()).containsKey("placeless");
        assertThat(GraphFile.format(document.graph())).isNotEqualTo(before);
        document.undo();
        assertThat(GraphFile.format(document.graph())).isEqualTo(before);
        assertThat(document.canUndo()).isFalse();
    }

    @Test
    void onlyTheSelectedComponentsMoveWhereSeveralAre() {
        show(SampleGraphs.tangle(20));
        List<String> selected = List.of("c1", "c2", "c3", "c4", "c5");
        document.selection().select(selected, List.of());
        Bounds around = geometry.contents(selected).orElseThrow();
        Bounds other = bounds("c9");
        tidy(FlowDirection.RIGHT);
        assertThat(bounds("c9")).isEqualTo(other);
        Bounds after = geometry.contents(selected).orElseThrow();
        assertThat(after.centre().distance(around.centre())).isLessThan(2 * CanvasGeometry.GRID);
        assertThat(after).isNotEqualTo(around);
    }

    @Test
    void tidyingTwiceChangesNothingMore() {
        show(SampleGraphs.tangle(40));
        tidy(FlowDirection.RIGHT);
        Graph once = document.graph();
        tidy(FlowDirection.RIGHT);
        assertThat(document.graph()).isEqualTo(once);
        document.undo();
        assertThat(document.canUndo()).isFalse();
    }

    @Test
    void nothingMovesOnceItIsCancelled() {
        show(chain());
        Graph before = document.graph();
        tidying.start(FlowDirection.RIGHT);
        assertThat(tidying.isRunning()).isTrue();
        tidying.cancel();
        background.remove().run();
        assertThat(tidying.isRunning()).isFalse();
        assertThat(document.graph()).isSameAs(before);
        assertThat(said).isEmpty();
    }

    @Test
    void anEditMeanwhileIsKeptAndPeopleAreToldThatNothingWasTidied() {
        show(chain());
        tidying.start(FlowDirection.RIGHT);
        document.perform("Delete", new GraphEdit.RemoveComponent("words"));
        Graph edited = document.graph();
        background.remove().run();
        assertThat(document.graph()).isSameAs(edited);
        assertThat(said).singleElement().asString().contains("changed meanwhile");
    }

    @Test
    void notesKeepTheirPlaceBesideAComponentAndLinksAreLedThroughOldPlacesNoMore() throws Exception {
        Graph graph = GraphFile.parse("""
                {"format": "myelin-graph/1",
                 "components": {"a": {"type": "text.case"}, "b": {"type": "text.case"}, "c": {"type": "text.case"}},
                 "links": [{"from": "a.outbox", "to": "b.inbox"}, {"from": "b.outbox", "to": "c.inbox"}],
                 "layout": {
                   "components": {"a": {"x": 600, "y": 400}, "b": {"x": 0, "y": 0}, "c": {"x": 300, "y": 800}},
                   "links": [{"from": "a.outbox", "to": "b.inbox", "label": "kept", "waypoints": [{"x": 9, "y": 9}]}],
                   "groups": {"g": {"members": ["c"], "notes": ["grouped"]}},
                   "notes": {
                     "beside": {"text": "b", "x": 0, "y": 100, "width": 80, "height": 40},
                     "grouped": {"text": "c", "x": 10, "y": 60, "width": 80, "height": 40}}}}""").graph().orElseThrow();
        show(graph);
        tidy(FlowDirection.RIGHT);

        var moved = document.graph().layout();
        assertThat(moved.components().get("b"))
                .isNotEqualTo(graph.layout().components().get("b"));
        assertThat(moved.notes().get("beside").y() - moved.components().get("b").y())
                .isEqualTo(100);
        assertThat(moved.notes().get("beside").x() - moved.components().get("b").x())
                .isEqualTo(0);
        assertThat(moved.notes().get("grouped").x()
                        - moved.components().get("c").x())
                .isEqualTo(10 - 300);
        assertThat(moved.links().getFirst().waypoints()).isEmpty();
        assertThat(moved.links().getFirst().label()).isEqualTo("kept");
        document.undo();
        assertThat(document.graph()).isEqualTo(graph);
    }

    @Test
    void aFoldedGroupIsTidiedAsOne() throws Exception {
        Graph graph = GraphFile.parse("""
                {"format": "myelin-graph/1",
                 "components": {"a": {"type": "text.case"}, "b": {"type": "text.case"}, "c": {"type": "text.case"}, "d": {"type": "text.case"}},
                 "links": [{"from": "a.outbox", "to": "b.inbox"}, {"from": "b.outbox", "to": "c.inbox"}, {"from": "c.outbox", "to": "d.inbox"}],
                 "layout": {
                   "components": {"a": {"x": 600, "y": 400}, "b": {"x": 0, "y": 0}, "c": {"x": 40, "y": 300}, "d": {"x": 0, "y": 900}},
                   "groups": {"g": {"title": "G", "members": ["b", "c"], "collapsed": true}}}}""").graph().orElseThrow();
        show(graph);
        tidy(FlowDirection.RIGHT);

        var places = document.graph().layout().components();
        assertThat(places.get("c").x() - places.get("b").x()).isEqualTo(40);
        assertThat(places.get("c").y() - places.get("b").y()).isEqualTo(300);
        Bounds card = bounds("b");
        assertThat(bounds("a").right()).isLessThan(card.x());
        assertThat(card.right()).isLessThan(bounds("d").x());
    }
}
