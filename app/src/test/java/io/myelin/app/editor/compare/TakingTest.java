package io.myelin.app.editor.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.myelin.app.editor.journal.RandomEdits;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
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
    void whatTheLayoutNamesAndIsNotThereStaysWhereNamesAreSwappedBack() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "t", "title": "A" }, "b": { "type": "u", "title": "B" } } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "b": { "type": "t", "title": "A" }, "a": { "type": "u", "title": "B" } },
                  "layout": { "groups": { "g": { "members": ["a", "a2", "b2"] } } } }
                """);
        Graph taken = taken(before, after, differences(before, after));
        assertEquals(List.of("b", "a2", "b2"), taken.layout().groups().get("g").members());
    }

    @Test
    void aNameThatIsAnothersNowIsNotGivenByItself() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": { "a": { "type": "t", "title": "A" } } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "b": { "type": "t", "title": "A" }, "a": { "type": "u" } } }
                """);
        List<LocatedDifference> name = differences(before, after).stream()
                .filter(one -> one.difference() instanceof Difference.ComponentRenamed)
                .toList();
        assertEquals(1, name.size());
        assertEquals(Optional.empty(), Taking.edit(before, after, GraphDiff.of(before, after), name));
        assertIs(before, taken(before, after, differences(before, after)), "all");
    }

    @Test
    void whatComesBackUnderAnotherNameHasNoneThatABoxNames() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "t", "title": "A" }, "b": { "type": "u", "title": "B" } },
                  "inboxes": { "in": "a2.inbox" } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": { "a": { "type": "u", "title": "B" } },
                  "inboxes": { "in": "a2.inbox" } }
                """);
        List<LocatedDifference> gone = differences(before, after).stream()
                .filter(one -> one.difference() instanceof Difference.ComponentRemoved)
                .toList();
        assertEquals(1, gone.size());
        Graph taken = taken(before, after, gone);
        assertEquals(2, taken.components().size());
        assertFalse(taken.components().containsKey("a2"));
        assertEquals(after.inboxes(), taken.inboxes());
    }

    private static void assertIs(Graph expected, Graph actual, String told) {
        assertEquals(expected.title(), actual.title(), told);
        assertEquals(expected.description(), actual.description(), told);
        assertEquals(expected.parameters(), actual.parameters(), told);
        assertEquals(
                List.copyOf(expected.components().keySet()),
                List.copyOf(actual.components().keySet()),
                told);
        assertEquals(expected.components(), actual.components(), told);
        assertEquals(counted(expected.links()), counted(actual.links()), told);
        assertEquals(expected.inboxes(), actual.inboxes(), told);
        assertEquals(expected.outboxes(), actual.outboxes(), told);
        assertEquals(expected.unknown(), actual.unknown(), told);
        assertEquals(expected.graphs().keySet(), actual.graphs().keySet(), told);
        expected.graphs()
                .forEach((name, inner) -> assertIs(inner, actual.graphs().get(name), told + " in " + name));
    }

    private static Map<GraphLink, Long> counted(List<GraphLink> links) {
        return links.stream().collect(Collectors.groupingBy(link -> link, Collectors.counting()));
    }

    @Test
    void allTakenGivesTheOlderVersionWhateverWasDone() {
        for (int seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Graph before = edited(edited(BEFORE, random), random);
            Graph after = edited(before, random);
            Graph taken = taken(before, after, differences(before, after));
            assertIs(before, taken, "seed " + seed);
            assertEquals(List.of(), differences(before, taken), "seed " + seed);
        }
    }

    @Test
    void whatIsTakenInPartComesBackByUndoAndDoesNotKeepTheRestFromBeingTaken() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Graph before = edited(edited(BEFORE, random), random);
            Graph now = edited(before, random);
            for (int step = 0; step < 5; step++) {
                List<LocatedDifference> all = differences(before, now);
                List<LocatedDifference> some =
                        all.stream().filter(_ -> random.nextInt(3) == 0).toList();
                Optional<GraphEdit> edit = Taking.edit(before, now, GraphDiff.of(before, now), some);
                if (edit.isPresent()) {
                    GraphEdit.Applied applied = edit.get().applyTo(now);
                    assertEquals(
                            GraphFile.format(now),
                            GraphFile.format(
                                    applied.inverse().applyTo(applied.graph()).graph()),
                            "seed " + seed);
                    now = applied.graph();
                }
            }
            assertIs(before, taken(before, now, differences(before, now)), "seed " + seed);
        }
    }

    private static Graph edited(Graph graph, Random random) {
        RandomEdits edits = new RandomEdits(random);
        Graph at = graph;
        for (int step = 0; step < 12; step++) {
            try {
                GraphEdit edit = random.nextInt(5) == 0 ? unfit(at, random) : edits.next(at);
                at = edit.applyTo(at).graph();
            } catch (GraphEditException unfit) {
                continue;
            }
        }
        // Only what a file can hold: what is read back from one.
        return GraphFile.parse(GraphFile.format(at)).graph().orElse(graph);
    }

    /** Boxes of the graph's own, and links, that may lead to what is not there, and links that stand twice. */
    private static GraphEdit unfit(Graph graph, Random random) {
        if (random.nextInt(3) == 0 && graph.graphs().containsKey("inner")) {
            return new GraphEdit.Inside(List.of("inner"), unfit(graph.graphs().get("inner"), random));
        }
        List<GraphLink> links = new ArrayList<>();
        links.add(new GraphLink(anyBox(random), anyBox(random)).withMuted(random.nextBoolean()));
        if (!graph.links().isEmpty()) {
            links.add(graph.links().get(random.nextInt(graph.links().size())).withMuted(random.nextBoolean()));
        }
        List<GraphEdit.Entry<GraphLink>> entries = new ArrayList<>();
        links.forEach(link -> entries.add(new GraphEdit.Entry<>(random.nextInt(5), "", link)));
        List<GraphEdit.Entry<BoxReference>> boxes =
                List.of(new GraphEdit.Entry<>(random.nextInt(3), "b" + random.nextInt(9), anyBox(random)));
        return new GraphEdit.PutBack(new GraphEdit.Parts(List.of(), entries, List.of(), boxes, List.of()));
    }

    private static BoxReference anyBox(Random random) {
        return new BoxReference("c" + random.nextInt(40), random.nextBoolean() ? "inbox" : "outbox");
    }

    @Test
    void aBoxOfWhatIsNotThereIsNotTakenForOneOfWhatHasThatNameNow() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "text.split", "settings": { "pattern": "1" } }, "z": { "type": "console.print" } },
                  "links": [ { "from": "b.outbox", "to": "z.inbox" } ], "inboxes": { "in": "b.inbox" } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "b": { "type": "text.split", "settings": { "pattern": "1" } }, "z": { "type": "console.print" } },
                  "links": [ { "from": "b.outbox", "to": "z.inbox" } ], "inboxes": { "in": "b.inbox" } }
                """);
        assertEquals(4, differences(before, after).size());
        assertIs(before, taken(before, after, differences(before, after)), "a");
        assertIs(after, taken(after, before, differences(after, before)), "b");
    }

    @Test
    void theOrderOfComponentsIsTaken() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "t" }, "b": { "type": "t" }, "gone": { "type": "u" }, "c": { "type": "t" } } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "c": { "type": "t" }, "new": { "type": "v" }, "b": { "type": "t" }, "a": { "type": "t" } },
                  "layout": { "components": { "a": { "x": 1, "y": 2 } } } }
                """);
        List<LocatedDifference> order = differences(before, after).stream()
                .filter(one -> one.difference() instanceof Difference.ComponentsReordered)
                .toList();
        Graph taken = taken(before, after, order);
        assertEquals(
                List.of("a", "b", "c", "new"), List.copyOf(taken.components().keySet()));
        assertEquals(after.layout(), taken.layout());
        assertIs(before, taken(before, after, differences(before, after)), "all");
    }

    @Test
    void mutingIsTaken() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "t", "state": "muted" }, "b": { "type": "t" } },
                  "links": [ { "from": "a.outbox", "to": "b.inbox", "state": "muted", "note": 1 },
                             { "from": "a.errors", "to": "b.inbox" } ] }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": {
                  "a": { "type": "t" }, "b": { "type": "t", "state": "bypassed" } },
                  "links": [ { "from": "a.outbox", "to": "b.inbox", "note": 2 },
                             { "from": "a.errors", "to": "b.inbox", "state": "muted" } ] }
                """);
        assertEquals(5, differences(before, after).size());
        assertIs(before, taken(before, after, differences(before, after)), "all");
        for (LocatedDifference one : differences(before, after)) {
            Graph taken = taken(before, after, List.of(one));
            assertEquals(4, differences(before, taken).size(), one.toString());
        }
    }

    @Test
    void aBoxBringsTheComponentThatItLeadsTo() {
        Graph before = graph("""
                { "format": "myelin-graph/1", "components": { "a": { "type": "t" } }, "inboxes": { "in": "a.inbox" } }
                """);
        Graph after = graph("""
                { "format": "myelin-graph/1", "components": { "a": { "type": "u", "title": "Other" } } }
                """);
        List<LocatedDifference> box = differences(before, after).stream()
                .filter(one -> one.difference() instanceof Difference.ValueChanged changed
                        && changed.pointer().equals("/inboxes/in"))
                .toList();
        assertEquals(before.inboxes(), taken(before, after, box).inboxes());
        Graph empty = graph("{ \"format\": \"myelin-graph/1\" }");
        List<LocatedDifference> only = differences(before, empty).stream()
                .filter(one -> one.difference() instanceof Difference.ValueChanged)
                .toList();
        assertIs(before, taken(before, empty, only), "the box brings its component");
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
}
