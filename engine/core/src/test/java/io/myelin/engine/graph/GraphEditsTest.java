package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.graph.GraphEdit.AddComponent;
import io.myelin.engine.graph.GraphEdit.AddLink;
import io.myelin.engine.graph.GraphEdit.Applied;
import io.myelin.engine.graph.GraphEdit.ChangeGraph;
import io.myelin.engine.graph.GraphEdit.ChangeGroup;
import io.myelin.engine.graph.GraphEdit.ChangeLinkLayout;
import io.myelin.engine.graph.GraphEdit.ChangeNote;
import io.myelin.engine.graph.GraphEdit.Inside;
import io.myelin.engine.graph.GraphEdit.MoveComponents;
import io.myelin.engine.graph.GraphEdit.PutBack;
import io.myelin.engine.graph.GraphEdit.RemoveComponent;
import io.myelin.engine.graph.GraphEdit.RemoveLink;
import io.myelin.engine.graph.GraphEdit.RenameComponent;
import io.myelin.engine.graph.GraphEdit.Several;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GraphEditsTest {
    private static final Graph GRAPH = parse("""
            {"format": "myelin-graph/1", "title": "T",
             "components": {"a": {"type": "x"}, "b": {"type": "y"}, "c": {"type": "z"}},
             "links": [{"from": "a.outbox", "to": "b.inbox"}, {"from": "b.outbox", "to": "c.inbox", "label": 1},
                       {"from": "a.outbox", "to": "c.inbox"}],
             "inboxes": {"in": "b.inbox", "other": "a.inbox"}, "outboxes": {"out": "b.outbox"},
             "layout": {"components": {"b": {"x": 1, "y": 2}, "a": {"x": 3, "y": 4}},
                        "links": [{"from": "b.outbox", "to": "c.inbox", "label": "L"},
                                  {"from": "a.outbox", "to": "c.inbox", "waypoints": [{"x": 5, "y": 6}]},
                                  {"from": "a.outbox", "to": "b.inbox", "hidden": true}],
                        "groups": {"g": {"title": "G", "members": ["a", "b"], "notes": ["n"]},
                                   "only": {"members": ["b"]}},
                        "notes": {"n": {"text": "N", "x": 1, "y": 2}, "m": {"text": "M", "x": 3, "y": 4}},
                        "grid": 8}}""");

    @Test
    void aNewComponentTakesItsPlaceAndGoesAgain() {
        Applied added =
                new AddComponent("d", GraphComponent.ofType("w"), Optional.of(new Position(5, 6)), 1).applyTo(GRAPH);

        assertThat(added.graph().components().keySet()).containsExactly("a", "d", "b", "c");
        assertThat(added.graph().layout().components().keySet()).containsExactly("b", "a", "d");
        assertSame(added.inverse().applyTo(added.graph()).graph(), GRAPH);
    }

    @Test
    void aRemovedComponentTakesWhatHangsOnItAndComesBackInItsPlace() {
        Applied removed = new RemoveComponent("b").applyTo(GRAPH);

        assertThat(removed.graph().components().keySet()).containsExactly("a", "c");
        assertThat(removed.graph().links()).extracting(GraphLink::toString).containsExactly("a.outbox -> c.inbox");
        assertThat(removed.graph().inboxes().keySet()).containsExactly("other");
        assertThat(removed.graph().outboxes()).isEmpty();
        assertThat(removed.graph().layout().components().keySet()).containsExactly("a");
        assertSame(removed.inverse().applyTo(removed.graph()).graph(), GRAPH);
        assertThat(removed.inverse())
                .isInstanceOfSatisfying(
                        Several.class,
                        back -> assertThat(back.edits().getFirst())
                                .isInstanceOfSatisfying(
                                        PutBack.class,
                                        parts -> assertThat(parts.parts().components())
                                                .hasSize(1)));
    }

    @Test
    void removingSeveralInOneStepIsAsRemovingEachAndAllComeBackInTheirPlaces() {
        Graph oneByOne = new RemoveComponent("a")
                .applyTo(new RemoveComponent("b").applyTo(GRAPH).graph())
                .graph();
        Applied together = new Several(List.of(new RemoveComponent("b"), new RemoveComponent("a"))).applyTo(GRAPH);

        assertSame(together.graph(), oneByOne);
        Applied back = together.inverse().applyTo(together.graph());
        assertSame(back.graph(), GRAPH);
        assertSame(back.inverse().applyTo(back.graph()).graph(), oneByOne);
        assertRefused(
                new Several(List.of(new RemoveComponent("b"), new RemoveComponent("b"))),
                "there is no component \"b\"");
    }

    @Test
    void arenamedComponentIsFollowedByItsLinksPlaceAndBoxes() {
        Applied renamed = new RenameComponent("b", "middle").applyTo(GRAPH);

        assertThat(renamed.graph().components().keySet()).containsExactly("a", "middle", "c");
        assertThat(renamed.graph().links())
                .extracting(GraphLink::toString)
                .containsExactly("a.outbox -> middle.inbox", "middle.outbox -> c.inbox", "a.outbox -> c.inbox");
        assertThat(renamed.graph().inboxes().get("in")).isEqualTo(new BoxReference("middle", "inbox"));
        assertThat(renamed.graph().outboxes().get("out")).isEqualTo(new BoxReference("middle", "outbox"));
        assertThat(renamed.graph().layout().components().keySet()).containsExactly("middle", "a");
        assertThat(renamed.inverse()).isEqualTo(new RenameComponent("middle", "b"));
        assertSame(renamed.inverse().applyTo(renamed.graph()).graph(), GRAPH);
    }

    @Test
    void whatIsSaidOfTheLinksAndGroupsOfARemovedComponentGoesWithItAndComesBackInItsPlace() {
        Applied removed = new RemoveComponent("b").applyTo(GRAPH);

        GraphLayout layout = removed.graph().layout();
        assertThat(layout.links()).extracting(LinkLayout::to).containsExactly(new BoxReference("c", "inbox"));
        assertThat(layout.groups().keySet()).containsExactly("g");
        assertThat(layout.groups().get("g").members()).containsExactly("a");
        assertThat(layout.notes().keySet()).containsExactly("n", "m");
    }

    @Test
    void whatIsSaidOfLinksAndGroupsFollowsARenamedComponent() {
        GraphLayout layout =
                new RenameComponent("b", "middle").applyTo(GRAPH).graph().layout();

        assertThat(layout.link(new BoxReference("middle", "outbox"), new BoxReference("c", "inbox"))
                        .orElseThrow()
                        .label())
                .isEqualTo("L");
        assertThat(layout.link(new BoxReference("a", "outbox"), new BoxReference("middle", "inbox"))
                        .orElseThrow()
                        .hidden())
                .isTrue();
        assertThat(layout.groups().get("g").members()).containsExactly("a", "middle");
        assertThat(layout.groups().get("only").members()).containsExactly("middle");
    }

    @Test
    void aRemovedLinkTakesItsLabelAndWaypointsAndComesBackWithThem() {
        Applied removed =
                new RemoveLink(new BoxReference("a", "outbox"), new BoxReference("c", "inbox")).applyTo(GRAPH);

        assertThat(removed.graph().layout().links())
                .extracting(LinkLayout::label)
                .containsExactly("L", "");
        assertSame(removed.inverse().applyTo(removed.graph()).graph(), GRAPH);
    }

    @Test
    void aLinkIsLabelledAndLaidInItsPlaceAndTakenBack() {
        GraphLink link = GRAPH.links().get(2);
        LinkLayout layout = GRAPH.layout().link(link.from(), link.to()).orElseThrow();

        Applied labelled = ChangeLinkLayout.to(layout.withLabel("lines")).applyTo(GRAPH);
        assertThat(labelled.graph().layout().links())
                .extracting(LinkLayout::label)
                .containsExactly("L", "lines", "");
        assertSame(labelled.inverse().applyTo(labelled.graph()).graph(), GRAPH);

        Applied plain =
                ChangeLinkLayout.to(LinkLayout.plain(link.from(), link.to())).applyTo(GRAPH);
        assertThat(plain.graph().layout().links()).hasSize(2);
        assertSame(plain.inverse().applyTo(plain.graph()).graph(), GRAPH);
    }

    @Test
    void aGroupIsMadeChangedInItsPlaceAndTakenAway() {
        GroupFrame group = GroupFrame.of("New", "red", List.of("c"), List.of());

        Applied added = new ChangeGroup("h", Optional.of(group)).applyTo(GRAPH);
        assertThat(added.graph().layout().groups().keySet()).containsExactly("g", "only", "h");
        assertSame(added.inverse().applyTo(added.graph()).graph(), GRAPH);
        Applied changed = new ChangeGroup("g", Optional.of(group)).applyTo(GRAPH);
        assertThat(changed.graph().layout().groups().keySet()).containsExactly("g", "only");
        assertSame(changed.inverse().applyTo(changed.graph()).graph(), GRAPH);
        Applied removed = new ChangeGroup("g", Optional.empty()).applyTo(GRAPH);
        assertThat(removed.graph().components()).isEqualTo(GRAPH.components());
        assertThat(removed.graph().layout().groups().keySet()).containsExactly("only");
        assertSame(removed.inverse().applyTo(removed.graph()).graph(), GRAPH);
    }

    @Test
    void aRemovedNoteLeavesItsGroupAndComesBackIntoIt() {
        Applied removed = new ChangeNote("n", Optional.empty()).applyTo(GRAPH);

        assertThat(removed.graph().layout().notes().keySet()).containsExactly("m");
        assertThat(removed.graph().layout().groups().get("g").notes()).isEmpty();
        assertSame(removed.inverse().applyTo(removed.graph()).graph(), GRAPH);
    }

    @Test
    void movingIsTakenBackByMovingAndAPlaceGivenUpComesBackWhereItWas() {
        Applied moved = new MoveComponents(List.of(
                        new MoveComponents.Move("a", Optional.of(new Position(9, 9))),
                        new MoveComponents.Move("c", Optional.of(new Position(8, 8)))))
                .applyTo(GRAPH);
        assertThat(moved.inverse()).isInstanceOf(MoveComponents.class);
        assertSame(moved.inverse().applyTo(moved.graph()).graph(), GRAPH);

        Applied displaced = new MoveComponents(List.of(new MoveComponents.Move("b", Optional.empty()))).applyTo(GRAPH);
        assertThat(displaced.graph().layout().components().keySet()).containsExactly("a");
        assertSame(displaced.inverse().applyTo(displaced.graph()).graph(), GRAPH);
    }

    @Test
    void aComponentThatHasNoPlaceYetGetsOneByMoving() {
        Applied moved = new MoveComponents(List.of(new MoveComponents.Move("c", Optional.of(new Position(8, 8)))))
                .applyTo(GRAPH);

        assertThat(moved.graph().layout().components()).containsEntry("c", new Position(8, 8));
        assertThat(moved.graph().layout().components().keySet()).containsExactly("b", "a", "c");
    }

    @Test
    void aNewComponentStandsWhereItIsPutThoughAnOlderPlaceIsLeftThere() {
        Graph stale = parse("""
                {"format": "myelin-graph/1", "components": {"a": {"type": "x"}},
                 "layout": {"components": {"b": {"x": 1, "y": 2}, "a": {"x": 3, "y": 4}}}}""");

        Applied added =
                new AddComponent("b", GraphComponent.ofType("w"), Optional.of(new Position(5, 6)), 1).applyTo(stale);

        assertThat(added.graph().layout().components()).containsEntry("b", new Position(5, 6));
        assertSame(added.inverse().applyTo(added.graph()).graph(), stale);
    }

    @Test
    void aChangedComponentIsChangedInItsPlace() {
        Applied changed = new GraphEdit.ChangeComponent("b", GraphComponent.ofType("w")).applyTo(GRAPH);

        assertThat(changed.graph().components().get("b").type()).isEqualTo("w");
        assertThat(changed.graph().components().keySet()).containsExactly("a", "b", "c");
        assertThat(changed.inverse())
                .isEqualTo(new GraphEdit.ChangeComponent("b", GRAPH.components().get("b")));
    }

    @Test
    void ofTwoLinksThatJoinTheSameBoxesOneIsLeftWhenTheOtherIsRemoved() {
        GraphLink link = GRAPH.links().getFirst();
        GraphLink sameFrom = GRAPH.links().getLast();
        GraphLink sameTo = new GraphLink(new BoxReference("c", "outbox"), link.to());
        List<GraphLink> links = new java.util.ArrayList<>(GRAPH.links());
        links.add(link);
        links.add(sameTo);
        Graph twice = new Graph(
                "",
                "",
                Map.of(),
                GRAPH.components(),
                links,
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                GRAPH.unknown());

        GraphEdit remove = new RemoveLink(link.from(), link.to());
        GraphEdit known = new AddLink(sameFrom);
        assertThatThrownBy(() -> new Several(List.of(remove, new AddLink(link))).applyTo(twice))
                .hasMessage("there is a link a.outbox -> b.inbox already");
        // Knows what is joined before it removes: what it knows is then kept right.
        assertThatThrownBy(() -> new Several(List.of(
                                new AddLink(new GraphLink(new BoxReference("c", "x"), new BoxReference("a", "y"))),
                                remove,
                                new AddLink(link)))
                        .applyTo(twice))
                .hasMessage("there is a link a.outbox -> b.inbox already");
        Applied bothGone = new Several(List.of(
                        new AddLink(new GraphLink(new BoxReference("c", "x"), new BoxReference("a", "y"))),
                        remove,
                        remove,
                        new AddLink(link)))
                .applyTo(twice);
        assertThat(bothGone.graph().links()).filteredOn(link::joinsSame).hasSize(1);
        assertThat(link.joinsSame(sameFrom)).isFalse();
        assertThat(link.joinsSame(sameTo)).isFalse();
        assertThatThrownBy(() -> known.applyTo(twice)).isInstanceOf(GraphEditException.class);
    }

    @Test
    void whatHasGoneMeanwhileCanNotBeTakenOutAgain() {
        GraphLink last = GRAPH.links().getLast();
        Applied removed = new RemoveLink(last.from(), last.to()).applyTo(GRAPH);
        GraphEdit takeOut = removed.inverse().applyTo(removed.graph()).inverse();

        assertThatThrownBy(() -> takeOut.applyTo(removed.graph()))
                .isInstanceOf(GraphEditException.class)
                .hasMessage("there is no link a.outbox -> c.inbox at its place");
    }

    @Test
    void changingTheGraphKeepsWhatRuns() {
        Graph header = new Graph(
                "New",
                "D",
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                GraphLayout.EMPTY,
                GRAPH.unknown());

        Applied changed = new ChangeGraph(header).applyTo(GRAPH);

        assertThat(changed.graph().title()).isEqualTo("New");
        assertThat(changed.graph().components()).isEqualTo(GRAPH.components());
        assertThat(changed.graph().links()).isEqualTo(GRAPH.links());
        assertThat(changed.graph().layout().components())
                .isEqualTo(GRAPH.layout().components());
        assertThat(changed.graph().inboxes()).isEmpty();
        assertThat(changed.graph().layout().others()).isEmpty();
        assertThat(changed.graph().layout().notes()).isEqualTo(GRAPH.layout().notes());
        assertThat(((ChangeGraph) changed.inverse()).header().components()).isEmpty();
        assertSame(changed.inverse().applyTo(changed.graph()).graph(), GRAPH);
    }

    @Test
    void aGraphInsideAGraphInsideIsChangedAndAllAroundItStaysAndComesBack() {
        Graph nested = parse("""
                {"format": "myelin-graph/1", "inboxes": {"in": "a.inbox"}, "components": {"a": {"type": "graph:one"}},
                 "graphs": {"zero": {}, "one": {"graphs": {"two": {"components": {"b": {"type": "x"}}}}}, "three": {}}}
                """);

        Applied changed = new Inside(List.of("one", "two"), new RenameComponent("b", "c")).applyTo(nested);

        Graph one = changed.graph().graphs().get("one");
        assertThat(one.graphs().get("two").components().keySet()).containsExactly("c");
        assertThat(changed.graph().graphs().keySet()).containsExactly("zero", "one", "three");
        assertThat(changed.graph().inboxes()).isEqualTo(nested.inboxes());
        assertThat(changed.inverse()).isEqualTo(new Inside(List.of("one", "two"), new RenameComponent("c", "b")));
        assertSame(changed.inverse().applyTo(changed.graph()).graph(), nested);
        assertThatThrownBy(() -> new Inside(List.of("one", "gone"), new RemoveComponent("b")).applyTo(nested))
                .isInstanceOf(GraphEditException.class)
                .hasMessage("there is no graph \"gone\" inside");
    }

    @Test
    void anEditThatDoesNotFitIsRefusedWithASentence() {
        GraphLink link = GRAPH.links().getFirst();
        assertRefused(new AddLink(link), "there is a link a.outbox -> b.inbox already");
        assertRefused(
                new AddLink(new GraphLink(new BoxReference("a", "x"), new BoxReference("q", "y"))),
                "there is no component \"q\"");
        assertRefused(new RemoveLink(link.to(), link.from()), "there is no link b.inbox -> a.outbox");
        assertRefused(new RemoveComponent("q"), "there is no component \"q\"");
        assertRefused(new RenameComponent("a", "b"), "there is a component \"b\" already");
        assertRefused(
                new AddComponent("1", GraphComponent.ofType("x"), new Position(0, 0)),
                "\"1\" can't be the id of a component: a letter is expected, then letters, digits, _ and - "
                        + "(A-Z, a-z, 0-9 only)");
        assertRefused(
                new Several(List.of(new RemoveComponent("a"), new RemoveComponent("a"))),
                "there is no component \"a\"");
    }

    @Property(tries = 2000)
    void anyEditIsTakenBackAndDoneAgainExactly(@ForAll long seed) {
        RandomGraphs random = new RandomGraphs(seed);
        Graph graph = random.graph();
        for (int step = 0; step < 5; step++) {
            Applied applied;
            try {
                applied = random.edit(graph).applyTo(graph);
            } catch (GraphEditException doesNotFit) {
                assertThat(doesNotFit).hasMessageMatching(".{5,}");
                continue;
            }
            Applied undone = applied.inverse().applyTo(applied.graph());
            assertSame(undone.graph(), graph);
            assertSame(undone.inverse().applyTo(undone.graph()).graph(), applied.graph());
            graph = applied.graph();
        }
    }

    @Test
    void editingALargeGraphIsQuick() {
        java.util.List<GraphEdit> edits = new java.util.ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            edits.add(new AddComponent("c" + index, GraphComponent.ofType("x"), new Position(index, 0)));
            if (index > 0) {
                edits.add(new AddLink(new GraphLink(
                        new BoxReference("c" + (index - 1), "outbox"), new BoxReference("c" + index, "inbox"))));
            }
        }
        long start = System.nanoTime();
        Applied applied = new Several(edits).applyTo(Graph.EMPTY);
        assertSame(applied.inverse().applyTo(applied.graph()).graph(), Graph.EMPTY);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    private static void assertRefused(GraphEdit edit, String sentence) {
        assertThatThrownBy(() -> edit.applyTo(GRAPH))
                .isInstanceOf(GraphEditException.class)
                .hasMessage(sentence);
    }

    /** Equal, and in the same order: which the written text shows. */
    private static void assertSame(Graph actual, Graph expected) {
        assertThat(actual).isEqualTo(expected);
        assertThat(GraphFile.format(actual)).isEqualTo(GraphFile.format(expected));
    }

    private static Graph parse(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }
}
