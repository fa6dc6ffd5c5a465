package io.myelin.app.editor.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ends of several hidden links at one box. */
class HiddenEndsTest {
    private final CanvasGeometry geometry = new CanvasGeometry(
            new ComponentFaces(ComponentCatalog.installed(), Path.of("/data"), _ -> Optional.empty()),
            (text, _) -> 7.0 * text.length());

    @Test
    void each_has_a_row_of_its_own_and_is_hit_there() {
        geometry.update(star(3));
        List<HiddenEnds.End> ends = ends();
        assertThat(ends).hasSize(3).allSatisfy(end -> assertThat(end.links()).hasSize(1));
        assertThat(ends.get(0).y()).isEqualTo(ends.get(0).box().centre().y());
        assertThat(ends.get(1).y() - ends.get(0).y()).isEqualTo(HiddenEnds.ROW);
        HitTest hits = new HitTest(geometry);
        for (HiddenEnds.End end : ends) {
            assertThat(hits.at(end.name().plus(4, 3), 1))
                    .isEqualTo(new Hit.OnLink(end.links().getFirst()));
        }
    }

    @Test
    void what_is_beyond_a_few_shares_the_last_row() {
        geometry.update(star(9));
        assertThat(ends()).extracting(end -> end.links().size()).containsExactly(1, 1, 1, 6);
    }

    @Test
    void rows_of_a_box_below_another_are_below_all_rows_of_that() {
        Graph graph = new SampleGraphs()
                .component("filter", "data.filter", 0, 0)
                .component("a", "text.case", 600, 0)
                .component("b", "text.case", 600, 100)
                .component("c", "text.case", 600, 200)
                .link("filter.outbox", "a.inbox")
                .link("filter.outbox", "b.inbox")
                .link("filter.rejected", "c.inbox")
                .graph();
        geometry.update(hidden(graph));
        List<HiddenEnds.End> ends = new HiddenEnds(geometry).at("filter", Side.OUTLET);
        assertThat(ends).extracting(end -> end.box().reference().box()).containsExactly("outbox", "outbox", "rejected");
        for (int i = 1; i < ends.size(); i++) {
            assertThat(ends.get(i).y() - ends.get(i - 1).y()).isGreaterThanOrEqualTo(HiddenEnds.ROW);
        }
    }

    @Test
    void between_close_cards_both_names_have_room_beside_each_other() {
        for (double gap : new double[] {40, 80, 160, 2000}) {
            geometry.update(hidden(new SampleGraphs()
                    .component("source", "text.case", 0, 0)
                    .component("target", "text.case", 160 + gap, 0)
                    .link("source.outbox", "target.inbox")
                    .graph()));
            HiddenEnds.End from = ends().getFirst();
            HiddenEnds.End to =
                    new HiddenEnds(geometry).at("target", Side.INLET).getFirst();
            assertThat(from.name().x() + from.room())
                    .isLessThanOrEqualTo(to.name().x() - to.room());
            assertThat(from.name().x()).isLessThan(to.name().x());
        }
    }

    @Test
    void a_name_ends_before_a_card_that_has_nothing_to_do_with_it() {
        geometry.update(hidden(new SampleGraphs()
                .component("source", "text.case", 0, 0)
                .component("between", "text.case", 240, 0)
                .component("target", "text.case", 900, 0)
                .link("source.outbox", "target.inbox")
                .graph()));
        HiddenEnds.End end = ends().getFirst();
        assertThat(end.name().x() + end.room()).isLessThanOrEqualTo(240);
    }

    @Test
    void a_wire_drawn_whole_that_is_nearer_than_a_shared_row_is_the_one_that_is_hit() {
        LinkReference wire = new LinkReference(SampleGraphs.box("below.outbox"), SampleGraphs.box("far.inbox"));
        Graph below = new SampleGraphs()
                .component("below", "text.case", -300, 60)
                .component("far", "text.case", 700, 60)
                .link("below.outbox", "far.inbox")
                .graph();
        geometry.update(besides(star(9), below));
        HitTest hits = new HitTest(geometry);
        HiddenEnds.End row = ends().getLast();
        LinkShape drawn = geometry.link(wire).orElseThrow();
        List<Point> places = IntStream.range(0, 2000)
                .mapToObj(step -> drawn.path().at(step / 2000.0))
                .filter(place -> row.distance(place) > 2 && row.distance(place) < 5)
                .toList();
        assertThat(places).as("the wire goes close past the row").isNotEmpty();
        assertThat(places).allSatisfy(place -> assertThat(hits.at(place, 1)).isEqualTo(new Hit.OnLink(drawn)));
        assertThat(hits.at(row.name().plus(16, 0), 1)).isEqualTo(new Hit.OnHiddenEnds(row));
    }

    private static Graph besides(Graph one, Graph other) {
        Graph all = one;
        for (var entry : other.components().entrySet()) {
            Position place = other.layout().components().get(entry.getKey());
            all = new GraphEdit.AddComponent(entry.getKey(), entry.getValue(), place)
                    .applyTo(all)
                    .graph();
        }
        for (GraphLink link : other.links()) {
            all = new GraphEdit.AddLink(link).applyTo(all).graph();
        }
        return all;
    }

    private List<HiddenEnds.End> ends() {
        return new HiddenEnds(geometry).at("source", Side.OUTLET);
    }

    private static Graph star(int links) {
        SampleGraphs sample = new SampleGraphs().component("source", "text.case", 0, 0);
        for (int i = 0; i < links; i++) {
            sample.component("to" + i, "text.case", 600, 100 * i).link("source.outbox", "to" + i + ".inbox");
        }
        return hidden(sample.graph());
    }

    private static Graph hidden(Graph graph) {
        Graph changed = graph;
        for (GraphLink link : graph.links()) {
            LinkLayout hidden = LinkLayout.plain(link.from(), link.to()).withHidden(true);
            changed = GraphEdit.ChangeLinkLayout.to(hidden).applyTo(changed).graph();
        }
        return changed;
    }
}
