package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SubgraphTest {
    private static final Graph GRAPH = parse("""
            {'format': 'myelin-graph/1',
             'parameters': {'by': {'type': 'text', 'default': ','}, 'other': {'type': 'text'}},
             'components': {'read': {'type': 't'},
                            'split': {'type': 't', 'settings': {'at': ['<${by}>', '$${by}']}},
                            'count': {'type': 't'}, 'log': {'type': 't'}, 'print': {'type': 't'}},
             'links': [{'from': 'read.outbox', 'to': 'split.inbox'}, {'from': 'log.outbox', 'to': 'split.inbox'},
                       {'from': 'split.outbox', 'to': 'count.inbox'}, {'from': 'count.outbox', 'to': 'print.inbox', 'note': 1},
                       {'from': 'read.outbox', 'to': 'count.inbox'}, {'from': 'read.signal', 'to': 'split.control'},
                       {'from': 'count.outbox', 'to': 'log.inbox'}],
             'inboxes': {'more': 'split.inbox'}, 'outboxes': {'all': 'print.outbox', 'sums': 'count.outbox'},
             'layout': {'components': {'split': {'x': 200, 'y': 40}, 'count': {'x': 400, 'y': 10}, 'read': {'x': 0, 'y': 0}}}}""");

    private static Graph extracted(String... ids) {
        return Subgraph.extract(GRAPH, List.of(ids), Set.of())
                .edit()
                .applyTo(GRAPH)
                .graph();
    }

    @Test
    void linksAcrossTheBorderLeadThroughBoxesOfTheNewGraphAndThoseOfOneBoxShareIts() {
        Graph made = extracted("split", "count");
        Graph inner = made.graphs().get("subgraph");

        assertThat(made.components().keySet()).containsExactly("read", "subgraph", "log", "print");
        assertThat(made.components().get("subgraph").type()).isEqualTo("graph:subgraph");
        assertThat(made.links())
                .extracting(GraphLink::toString)
                .containsExactly(
                        "read.outbox -> subgraph.inbox",
                        "log.outbox -> subgraph.inbox",
                        "subgraph.outbox -> print.inbox",
                        "read.outbox -> subgraph.count-inbox",
                        "read.signal -> subgraph.split-control",
                        "subgraph.outbox -> log.inbox");
        assertThat(made.links().get(2).unknown()).isEqualTo(GRAPH.links().get(3).unknown());
        assertThat(inner.components().keySet()).containsExactly("split", "count");
        assertThat(inner.links()).extracting(GraphLink::toString).containsExactly("split.outbox -> count.inbox");
        assertThat(inner.inboxes())
                .hasToString("{inbox=split.inbox, count-inbox=count.inbox, split-control=split.control}");
        assertThat(inner.outboxes()).hasToString("{outbox=count.outbox}");
    }

    @Test
    void theBoxesOfTheWholeGraphLeadThroughThoseOfTheNewOne() {
        Graph made = extracted("split", "count");

        assertThat(made.inboxes()).hasToString("{more=subgraph.inbox}");
        assertThat(made.outboxes()).hasToString("{all=print.outbox, sums=subgraph.outbox}");
    }

    @Test
    void parametersThatAreUsedInsideArePassedOnAndOthersAreNot() {
        Graph made = extracted("split", "count");

        assertThat(made.graphs().get("subgraph").parameters())
                .containsOnlyKeys("by")
                .containsEntry("by", GRAPH.parameters().get("by"));
        assertThat(made.components().get("subgraph").settings()).hasToString("{by=${by}}");
    }

    private static Graph drawn(String groups) {
        return parse("""
                {'format': 'myelin-graph/1',
                 'components': {'a': {'type': 't'}, 'b': {'type': 't'}, 'c': {'type': 't'}},
                 'links': [{'from': 'a.outbox', 'to': 'b.inbox'}, {'from': 'b.outbox', 'to': 'c.inbox'}],
                 'layout': {'components': {'a': {'x': 0, 'y': 0}, 'b': {'x': 200, 'y': 0}, 'c': {'x': 400, 'y': 0}},
                            'links': [{'from': 'a.outbox', 'to': 'b.inbox', 'label': 'inner'},
                                      {'from': 'b.outbox', 'to': 'c.inbox', 'label': 'outer'}],
                            'groups': {%s},
                            'notes': {'why': {'text': 'Why', 'x': 20, 'y': 80}, 'far': {'text': 'Far', 'x': 900, 'y': 0}}}}""".formatted(groups));
    }

    private static Graph extracted(Graph graph, Set<String> notes) {
        return Subgraph.extract(graph, List.of("a", "b"), notes, Set.of())
                .edit()
                .applyTo(graph)
                .graph();
    }

    @Test
    void groupsNotesAndLabelsGoIntoTheNewGraph() {
        Graph before = drawn("'both': {'title': 'Both', 'members': ['a', 'b'], 'notes': ['why']}");
        Graph made = extracted(before, Set.of());
        GraphLayout inner = made.graphs().get("subgraph").layout();

        assertThat(inner.groups()).containsOnlyKeys("both");
        assertThat(inner.notes()).containsOnlyKeys("why");
        assertThat(inner.links()).extracting(LinkLayout::label).containsExactly("inner");
        assertThat(made.layout().groups()).isEmpty();
        assertThat(made.layout().notes()).containsOnlyKeys("far");
        assertThat(made.layout().links()).extracting(LinkLayout::label).containsExactly("outer");
    }

    @Test
    void notesThatAreChosenGoAlong() {
        Graph made = extracted(drawn(""), Set.of("far"));

        assertThat(made.graphs().get("subgraph").layout().notes()).containsOnlyKeys("far");
        assertThat(made.layout().notes()).containsOnlyKeys("why");
    }

    @Test
    void aGroupThatKeepsOthersHasTheNewComponentInTheirPlace() {
        Graph made = extracted(drawn("'some': {'members': ['c', 'b'], 'notes': ['far']}"), Set.of());

        assertThat(made.layout().groups().get("some").members()).containsExactly("c", "subgraph");
        assertThat(made.layout().groups().get("some").notes()).containsExactly("far");
        assertThat(made.graphs().get("subgraph").layout().groups()).isEmpty();
    }

    @Test
    void groupsAndNotesComeOutAgainWhereTheyWereAlsoWhenTheComponentWasMoved() {
        Graph made = extracted(drawn("'both': {'title': 'Both', 'members': ['a', 'b'], 'notes': ['why']}"), Set.of());
        Graph moved = new GraphEdit.MoveComponents(
                        List.of(new GraphEdit.MoveComponents.Move("subgraph", Optional.of(new Position(100, 50)))))
                .applyTo(made)
                .graph();
        GraphLayout out = Subgraph.expand(moved, "subgraph", moved.graphs().get("subgraph"), Set.of())
                .edit()
                .applyTo(moved)
                .graph()
                .layout();

        assertThat(out.groups().get("both").members()).containsExactly("a", "b");
        assertThat(out.groups().get("both").notes()).containsExactly("why");
        assertThat(out.notes().get("why").x()).isEqualTo(120);
        assertThat(out.notes().get("why").y()).isEqualTo(130);
    }

    @Test
    void aGroupAroundTheComponentIsAroundItsPartsWhenItIsExpanded() {
        Graph made = extracted(drawn(""), Set.of());
        Graph framed = new GraphEdit.ChangeGroup(
                        "frame", Optional.of(GroupFrame.of("Frame", "blue", List.of("subgraph"), List.of())))
                .applyTo(made)
                .graph();
        GraphEdit.Applied applied = Subgraph.expand(
                        framed, "subgraph", framed.graphs().get("subgraph"), Set.of())
                .edit()
                .applyTo(framed);

        assertThat(applied.graph().layout().groups().get("frame").members()).containsExactly("a", "b");
        assertThat(applied.inverse().applyTo(applied.graph()).graph()).isEqualTo(framed);
    }

    @Test
    void theNewComponentStandsWhereItsPartsStood() {
        Graph made = extracted("split", "count");

        assertThat(made.layout().components().get("subgraph")).isEqualTo(new Position(200, 10));
        assertThat(made.graphs().get("subgraph").layout().components().get("count"))
                .isEqualTo(new Position(400, 10));
    }

    @Test
    void itsNameIsNotThatOfAGraphThatCanBeNamedThere() {
        Graph first = extracted("split");
        Graph second = Subgraph.extract(first, List.of("print"), Set.of("subgraph2"))
                .edit()
                .applyTo(first)
                .graph();

        assertThat(second.graphs().keySet()).containsExactly("subgraph", "subgraph3");
        assertThat(second.components().get("subgraph3").type()).isEqualTo("graph:subgraph3");
    }

    @Test
    void nothingIsRefusedWithASentence() {
        assertThatThrownBy(() -> Subgraph.extract(GRAPH, List.of("gone"), Set.of()))
                .isInstanceOf(GraphEditException.class)
                .hasMessage("there is no component to make a subgraph of");
    }

    @Test
    void settingsAndDefaultsComeInThePlaceOfParametersWhenAGraphIsExpanded() {
        Graph graph = parse("""
                {'format': 'myelin-graph/1', 'components': {'s': {'type': 'graph:g', 'settings': {'n': 5, 'x': '${y}'}}},
                 'graphs': {'g': {'parameters': {'n': {'type': 'integer'}, 'x': {'type': 'text'},
                                                 'd': {'type': 'text', 'default': 'a${b}'}},
                    'components': {'c': {'type': 't', 'settings': {'whole': '${n}', 'deep': {'in': ['${x}!']},
                        'text': 'n=${n} $${n} ${env:HOME} ${secret:s}', 'default': '${d}', 'of': '${gone}'}}}}}}""");

        Graph expanded = expanded(graph, "s");

        assertThat(expanded.components().get("c").settings())
                .hasToString("{whole=5, deep={in=[${y}!]}, text=n=5 $${n} ${env:HOME} ${secret:s}, "
                        + "default=a$${b}, of=${gone}}");
        assertThat(expanded.graphs()).isEmpty();
    }

    @Test
    void idsAndGraphsThatAreTakenGetOthersAndADefinitionThatIsUsedStillStays() {
        Graph graph = parse("""
                {'format': 'myelin-graph/1',
                 'components': {'c': {'type': 't'}, 's': {'type': 'graph:g'}, 'again': {'type': 'graph:g'}},
                 'links': [{'from': 's.out', 'to': 'c.inbox'}],
                 'graphs': {'deep': {}, 'g': {'components': {'c': {'type': 'graph:deep', 'settings': {'of': 'graph:deep'}}, 'd': {'type': 't'}},
                    'links': [{'from': 'c.outbox', 'to': 'd.inbox'}], 'outboxes': {'out': 'd.outbox'},
                    'graphs': {'deep': {'components': {'x': {'type': 'graph:deep'}}}, 'flat': {'components': {'x': {'type': 'graph:deep'}}}}}}}""");

        Graph expanded = expanded(graph, "s");

        assertThat(expanded.components().keySet()).containsExactly("c", "c2", "d", "again");
        assertThat(expanded.links())
                .extracting(GraphLink::toString)
                .containsExactly("d.outbox -> c.inbox", "c2.outbox -> d.inbox");
        assertThat(expanded.graphs().keySet()).containsExactly("deep", "g", "deep2", "flat");
        assertThat(expanded.components().get("c2").type()).isEqualTo("graph:deep2");
        assertThat(expanded.components().get("c2").settings()).hasToString("{of=graph:deep2}");
        assertThat(expanded.graphs().get("flat").components().get("x").type()).isEqualTo("graph:deep2");
    }

    @Test
    void whatTheComponentAloneCanDoIsNotLostButRefused() {
        assertNotExpanded("'s': {'type': 'graph:g', 'state': 'bypassed'}", "it is bypassed");
        assertNotExpanded("'s': {'type': 'graph:g', 'onError': {'policy': 'restart'}}", "what it does on an error");
        assertNotExpanded(
                "'s': {'type': 'graph:g'}, 'x': {'type': 't'}", "its box \"control\" is linked, which is none");
    }

    private static void assertNotExpanded(String components, String reason) {
        Graph graph = parse("{'format': 'myelin-graph/1', 'components': {" + components + "}, 'links': ["
                + (components.contains("'x'") ? "{'from': 'x.signal', 'to': 's.control'}" : "")
                + "], 'graphs': {'g': {'components': {'c': {'type': 't'}}}}}");
        assertThatThrownBy(() -> expanded(graph, "s"))
                .isInstanceOf(GraphEditException.class)
                .hasMessageStartingWith("\"s\" can't be expanded: " + reason);
    }

    @Test
    void whatIsMutedStaysMuted() {
        Graph graph = parse("""
                {'format': 'myelin-graph/1', 'components': {'s': {'type': 'graph:g', 'state': 'muted'}},
                 'graphs': {'g': {'components': {'c': {'type': 't'}}}}}""");

        assertThat(expanded(graph, "s").components().get("c").state()).isEqualTo(ComponentState.MUTED);
    }

    @Test
    void labelsAndWaypointsOfLinksGoAlongInAndOut() {
        Graph graph = parse("""
                {'format': 'myelin-graph/1', 'components': {'a': {'type': 't'}, 'b': {'type': 't'}, 'c': {'type': 't'}},
                 'links': [{'from': 'a.outbox', 'to': 'b.inbox'}, {'from': 'b.outbox', 'to': 'c.inbox'}]}""");
        for (GraphLink link : graph.links()) {
            LinkLayout drawn = LinkLayout.plain(link.from(), link.to())
                    .withLabel("of " + link)
                    .withWaypoints(List.of(new Position(3, 4)));
            graph = Subgraph.drawn(drawn).applyTo(graph).graph();
        }

        Graph made = Subgraph.extract(graph, List.of("b", "c"), Set.of())
                .edit()
                .applyTo(graph)
                .graph();

        assertThat(made.layout().links()).extracting(LinkLayout::label).containsExactly("of a.outbox -> b.inbox");
        assertThat(made.layout().links().getFirst().to()).hasToString("subgraph.inbox");
        assertThat(made.graphs().get("subgraph").layout().links())
                .extracting(LinkLayout::label)
                .containsExactly("of b.outbox -> c.inbox");
        assertThat(new HashSet<>(expanded(made, "subgraph").layout().links()))
                .isEqualTo(new HashSet<>(graph.layout().links()));
    }

    @Property(tries = 1000)
    void expandingWhatWasMadeGivesTheGraphThatWas(@ForAll long seed) {
        Random random = new Random(seed);
        Graph graph = new RandomGraphs(seed).graph();
        List<String> ids = graph.components().keySet().stream()
                .filter(_ -> random.nextBoolean())
                .toList();
        if (ids.isEmpty()) {
            return;
        }
        Subgraph.Change making = Subgraph.extract(graph, ids, Set.of());
        GraphEdit.Applied made = making.edit().applyTo(graph);
        assertThat(GraphFile.format(made.inverse().applyTo(made.graph()).graph()))
                .isEqualTo(GraphFile.format(graph));

        Graph back = expanded(made.graph(), making.components().getFirst());

        assertThat(back.components()).isEqualTo(graph.components());
        assertThat(new HashSet<>(back.links())).isEqualTo(new HashSet<>(graph.links()));
        assertThat(back.links()).hasSameSizeAs(graph.links());
        assertThat(back.inboxes()).isEqualTo(graph.inboxes());
        assertThat(back.outboxes()).isEqualTo(graph.outboxes());
        assertThat(back.graphs()).isEqualTo(graph.graphs());
        assertThat(back.parameters()).isEqualTo(graph.parameters());
        for (String id : ids) {
            assertThat(near(
                            back.layout().components().get(id),
                            graph.layout().components().get(id)))
                    .isTrue();
        }
    }

    private static boolean near(
            @org.jspecify.annotations.Nullable Position one, @org.jspecify.annotations.Nullable Position other) {
        return one == null || other == null
                ? one == other
                : Math.abs(one.x() - other.x()) < 1e-6
                        && Math.abs(one.y() - other.y()) < 1e-6
                        && one.unknown().equals(other.unknown());
    }

    private static Graph expanded(Graph graph, String id) {
        String type =
                Optional.ofNullable(graph.components().get(id)).orElseThrow().type();
        Graph inner = graph.graphs().get(type.substring("graph:".length()));
        return Subgraph.expand(graph, id, inner, Set.of()).edit().applyTo(graph).graph();
    }

    private static Graph parse(String text) {
        return GraphFile.parse(text.replace('\'', '"')).graph().orElseThrow();
    }
}
