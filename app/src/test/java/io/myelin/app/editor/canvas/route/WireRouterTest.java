package io.myelin.app.editor.canvas.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.HitTest;
import io.myelin.app.editor.canvas.geometry.LinkPath;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Links that are led round components. */
class WireRouterTest {
    private static final ComponentFaces FACES =
            new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty());

    private final CanvasGeometry geometry = geometry();

    private static CanvasGeometry geometry() {
        return new CanvasGeometry(FACES, (text, _) -> 7.0 * text.length(), new WireRouter());
    }

    @Test
    void a_link_with_nothing_in_its_way_is_one_curve() {
        geometry.update(row(0).graph());
        assertThat(line("a", "b").controls()).hasSize(4);
    }

    @Test
    void a_link_goes_round_a_component_between_its_ends() {
        geometry.update(between().graph());
        LinkPath line = line("a", "b");
        assertClear(line, "between");
        assertThat(line.start())
                .isEqualTo(geometry.box(SampleGraphs.box("a.outbox"), Side.OUTLET)
                        .orElseThrow()
                        .centre());
        assertThat(line.end())
                .isEqualTo(geometry.box(SampleGraphs.box("b.inbox"), Side.INLET)
                        .orElseThrow()
                        .centre());
        assertLeavesAndArrivesGoingRight(line);
    }

    @Test
    void a_link_that_leads_back_goes_round_what_stands_under_its_components() {
        geometry.update(new SampleGraphs()
                .component("a", "text.case", 400, 0)
                .component("b", "text.case", 0, 0)
                .component("under", "text.case", 210, 60)
                .link("a.outbox", "b.inbox")
                .graph());
        LinkPath line = line("a", "b");
        assertThat(line.leadsBack()).isTrue();
        assertClear(line, "under");
        assertClear(line, "a");
        assertClear(line, "b");
    }

    @Test
    void the_mouse_finds_a_link_where_it_is_drawn_and_not_where_it_would_be() {
        geometry.update(between().graph());
        Point middle = line("a", "b").at(0.5);
        HitTest hits = new HitTest(geometry);
        assertThat(hits.at(middle, 1)).isInstanceOf(Hit.OnLink.class);
        assertThat(hits.link(
                        geometry.component("between").orElseThrow().bounds().centre(), 6))
                .isEmpty();
    }

    @Test
    void while_a_component_is_dragged_only_its_own_links_move() {
        geometry.update(row(160).link("far.outbox", "b.inbox").graph());
        LinkPath before = line("a", "b");
        LinkPath own = line("far", "b");
        geometry.displace(Set.of("far"), 260, -400);
        assertThat(line("a", "b")).isSameAs(before);
        assertThat(line("far", "b")).isNotEqualTo(own);
        geometry.displace(Set.of(), 0, 0);
        assertThat(line("a", "b")).isSameAs(before);
    }

    @Test
    void a_component_put_onto_a_link_is_gone_round_and_taken_away_it_is_no_more() {
        Graph clear = row(400).graph();
        geometry.update(clear);
        LinkPath before = line("a", "b");
        geometry.update(between().graph());
        assertClear(line("a", "b"), "between");
        geometry.update(clear);
        assertThat(line("a", "b").controls()).isEqualTo(before.controls());
    }

    @Test
    void the_same_graph_has_the_same_lines_whatever_was_before() {
        Graph tangle = SampleGraphs.tangle(40);
        geometry.update(between().graph());
        geometry.links().forEach(link -> geometry.link(link.reference()));
        geometry.update(tangle);
        CanvasGeometry other = geometry();
        other.update(tangle);
        List<LinkReference> links = new ArrayList<>(
                        geometry.links().stream().map(LinkShape::reference).toList())
                .reversed();
        for (LinkReference link : links) {
            geometry.link(link);
        }
        for (LinkShape link : other.links()) {
            assertThat(geometry.link(link.reference()).orElseThrow().path().controls())
                    .isEqualTo(other.link(link.reference()).orElseThrow().path().controls());
        }
    }

    @Test
    void a_link_through_waypoints_goes_through_them() {
        Graph plain = between().graph();
        Point waypoint = geometryOf(plain, "between").centre();
        geometry.update(withWaypoint(plain, waypoint));
        assertThat(line("a", "b").distance(waypoint)).isCloseTo(0, within(0.01));
    }

    @Test
    void the_legs_of_a_link_through_waypoints_go_round_what_stands_in_their_way() {
        Graph plain = new SampleGraphs()
                .component("a", "text.case", 0, 0)
                .component("first", "text.case", 260, 0)
                .component("second", "text.case", 560, 280)
                .component("b", "text.case", 900, 0)
                .link("a.outbox", "b.inbox")
                .graph();
        Point far = new Point(480, 24);
        Point low = new Point(480, 304);
        Point beyond = new Point(820, 304);
        geometry.update(withWaypoints(plain, far, low, beyond));
        LinkPath line = line("a", "b");
        assertClear(line, "first");
        assertClear(line, "second");
        for (Point waypoint : List.of(far, low, beyond)) {
            assertThat(line.distance(waypoint)).isCloseTo(0, within(0.01));
        }
        LinkShape shape = geometry.links().iterator().next();
        LinkShape drawn = geometry.link(shape.reference()).orElseThrow();
        assertThat(drawn.waypointAt(new Point(120, 24)))
                .as("a new waypoint before the first")
                .isZero();
        assertThat(drawn.waypointAt(new Point(480, 160))).isEqualTo(1);
        assertThat(drawn.waypointAt(new Point(890, 30))).isEqualTo(3);
    }

    @Test
    void a_leg_that_goes_to_the_left_goes_round_too_without_turning_back() {
        Graph plain = new SampleGraphs()
                .component("a", "text.case", 0, 0)
                .component("between", "text.case", 300, 280)
                .component("b", "text.case", 900, 0)
                .link("a.outbox", "b.inbox")
                .graph();
        Point right = new Point(600, 304);
        Point left = new Point(200, 304);
        geometry.update(withWaypoints(plain, right, left));
        LinkPath line = line("a", "b");
        assertClear(line, "between");
        assertThat(line.controls()).allSatisfy(point -> assertThat(point.x()).isBetween(100.0, 900.0));
        assertThat(line.distance(left)).isCloseTo(0, within(0.01));
    }

    @Test
    void links_from_boxes_close_to_each_other_keep_apart_round_one_card() {
        SampleGraphs sample = new SampleGraphs().component("between", "view.table", 400, 0);
        for (int i = 0; i < 3; i++) {
            sample.component("a" + i, "text.case", 0, i * 72)
                    .component("b" + i, "text.case", 900, i * 72)
                    .link("a" + i + ".outbox", "b" + i + ".inbox");
        }
        geometry.update(sample.graph());
        List<LinkPath> round = IntStream.range(0, 3)
                .mapToObj(i -> line("a" + i, "b" + i))
                .filter(path -> path.controls().size() > 4)
                .toList();
        assertThat(round).hasSize(3);
        Bounds between = geometry.component("between").orElseThrow().bounds();
        List<Double> heights = round.stream()
                .map(path -> IntStream.rangeClosed(0, 200)
                        .mapToObj(i -> path.at(i / 200.0))
                        .min(java.util.Comparator.comparingDouble(
                                point -> Math.abs(point.x() - between.centre().x())))
                        .orElseThrow()
                        .y())
                .sorted()
                .toList();
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThan(1.9);
        }
    }

    private static Graph withWaypoint(Graph graph, Point place) {
        return withWaypoints(graph, place);
    }

    private static Graph withWaypoints(Graph graph, Point... places) {
        LinkLayout through = LinkLayout.plain(SampleGraphs.box("a.outbox"), SampleGraphs.box("b.inbox"))
                .withWaypoints(java.util.Arrays.stream(places)
                        .map(place -> new Position(place.x(), place.y()))
                        .toList());
        return GraphEdit.ChangeLinkLayout.to(through).applyTo(graph).graph();
    }

    private static Bounds geometryOf(Graph graph, String id) {
        CanvasGeometry geometry = geometry();
        geometry.update(graph);
        return geometry.component(id).orElseThrow().bounds();
    }

    @Test
    void several_links_between_two_components_lie_beside_each_other_without_crossing() {
        geometry.update(new SampleGraphs()
                .component("a", "data.filter", 0, 0)
                .component("b", "flow.gate", 700, 40)
                .component("between", "text.case", 320, 0)
                .component("between2", "text.case", 320, 70)
                .link("a.outbox", "b.inbox")
                .link("a.rejected", "b.open")
                .graph());
        List<LinkShape> links = List.copyOf(geometry.linksIn(new Bounds(-1000, -1000, 3000, 3000)));
        assertThat(links).hasSize(2);
        LinkPath one = links.get(0).path();
        LinkPath other = links.get(1).path();
        assertThat(one.crossings(other)).isEmpty();
        assertClear(one, "between");
        assertClear(other, "between2");
        for (double part = 0.3; part <= 0.7; part += 0.05) {
            assertThat(other.distance(one.at(part))).isBetween(5.5, 40.0);
        }
    }

    @Test
    void several_links_that_lead_back_are_loops_inside_each_other() {
        geometry.update(new SampleGraphs()
                .component("a", "data.filter", 400, 0)
                .component("b", "flow.gate", 0, 0)
                .link("a.outbox", "b.inbox")
                .link("a.rejected", "b.open")
                .graph());
        List<LinkShape> links = List.copyOf(geometry.linksIn(new Bounds(-1000, -1000, 3000, 3000)));
        LinkPath one = links.get(0).path();
        LinkPath other = links.get(1).path();
        assertThat(one.crossings(other)).isEmpty();
        assertThat(Math.abs(one.bounds().bottom() - other.bounds().bottom())).isCloseTo(WireRouter.LANE, within(0.01));
        assertThat(Math.abs(one.bounds().right() - other.bounds().right())).isCloseTo(WireRouter.LANE, within(0.01));
    }

    @Test
    void no_link_crosses_a_component_if_there_is_a_way_round_it() {
        int led = 0;
        for (int seed = 0; seed < 60; seed++) {
            Graph graph = scattered(new Random(seed), 14);
            CanvasGeometry scattered = geometry();
            scattered.update(graph);
            for (LinkShape plain : scattered.links()) {
                LinkPath line = scattered.link(plain.reference()).orElseThrow().path();
                List<Bounds> others = scattered.components().stream()
                        .filter(shape -> !plain.reference().touches(shape.id()))
                        .map(ComponentShape::bounds)
                        .filter(card -> !card.contains(line.start()) && !card.contains(line.end()))
                        .toList();
                boolean crosses = others.stream().anyMatch(card -> crosses(line, card));
                if (crosses) {
                    List<Bounds> all = scattered.components().stream()
                            .map(ComponentShape::bounds)
                            .toList();
                    assertThat(wayExists(plain, all))
                            .as("a way exists for %s of the graph from seed %d", plain.reference(), seed)
                            .isFalse();
                }
                if (line.controls().size() > 4 && !line.leadsBack()) {
                    led++;
                    assertLeavesAndArrivesGoingRight(line);
                }
            }
        }
        assertThat(led).as("links that were led round something").isGreaterThan(100);
    }

    /** Cards anywhere, on each other too, and links between any two. */
    private static Graph scattered(Random random, int count) {
        SampleGraphs sample = new SampleGraphs();
        for (int i = 0; i < count; i++) {
            sample.component("c" + i, "text.case", random.nextInt(1100), random.nextInt(700));
        }
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(count);
            if (other != i) {
                sample.link("c" + i + ".outbox", "c" + other + ".inbox");
            }
        }
        return sample.graph();
    }

    /** A flood over a raster, from just right of the start to just left of the end, round cards with a little room. */
    private static boolean wayExists(LinkShape link, List<Bounds> cards) {
        double pitch = 4;
        Bounds area = Bounds.between(link.path().start(), link.path().end()).grown(180);
        int columns = (int) (area.width() / pitch) + 1;
        int rows = (int) (area.height() / pitch) + 1;
        boolean[][] seen = new boolean[columns][rows];
        IntStream.range(0, columns)
                .forEach(column -> IntStream.range(0, rows).forEach(row -> {
                    Point place = new Point(area.x() + column * pitch, area.y() + row * pitch);
                    seen[column][row] =
                            cards.stream().anyMatch(card -> card.grown(6).contains(place));
                }));
        int[] from = cell(area, link.path().start().plus(9, 0), pitch);
        int[] to = cell(area, link.path().end().plus(-9, 0), pitch);
        if (seen[from[0]][from[1]] || seen[to[0]][to[1]]) {
            return false;
        }
        Deque<int[]> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int[] at = open.remove();
            if (at[0] < 0 || at[1] < 0 || at[0] >= columns || at[1] >= rows || seen[at[0]][at[1]]) {
                continue;
            }
            seen[at[0]][at[1]] = true;
            if (at[0] == to[0] && at[1] == to[1]) {
                return true;
            }
            open.add(new int[] {at[0] + 1, at[1]});
            open.add(new int[] {at[0] - 1, at[1]});
            open.add(new int[] {at[0], at[1] + 1});
            open.add(new int[] {at[0], at[1] - 1});
        }
        return false;
    }

    private static int[] cell(Bounds area, Point place, double pitch) {
        return new int[] {
            (int) Math.round((place.x() - area.x()) / pitch), (int) Math.round((place.y() - area.y()) / pitch)
        };
    }

    private static boolean crosses(LinkPath line, Bounds card) {
        Bounds inside = card.grown(-1);
        return IntStream.rangeClosed(0, 2000)
                .mapToObj(step -> line.at(step / 2000.0))
                .anyMatch(inside::contains);
    }

    private static void assertLeavesAndArrivesGoingRight(LinkPath line) {
        List<Point> controls = line.controls();
        assertThat(controls.get(1).y()).isCloseTo(line.start().y(), within(1e-9));
        assertThat(controls.get(1).x()).isGreaterThan(line.start().x());
        assertThat(controls.get(controls.size() - 2).y()).isCloseTo(line.end().y(), within(1e-9));
        assertThat(controls.get(controls.size() - 2).x()).isLessThan(line.end().x());
    }

    private void assertClear(LinkPath line, String id) {
        assertThat(crosses(line, geometry.component(id).orElseThrow().bounds()))
                .as("the link crosses %s", id)
                .isFalse();
    }

    private LinkPath line(String from, String to) {
        return geometry.linksAt(from).stream()
                .filter(link -> link.from().component().equals(from)
                        && link.to().component().equals(to))
                .findFirst()
                .flatMap(geometry::link)
                .orElseThrow()
                .path();
    }

    /** Two components in a row with a link, and one so far below them. */
    private static SampleGraphs row(double below) {
        return new SampleGraphs()
                .component("a", "text.case", 0, 0)
                .component("b", "text.case", 600, 0)
                .component("far", "text.case", 0, below + 200)
                .link("a.outbox", "b.inbox");
    }

    private static SampleGraphs between() {
        return row(400).component("between", "text.case", 300, -10);
    }
}
