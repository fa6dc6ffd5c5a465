package io.myelin.app.editor.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.myelin.app.editor.journal.RandomEdits;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TakingTest {
    private static final Graph BEFORE = graph("""
            { "format": "myelin-graph/1", "title": "Old", "description": "D",
              "parameters": { "in": { "type": "text", "default": "a" } },
              "components": {
                "read": { "type": "file.lines", "settings": { "path": "a.txt" } },
                "split": { "type": "text.split", "settings": { "pattern": "a" } },
                "count": { "type": "data.count" },
                "print": { "type": "console.print" },
                "part": { "type": "graph:inner" }
              },
              "links": [
                { "from": "read.outbox", "to": "split.inbox" },
                { "from": "read.outbox", "to": "print.inbox" },
                { "from": "split.outbox", "to": "count.inbox" },
                { "from": "count.outbox", "to": "print.inbox" }
              ],
              "graphs": { "inner": { "components": {
                "a": { "type": "text.split", "settings": { "pattern": "x" } }, "b": { "type": "data.count" } },
                "links": [ { "from": "a.outbox", "to": "b.inbox" } ] } },
              "layout": { "components": { "read": { "x": 0, "y": 0 }, "split": { "x": 200, "y": 0 },
                "count": { "x": 400, "y": 0 }, "print": { "x": 600, "y": 0 } } } }
            """);

    private static final Graph AFTER = graph("""
            { "format": "myelin-graph/1", "title": "New",
              "components": {
                "lines": { "type": "file.lines", "settings": { "path": "a.txt" }, "title": "R" },
                "count": { "type": "data.count", "title": "Sum" },
                "print": { "type": "console.print" },
                "part": { "type": "graph:inner" },
                "log": { "type": "console.print" }
              },
              "links": [
                { "from": "lines.outbox", "to": "count.inbox" },
                { "from": "lines.outbox", "to": "print.inbox" },
                { "from": "count.outbox", "to": "print.inbox" },
                { "from": "lines.outbox", "to": "log.inbox" }
              ],
              "outboxes": { "out": "count.outbox" },
              "graphs": { "inner": { "components": { "b": { "type": "data.count" }, "c": { "type": "data.count" } } } },
              "layout": { "components": { "lines": { "x": 1000, "y": 500 }, "count": { "x": 1400, "y": 500 },
                "print": { "x": 1600, "y": 500 } } } }
            """);

    private static Graph graph(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }

    private static Graph taken(Graph before, Graph after, List<LocatedDifference> wanted) {
        return Taking.edit(before, after, GraphDiff.of(before, after), wanted)
                .map(edit -> edit.applyTo(after).graph())
                .orElse(after);
    }

    private static List<LocatedDifference> differences(Graph before, Graph after) {
        return LocatedDifference.of(GraphDiff.of(before, after));
    }

    @Test
    void allTakenMakesTheNewerVersionAsTheOlderOneAndLeavesWhatIsInBothInItsPlace() {
        Graph taken = taken(BEFORE, AFTER, differences(BEFORE, AFTER));
        assertEquals(List.of(), GraphDiff.of(BEFORE, taken).differences());
        assertEquals(new Position(1000, 500), taken.layout().components().get("read"));
        assertEquals(new Position(1400, 500), taken.layout().components().get("count"));
    }

    @Test
    void eachDifferenceTakenByItselfIsThereNoMore() {
        for (LocatedDifference one : differences(BEFORE, AFTER)) {
            Graph taken = taken(BEFORE, AFTER, List.of(one));
            List<LocatedDifference> left = differences(BEFORE, taken);
            assertFalse(left.contains(one), one + " is left");
            assertTrue(left.size() <= differences(BEFORE, AFTER).size() + links(one), one + " made others: " + left);
        }
    }

    /** A component that comes back may be linked as it was, or not. */
    private static int links(LocatedDifference one) {
        return one.difference() instanceof Difference.ComponentRemoved ? 2 : 0;
    }

    @Test
    void aLinkBringsTheComponentsThatItJoins() {
        LocatedDifference link = differences(BEFORE, AFTER).stream()
                .filter(one -> one.difference() instanceof Difference.LinkRemoved removed
                        && removed.link().from().component().equals("split"))
                .findFirst()
                .orElseThrow();
        Graph taken = taken(BEFORE, AFTER, List.of(link));
        assertEquals(BEFORE.components().get("split"), taken.components().get("split"));
        assertTrue(taken.links().contains(BEFORE.links().get(2)));
    }

    @Test
    void whatComesBackStandsBesideWhatItWasLinkedTo() {
        Graph taken = taken(BEFORE, AFTER, differences(BEFORE, AFTER));
        assertEquals(new Position(1200, 500), taken.layout().components().get("split"));
    }

    @Test
    void namesThatWereSwappedAreSwappedBack() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "text.split", "settings": { "pattern": "1" } },
                  "b": { "type": "data.count", "title": "B" } }, "links": [] }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "b": { "type": "text.split", "settings": { "pattern": "1" } },
                  "a": { "type": "data.count", "title": "B" } }, "links": [] }
                """);
        assertEquals(
                List.of(),
                GraphDiff.of(before, taken(before, after, differences(before, after)))
                        .differences());
    }

    @Test
    void allTakenLeavesOnlyWhatCannotBeTakenWhateverWasDone() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Graph before = edited(edited(BEFORE, random), random);
            Graph after = edited(before, random);
            Graph taken = taken(before, after, differences(before, after));
            List<LocatedDifference> left = differences(before, taken).stream()
                    .filter(Taking::isPossible)
                    .toList();
            assertEquals(List.of(), left, "seed " + seed);
        }
    }

    private static Graph edited(Graph graph, Random random) {
        RandomEdits edits = new RandomEdits(random);
        Graph at = graph;
        for (int step = 0; step < 12; step++) {
            try {
                GraphEdit edit = edits.next(at);
                at = edit.applyTo(at).graph();
            } catch (GraphEditException unfit) {
                continue;
            }
        }
        // Only what a file can hold: what is read back from one.
        Optional<Graph> read = GraphFile.parse(GraphFile.format(at)).graph();
        // A box of a component that is not there may seem to be another's, in both versions.
        return read.map(TakingTest::withoutBoxes).orElse(graph);
    }

    @Test
    void bothAsOneHasAllComponentsAndLinksOfBoth() {
        Graph both = OverlaidGraph.of(BEFORE, AFTER, GraphDiff.of(BEFORE, AFTER));
        assertEquals(
                List.of("lines", "count", "print", "part", "log", "split"),
                List.copyOf(both.components().keySet()));
        assertEquals(6, both.links().size());
        assertEquals(3, both.graphs().get("inner").components().size());
    }

    private static Graph withoutBoxes(Graph graph) {
        boolean isWhole = Stream.of(graph.inboxes(), graph.outboxes())
                .flatMap(boxes -> boxes.values().stream())
                .allMatch(box -> graph.components().containsKey(box.component()));
        Graph plain = isWhole
                ? graph
                : new GraphEdit.ChangeGraph(Graph.EMPTY).applyTo(graph).graph();
        Map<String, Graph> inner = new LinkedHashMap<>(plain.graphs());
        inner.replaceAll((_, one) -> withoutBoxes(one));
        return plain.withGraphs(inner);
    }
}
