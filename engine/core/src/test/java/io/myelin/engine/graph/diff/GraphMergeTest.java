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
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.RandomGraphs;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GraphMergeTest {
    private static final Graph BASE = parse("""
            {"format": "myelin-graph/1", "title": "T",
             "components": {"read": {"type": "file.lines", "settings": {"path": "a.txt", "from": 1}},
                            "split": {"type": "text.split", "settings": {"pattern": " "}},
                            "print": {"type": "console.print"}},
             "links": [{"from": "read.outbox", "to": "split.inbox"}, {"from": "split.outbox", "to": "print.inbox"}],
             "inboxes": {"in": "split.inbox"},
             "graphs": {"inner": {"components": {"a": {"type": "x", "settings": {"k": 1}}}, "links": []}},
             "layout": {"components": {"read": {"x": 1, "y": 2}, "split": {"x": 3, "y": 4}}}}""");

    @Property
    void whatOnlyOneVersionChangedIsTakenAsItIs(@ForAll long seed) {
        RandomGraphs graphs = new RandomGraphs(seed);
        Graph base = graphs.graph();
        Graph changed = changed(graphs, base);

        assertSame(GraphMerge.of(base, base, changed), changed);
        assertSame(GraphMerge.of(base, changed, base), changed);
        assertSame(GraphMerge.of(base, changed, changed), changed);
    }

    @Property
    void whicheverVersionIsOursTheyAreAtOddsAboutTheSame(@ForAll long seed) {
        RandomGraphs graphs = new RandomGraphs(seed);
        Graph base = graphs.graph();
        Graph one = changed(graphs, base);
        Graph other = changed(graphs, base);

        GraphMerge merge = GraphMerge.of(base, one, other);
        GraphMerge mirrored = GraphMerge.of(base, other, one);

        assertThat(merge.isClean())
                .as("%s and mirrored %s", merge.conflicts(), mirrored.conflicts())
                .isEqualTo(mirrored.isClean());
        if (merge.isClean()) {
            assertThat(GraphDiff.of(merge.graph(), mirrored.graph()).differences())
                    .allMatch(GraphMergeTest::isOfOrderOnly);
        }
    }

    /** What both added stands in the order of ours and theirs, in the graph and in those defined in it. */
    private static boolean isOfOrderOnly(Difference difference) {
        return switch (difference) {
            case Difference.ComponentsReordered _ -> true;
            case Difference.InnerGraphChanged inner ->
                inner.diff().differences().stream().allMatch(GraphMergeTest::isOfOrderOnly);
            default -> false;
        };
    }

    private static Graph changed(RandomGraphs graphs, Graph base) {
        Graph changed = base;
        for (int count = 0; count < 4; count++) {
            try {
                changed = graphs.edit(changed).applyTo(changed).graph();
            } catch (GraphEditException _) {
                // It did not fit: then another.
            }
        }
        return changed;
    }

    private static void assertSame(GraphMerge merge, Graph expected) {
        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.graph()).isEqualTo(expected);
        assertThat(merge.graph().components().keySet())
                .containsExactlyElementsOf(expected.components().keySet());
    }

    @Test
    void differentSettingsOfOneComponentAreBothTaken() {
        Graph ours = edited(setting("read", "path", "b.txt"));
        Graph theirs = edited(setting("read", "from", 2L), setting("read", "to", 9L));

        GraphMerge merge = GraphMerge.of(BASE, ours, theirs);

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph().components().get("read").settings())
                .isEqualTo(BASE.components()
                        .get("read")
                        .settings()
                        .with("path", "b.txt")
                        .with("from", 2L)
                        .with("to", 9L));
    }

    @Test
    void theFirstSettingsOfAComponentAreBothTaken() {
        GraphMerge merge = GraphMerge.of(
                BASE, edited(setting("print", "format", "json")), edited(setting("print", "to", "errors")));

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph().components().get("print").settings()).containsOnlyKeys("format", "to");
    }

    @Test
    void oneSettingChangedByBothIsAConflictThatNamesItAndOursStands() {
        GraphMerge merge =
                GraphMerge.of(BASE, edited(setting("read", "path", "b.txt")), edited(setting("read", "path", "c.txt")));

        assertThat(merge.conflicts())
                .containsExactly(new MergeConflict(
                        "/components/read/settings/path", "ours says \"b.txt\", theirs says \"c.txt\""));
        assertThat(merge.graph().components().get("read").settings()).containsEntry("path", "b.txt");
    }

    @Test
    void aRenamedComponentTakesWhatTheOtherChangedOfIt() {
        Graph ours = edited(new RenameComponent("split", "words"));
        Graph theirs = edited(
                setting("split", "pattern", ";"),
                new AddComponent("count", GraphComponent.ofType("list.count"), new Position(0, 0)),
                new AddLink(link("split", "count")));

        for (GraphMerge merge : List.of(GraphMerge.of(BASE, ours, theirs), GraphMerge.of(BASE, theirs, ours))) {
            assertThat(merge.isClean()).isTrue();
            assertThat(merge.graph().components()).containsOnlyKeys("read", "words", "print", "count");
            assertThat(merge.graph().components().get("words").settings()).containsEntry("pattern", ";");
            assertThat(merge.graph().links())
                    .containsExactlyInAnyOrder(link("read", "words"), link("words", "print"), link("words", "count"));
            assertThat(merge.graph().inboxes()).containsEntry("in", new BoxReference("words", "inbox"));
            assertThat(merge.graph().layout().components()).containsOnlyKeys("read", "words", "count");
        }
    }

    @Test
    void twoNewIdsOfOneComponentAreAConflict() {
        GraphMerge merge = GraphMerge.of(
                BASE, edited(new RenameComponent("split", "words")), edited(new RenameComponent("split", "tokens")));

        assertThat(merge.conflicts())
                .containsExactly(new MergeConflict("/components/split", "ours renamed it to words, theirs to tokens"));
        assertThat(merge.graph().components()).containsOnlyKeys("read", "words", "print");
    }

    @Test
    void anIdThatOneGaveToAnotherComponentIsAConflictAndNoneIsLost() {
        Graph renamed = edited(new RenameComponent("split", "words"));
        Graph added = edited(new AddComponent("words", GraphComponent.ofType("list.count"), new Position(0, 0)));

        GraphMerge merge = GraphMerge.of(BASE, renamed, added);
        GraphMerge mirrored = GraphMerge.of(BASE, added, renamed);

        assertThat(merge.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/words");
        assertThat(merge.graph().components()).containsOnlyKeys("read", "words", "print", "words-2");
        assertThat(mirrored.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/words");
        assertThat(mirrored.graph().components()).containsOnlyKeys("read", "split", "print", "words");
    }

    @Test
    void aComponentThatOneRemovedAndTheOtherChangedIsAConflictAndNothingDangles() {
        Graph removed = edited(new RemoveComponent("split"));
        Graph changed = edited(setting("split", "pattern", ";"));
        Graph linked = edited(
                new AddLink(new GraphLink(new BoxReference("read", "errors"), new BoxReference("split", "inbox"))));

        for (Graph other : List.of(changed, linked)) {
            GraphMerge merge = GraphMerge.of(BASE, removed, other);
            GraphMerge mirrored = GraphMerge.of(BASE, other, removed);

            assertThat(merge.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/split");
            assertThat(GraphDiff.of(merge.graph(), removed).differences()).isEmpty();
            assertThat(mirrored.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/split");
            assertThat(GraphDiff.of(mirrored.graph(), other).differences()).isEmpty();
        }
    }

    @Test
    void anotherTypeAndOtherSettingsDoNotGoTogether() {
        Graph typed = edited(new ChangeComponent("split", GraphComponent.ofType("text.case")));

        GraphMerge merge = GraphMerge.of(BASE, typed, edited(setting("split", "pattern", ";")));

        assertThat(merge.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/split");
        assertThat(merge.graph().components().get("split")).isEqualTo(GraphComponent.ofType("text.case"));
    }

    @Test
    void whatBothAddedAloneIsTakenAndWhatBothAddedAlikeIsTakenOnce() {
        GraphEdit both = new AddComponent("both", GraphComponent.ofType("x"), new Position(0, 0));
        Graph ours = edited(both, new AddComponent("mine", GraphComponent.ofType("y"), new Position(0, 0)));
        Graph theirs = edited(both, new AddComponent("yours", GraphComponent.ofType("z"), Optional.empty(), 1));

        GraphMerge merge = GraphMerge.of(BASE, ours, theirs);

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph().components().keySet())
                .containsExactly("read", "yours", "split", "print", "both", "mine");
    }

    @Test
    void oneIdAddedByBothForOtherThingsIsAConflict() {
        Graph ours = edited(new AddComponent("new", GraphComponent.ofType("x"), new Position(0, 0)));
        Graph theirs = edited(new AddComponent("new", GraphComponent.ofType("y"), new Position(0, 0)));

        GraphMerge merge = GraphMerge.of(BASE, ours, theirs);

        assertThat(merge.conflicts()).extracting(MergeConflict::pointer).containsExactly("/components/new");
        assertThat(merge.graph().components().get("new").type()).isEqualTo("x");
    }

    @Test
    void whereThingsAreDrawnIsNeverAConflict() {
        GraphMerge merge = GraphMerge.of(
                BASE, edited(move("read", 10), move("print", 1)), edited(move("read", 20), move("split", 30)));

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph().layout().components())
                .containsEntry("read", new Position(10, 0))
                .containsEntry("split", new Position(30, 0))
                .containsEntry("print", new Position(1, 0));
    }

    @Test
    void graphsInsideMergeToo() {
        Graph ours = parse(GraphFile.format(BASE).replace("\"k\": 1", "\"k\": 1, \"mine\": 2"));
        Graph theirs = parse(GraphFile.format(BASE).replace("\"a\": {", "\"renamed\": {"));
        Graph odds = parse(GraphFile.format(BASE).replace("\"k\": 1", "\"k\": 5, \"mine\": 3"));

        GraphMerge merge = GraphMerge.of(BASE, ours, theirs);

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph()
                        .graphs()
                        .get("inner")
                        .components()
                        .get("renamed")
                        .settings())
                .containsEntry("mine", 2L);
        assertThat(GraphMerge.of(BASE, ours, odds).conflicts())
                .extracting(MergeConflict::pointer)
                .containsExactly("/graphs/inner/components/a/settings/mine");
    }

    private static GraphEdit move(String id, double x) {
        return new MoveComponents(List.of(new MoveComponents.Move(id, Optional.of(new Position(x, 0)))));
    }

    private record Set(String id, String name, Object value) {}

    private static Set setting(String id, String name, Object value) {
        return new Set(id, name, value);
    }

    private static Graph edited(Object... edits) {
        Graph graph = BASE;
        for (Object edit : edits) {
            graph = switch (edit) {
                case GraphEdit known -> known.applyTo(graph).graph();
                case Set set -> {
                    GraphComponent component = graph.components().get(set.id());
                    yield new ChangeComponent(
                                    set.id(),
                                    component.withSettings(component.settings().with(set.name(), set.value())))
                            .applyTo(graph)
                            .graph();
                }
                default -> throw new IllegalArgumentException();
            };
        }
        return graph;
    }

    private static GraphLink link(String from, String to) {
        return new GraphLink(new BoxReference(from, "outbox"), new BoxReference(to, "inbox"));
    }

    private static Graph parse(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }
}
