package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GroupFrame;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is edited, taken back and done again: what is drawn is as if made from the graph as it is now. */
class ShapesAfterEditsTest {
    private static final Bounds EVERYWHERE = new Bounds(-100_000, -100_000, 1_000_000, 1_000_000);

    private final CanvasGeometry geometry = empty();

    private static CanvasGeometry empty() {
        return new CanvasGeometry(
                new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
                (text, _) -> 7.0 * text.length());
    }

    private static Graph grid(int columns, int rows) {
        SampleGraphs sample = new SampleGraphs();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sample.component("c" + row + "x" + column, "flow.take", column * 240, row * 120);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 1; column < columns; column++) {
                sample.link("c" + row + "x" + (column - 1) + ".outbox", "c" + row + "x" + column + ".inbox");
            }
        }
        return sample.graph();
    }

    private void assertAsFresh(Graph graph) {
        List<ComponentShape> componentsBefore = geometry.components();
        List<LinkShape> linksBefore = List.copyOf(geometry.links());
        List<GroupShape> groupsBefore = geometry.layout().groups();
        geometry.update(graph);
        assertToldAllNews(componentsBefore, linksBefore, groupsBefore);
        CanvasGeometry fresh = empty();
        fresh.update(graph);
        assertThat(geometry.components()).isEqualTo(fresh.components());
        assertThat(drawn(geometry.links())).isEqualTo(drawn(fresh.links()));
        assertThat(geometry.linkCount()).isEqualTo(fresh.linkCount());
        assertThat(geometry.componentsIn(EVERYWHERE)).isEqualTo(fresh.componentsIn(EVERYWHERE));
        assertThat(drawn(geometry.linksIn(EVERYWHERE))).hasSameElementsAs(drawn(fresh.linksIn(EVERYWHERE)));
        assertThat(geometry.layout().groups()).isEqualTo(fresh.layout().groups());
        for (String id : graph.components().keySet()) {
            assertThat(geometry.linksAt(id)).isEqualTo(fresh.linksAt(id));
            assertThat(geometry.placeOf(id)).isEqualTo(fresh.placeOf(id));
        }
    }

    /** What is other than before has been told of, with its place. */
    private void assertToldAllNews(
            List<ComponentShape> componentsBefore, List<LinkShape> linksBefore, List<GroupShape> groupsBefore) {
        ShapeNews news = geometry.news();
        if (news.more()) {
            return;
        }
        assertThat(geometry.layout().groups()).isEqualTo(groupsBefore);
        Set<ComponentShape> components = symmetricDifference(componentsBefore, geometry.components());
        news.faces().forEach(face -> {
            assertThat(face.after().bounds()).isEqualTo(face.before().bounds());
            components.remove(face.before());
            components.remove(face.after());
        });
        assertThat(components).allSatisfy(shape -> assertThat(news.places()).contains(shape.bounds()));
        assertThat(symmetricDifference(drawn(linksBefore), drawn(geometry.links())))
                .allSatisfy(link -> assertThat(news.places()).contains(link.bounds()));
    }

    private static <T> Set<T> symmetricDifference(Collection<T> some, Collection<T> others) {
        Set<T> different = new HashSet<>(some);
        different.addAll(others);
        different.removeIf(one -> some.contains(one) && others.contains(one));
        return different;
    }

    private static List<Drawn> drawn(Collection<LinkShape> links) {
        return links.stream()
                .map(link -> new Drawn(
                        link.reference(),
                        link.path().controls(),
                        link.path().bounds(),
                        link.from(),
                        link.to(),
                        link.label(),
                        link.muted()))
                .toList();
    }

    private record Drawn(
            LinkReference link,
            List<Point> line,
            Bounds bounds,
            BoxShape from,
            BoxShape to,
            String label,
            boolean muted) {}

    @Test
    void boxes_that_only_links_name_stand_in_the_order_of_the_links_that_there_are_now() {
        SampleGraphs graph =
                new SampleGraphs().component("ghost", "no.such", 0, 0).component("a", "text.case", 300, 0);
        assertAsFresh(
                graph.link("ghost.one", "a.inbox").link("ghost.two", "a.inbox").graph());
        assertAsFresh(new SampleGraphs()
                .component("ghost", "no.such", 0, 0)
                .component("a", "text.case", 300, 0)
                .link("ghost.two", "a.inbox")
                .link("ghost.one", "a.inbox")
                .graph());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void after_any_edits_in_any_order_shapes_are_those_of_the_graph(long seed) {
        Random random = new Random(seed);
        Graph graph = grid(6, 5);
        Deque<Back> undo = new ArrayDeque<>();
        assertAsFresh(graph);
        for (int step = 0; step < 120; step++) {
            boolean takesBack = !undo.isEmpty() && random.nextInt(3) == 0;
            try {
                if (takesBack) {
                    Back back = undo.pop();
                    // As the very graph that it was, or as one that is equal.
                    graph = random.nextBoolean()
                            ? back.before
                            : back.inverse.applyTo(graph).graph();
                } else {
                    GraphEdit.Applied applied = someEdit(graph, random, step).applyTo(graph);
                    undo.push(new Back(graph, applied.inverse()));
                    graph = applied.graph();
                }
            } catch (GraphEditException refused) {
                continue;
            }
            if (random.nextInt(5) == 0) {
                geometry.displace(Set.copyOf(pick(graph, random, 2)), 16, 24);
            }
            assertAsFresh(graph);
        }
    }

    private record Back(Graph before, GraphEdit inverse) {}

    private static List<String> pick(Graph graph, Random random, int count) {
        List<String> ids = new ArrayList<>(graph.components().keySet());
        return random.ints(count, 0, ids.size()).mapToObj(ids::get).distinct().toList();
    }

    private static GraphEdit someEdit(Graph graph, Random random, int step) {
        String one = pick(graph, random, 1).getFirst();
        String other = pick(graph, random, 1).getFirst();
        GraphComponent component = graph.components().get(one);
        GraphLink link = graph.links().get(random.nextInt(graph.links().size()));
        return switch (random.nextInt(11)) {
            case 0 ->
                graph.components().size() < 8
                        ? new GraphEdit.ChangeComponent(one, component.withTitle("Kept"))
                        : new GraphEdit.RemoveComponent(one);
            case 1 ->
                new GraphEdit.AddComponent(
                        "new" + step,
                        GraphComponent.ofType("text.case"),
                        random.nextBoolean() ? Optional.of(new Position(step * 8, 700)) : Optional.empty(),
                        random.nextInt(graph.components().size()));
            case 2 ->
                new GraphEdit.MoveComponents(List.of(new GraphEdit.MoveComponents.Move(
                        one,
                        random.nextInt(4) == 0
                                ? Optional.empty()
                                : Optional.of(new Position(random.nextInt(900), random.nextInt(900))))));
            case 3 ->
                new GraphEdit.AddLink(
                        new GraphLink(new BoxReference(one, "outbox"), new BoxReference(other, "inbox")),
                        random.nextInt(graph.links().size() + 1));
            case 4 -> new GraphEdit.RemoveLink(link.from(), link.to());
            case 5 -> new GraphEdit.ChangeComponent(one, component.withTitle("Title " + step));
            case 6 ->
                new GraphEdit.ChangeComponent(
                        one,
                        component.withState(
                                component.state() == ComponentState.ON ? ComponentState.MUTED : ComponentState.ON));
            case 7 ->
                GraphEdit.ChangeLinkLayout.to(LinkLayout.plain(link.from(), link.to())
                        .withLabel(random.nextBoolean() ? "label " + step : ""));
            case 8 -> new GraphEdit.RenameComponent(one, "other" + step);
            case 9 ->
                new GraphEdit.ChangeGroup(
                        "group" + random.nextInt(2),
                        Optional.of(GroupFrame.of("Group", "", pick(graph, random, 3), List.of())
                                .withCollapsed(random.nextBoolean())));
            default -> new GraphEdit.ChangeGroup("group" + random.nextInt(2), Optional.empty());
        };
    }

    @Test
    void what_was_deleted_of_a_large_graph_is_drawn_again_when_that_is_taken_back() {
        Graph graph = grid(60, 20);
        geometry.update(graph);
        for (int left : new int[] {0, 300, 1_100}) {
            List<GraphEdit> removals = graph.components().keySet().stream()
                    .skip(left)
                    .<GraphEdit>map(GraphEdit.RemoveComponent::new)
                    .toList();
            GraphEdit.Applied deleted = new GraphEdit.Several(removals).applyTo(graph);
            assertAsFresh(deleted.graph());
            GraphEdit.Applied undone = deleted.inverse().applyTo(deleted.graph());
            assertAsFresh(undone.graph());
            assertAsFresh(undone.inverse().applyTo(undone.graph()).graph());
            assertAsFresh(graph);
        }
    }

    @Test
    void taking_back_a_move_of_everything_makes_no_shape_again() {
        Graph graph = grid(60, 40);
        geometry.update(graph);
        List<ComponentShape> before = geometry.components();
        GraphEdit.Applied moved = new GraphEdit.MoveComponents(graph.layout().components().entrySet().stream()
                        .map(entry -> new GraphEdit.MoveComponents.Move(
                                entry.getKey(),
                                Optional.of(new Position(
                                        entry.getValue().x() + 80,
                                        entry.getValue().y()))))
                        .toList())
                .applyTo(graph);
        assertAsFresh(moved.graph());
        assertAsFresh(moved.inverse().applyTo(moved.graph()).graph());
        assertThat(geometry.components())
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .isEqualTo(before);
    }

    @Test
    void a_large_edit_is_taken_back_rightly_also_where_something_else_was_asked_for_meanwhile() {
        Graph graph = grid(60, 20);
        geometry.update(graph);
        geometry.update(Graph.EMPTY);
        geometry.showOutOfBand(true);
        geometry.showOutOfBand(false);
        assertAsFresh(graph);
        geometry.update(Graph.EMPTY);
        Graph edited = new GraphEdit.ChangeComponent("c0x0", GraphComponent.ofType("text.case"))
                .applyTo(graph)
                .graph();
        assertAsFresh(edited);
        assertThat(geometry.components().stream().map(ComponentShape::id).collect(Collectors.toSet()))
                .isEqualTo(graph.components().keySet());
    }
}
