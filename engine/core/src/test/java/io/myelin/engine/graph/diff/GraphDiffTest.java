package io.myelin.engine.graph.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.ChangeComponent;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RemoveLink;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.RandomGraphs;
import io.myelin.engine.graph.diff.Difference.ComponentAdded;
import io.myelin.engine.graph.diff.Difference.ComponentRemoved;
import io.myelin.engine.graph.diff.Difference.ComponentRenamed;
import io.myelin.engine.graph.diff.Difference.ComponentsReordered;
import io.myelin.engine.graph.diff.Difference.InnerGraphChanged;
import io.myelin.engine.graph.diff.Difference.LinkAdded;
import io.myelin.engine.graph.diff.Difference.LinkRemoved;
import io.myelin.engine.graph.diff.Difference.ValueChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GraphDiffTest {
    private static final Graph GRAPH = parse("""
            {"format": "myelin-graph/1", "title": "T",
             "parameters": {"p": {"type": "text", "default": "x"}},
             "components": {"read": {"type": "file.lines", "settings": {"path": "a.txt", "as": {"x": 1, "y": 2}}},
                            "split": {"type": "text.split", "settings": {"pattern": " "}},
                            "one": {"type": "console.print"}, "two": {"type": "console.print"}},
             "links": [{"from": "read.outbox", "to": "split.inbox"}, {"from": "split.outbox", "to": "one.inbox"},
                       {"from": "read.outbox", "to": "two.inbox"}],
             "inboxes": {"in": "split.inbox"},
             "graphs": {"inner": {"components": {"a": {"type": "x"}}, "links": []}},
             "layout": {"components": {"read": {"x": 1, "y": 2}}}}""");

    @Property
    void nothingIsOtherInTheSameGraphNorInWhatItsFileSays(@ForAll long seed) {
        Graph graph = new RandomGraphs(seed).graph();

        assertThat(GraphDiff.of(graph, graph).differences()).isEmpty();
        assertThat(GraphDiff.of(graph, parse(GraphFile.format(graph))).differences())
                .isEmpty();
    }

    @Property
    void renamedAndChangedComponentsAreToldAndNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        Graph before = chain(2 + random.nextInt(20));
        List<GraphEdit> edits = new ArrayList<>();
        List<Difference> expected = new ArrayList<>();
        before.components().forEach((id, component) -> {
            boolean renames = random.nextInt(3) == 0;
            String now = renames ? "new-" + id : id;
            if (renames) {
                edits.add(new RenameComponent(id, now));
                expected.add(new ComponentRenamed(id, now));
            }
            if (random.nextInt(3) == 0) {
                edits.add(new ChangeComponent(
                        now, component.withSettings(component.settings().with("note", now))));
                expected.add(
                        new ValueChanged("/components/" + now + "/settings/note", Optional.empty(), Optional.of(now)));
            }
        });

        Graph after = new Several(edits).applyTo(before).graph();

        assertThat(GraphDiff.of(before, after).differences()).containsExactlyElementsOf(expected);
    }

    private static Graph chain(int length) {
        List<GraphEdit> edits = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            GraphComponent component = GraphComponent.ofType("text.case");
            edits.add(new AddComponent(
                    "c" + index,
                    component.withSettings(component.settings().with("to", "number " + index)),
                    new Position(0, 0)));
            if (index > 0) {
                edits.add(new AddLink(link("c" + (index - 1), "c" + index)));
            }
        }
        return new Several(edits).applyTo(Graph.EMPTY).graph();
    }

    @Test
    void whereComponentsAreDrawnIsNoDifference() {
        Graph moved =
                edited(new MoveComponents(List.of(new MoveComponents.Move("read", Optional.of(new Position(500, 9))))));

        assertThat(GraphDiff.of(GRAPH, moved).isEmpty()).isTrue();
    }

    @Test
    void aSettingInsideASettingIsToldByItsPlace() {
        Graph changed = parse(GraphFile.format(GRAPH).replace("\"y\": 2 }", "\"y\": 3 }"));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(new ValueChanged("/components/read/settings/as/y", Optional.of(2L), Optional.of(3L)));
    }

    @Test
    void componentsAndLinksThatComeAndGoAreTold() {
        Graph changed = edited(
                new RemoveComponent("two"),
                new AddComponent("sort", GraphComponent.ofType("list.sort"), new Position(0, 0)),
                new AddLink(link("split", "sort")));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(
                        new ComponentRemoved("two", GraphComponent.ofType("console.print")),
                        new ComponentAdded("sort", GraphComponent.ofType("list.sort")),
                        new LinkRemoved(link("read", "two"), link("read", "two")),
                        new LinkAdded(link("split", "sort")));
    }

    @Test
    void aBoxOrLinkOfWhatIsNotThereIsOtherThanOneOfWhatHasThatNameNow() {
        Graph before = parse("""
                {"format": "myelin-graph/1", "components": {"a": {"type": "t", "title": "A"}, "z": {"type": "u"}},
                 "links": [{"from": "b.outbox", "to": "z.inbox"}], "inboxes": {"in": "b.inbox"}}""");
        Graph after = new RenameComponent("a", "b").applyTo(before).graph();

        assertThat(after.inboxes()).isEqualTo(before.inboxes());
        assertThat(GraphDiff.of(before, after).differences())
                .containsExactly(
                        new ComponentRenamed("a", "b"),
                        new LinkRemoved(link("b", "z"), link("b", "z")),
                        new LinkAdded(link("b", "z")),
                        new ValueChanged("/inboxes/in", Optional.of("b.inbox"), Optional.of("b.inbox")));
    }

    @Test
    void aLinkThatIsGoneIsToldByTheNamesOfThenAndNow() {
        Graph changed = edited(
                new RenameComponent("split", "cut"),
                new RemoveLink(new BoxReference("cut", "outbox"), new BoxReference("one", "inbox")));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .contains(new LinkRemoved(link("cut", "one"), link("split", "one")));
    }

    @Test
    void componentsThatAreAlikeAreToldApartByTheirLinks() {
        Graph changed = edited(new RenameComponent("two", "lines"), new RenameComponent("one", "words"));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(new ComponentRenamed("one", "words"), new ComponentRenamed("two", "lines"));
    }

    @Test
    void aComponentRenamedAndChangedAtOnceIsKnownByItsLinks() {
        GraphComponent split = GraphComponent.ofType("text.split");
        Graph changed = edited(
                new RenameComponent("split", "words"),
                new ChangeComponent("words", split.withSettings(split.settings().with("pattern", "\\W+"))));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(
                        new ComponentRenamed("split", "words"),
                        new ValueChanged("/components/words/settings/pattern", Optional.of(" "), Optional.of("\\W+")));
    }

    @Test
    void oneThatComesWhereAnotherGoesIsNoRenameWhenNothingIsAlike() {
        GraphComponent other = GraphComponent.ofType("text.split");
        Graph changed = edited(
                new RemoveComponent("split"),
                new AddComponent(
                        "other", other.withSettings(other.settings().with("pattern", ";")), new Position(0, 0)));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .hasAtLeastOneElementOfType(ComponentAdded.class)
                .hasAtLeastOneElementOfType(ComponentRemoved.class)
                .doesNotHaveAnyElementsOfTypes(ComponentRenamed.class);
    }

    @Test
    void aComponentOfAnotherTypeUnderTheSameIdIsChanged() {
        Graph changed = edited(new ChangeComponent("one", GraphComponent.ofType("file.write")));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(new ValueChanged(
                        "/components/one/type", Optional.of("console.print"), Optional.of("file.write")));
    }

    @Test
    void anotherOrderOfComponentsIsToldByTheFewestThatMoved() {
        Graph changed = edited(
                new RemoveComponent("two"),
                new AddComponent("two", GraphComponent.ofType("console.print"), Optional.empty(), 0),
                new AddLink(link("read", "two")));

        assertThat(GraphDiff.of(GRAPH, changed).differences()).containsExactly(new ComponentsReordered(List.of("two")));
    }

    @Test
    void whatTheGraphSaysOfItselfAndItsInnerGraphsIsTold() {
        Graph changed = parse(GraphFile.format(GRAPH)
                .replace("\"T\"", "\"U\"")
                .replace("\"default\": \"x\"", "\"default\": \"y\"")
                .replace("\"in\": \"split.inbox\"", "\"in\": \"one.inbox\"")
                .replace("\"type\": \"x\"", "\"type\": \"x\", \"title\": \"A\""));

        assertThat(GraphDiff.of(GRAPH, changed).differences())
                .containsExactly(
                        new ValueChanged("/title", Optional.of("T"), Optional.of("U")),
                        new ValueChanged("/parameters/p/default", Optional.of("x"), Optional.of("y")),
                        new ValueChanged("/inboxes/in", Optional.of("split.inbox"), Optional.of("one.inbox")),
                        new InnerGraphChanged(
                                "inner",
                                new GraphDiff(List.of(
                                        new ValueChanged("/components/a/title", Optional.empty(), Optional.of("A"))))));
    }

    private static Graph edited(GraphEdit... edits) {
        return new Several(List.of(edits)).applyTo(GRAPH).graph();
    }

    private static GraphLink link(String from, String to) {
        return new GraphLink(new BoxReference(from, "outbox"), new BoxReference(to, "inbox"));
    }

    private static Graph parse(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }
}
