package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.myelin.engine.graph.diff.Difference;
import io.myelin.engine.graph.diff.GraphDiff;
import io.myelin.engine.graph.diff.GraphMerge;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Links that stay in the graph and carry nothing. */
class MutedLinkTest {
    private static final Graph GRAPH = parse("""
            {"format": "myelin-graph/1",
             "components": {"read": {"type": "file.lines"}, "split": {"type": "text.split"}, "print": {"type": "console.print"}},
             "links": [{"from": "read.outbox", "to": "split.inbox", "state": "on"},
                       {"from": "split.outbox", "to": "print.inbox", "state": "muted", "later": 1}],
             "layout": {"links": [{"from": "read.outbox", "to": "split.inbox", "label": "lines"}]}}""");
    private static final GraphLink FIRST = GRAPH.links().getFirst();

    private static Graph parse(String text) {
        return GraphFile.parse(text).graph().orElseThrow();
    }

    @Test
    void a_file_says_of_a_link_that_it_is_muted_and_of_others_nothing() {
        assertThat(GRAPH.links()).extracting(GraphLink::muted).containsExactly(false, true);
        assertThat(GraphFile.format(GRAPH))
                .contains("{ \"from\": \"read.outbox\", \"to\": \"split.inbox\" }")
                .contains(
                        "{ \"from\": \"split.outbox\", \"to\": \"print.inbox\", \"state\": \"muted\", \"later\": 1 }");
        assertThat(parse(GraphFile.format(GRAPH))).isEqualTo(GRAPH);
    }

    @Test
    void another_state_is_refused_at_its_place() {
        LoadedGraph loaded = GraphFile.parse(
                "{\"format\": \"myelin-graph/1\", \"links\": [{\"from\": \"a.b\", \"to\": \"c.d\", \"state\": \"mutd\"}]}");
        assertThat(loaded.problems())
                .extracting(Problem::pointer, Problem::message, Problem::nearest)
                .containsExactly(
                        tuple("/links/0/state", "found the text \"mutd\"; allowed: on, muted", Optional.of("muted")));
    }

    @Test
    void muting_keeps_the_place_of_the_link_and_how_it_is_drawn_and_is_taken_back_exactly() {
        GraphEdit.Applied applied = new GraphEdit.ChangeLink(FIRST.withMuted(true)).applyTo(GRAPH);
        assertThat(applied.graph().links())
                .containsExactly(FIRST.withMuted(true), GRAPH.links().getLast());
        assertThat(applied.graph().layout()).isEqualTo(GRAPH.layout());
        assertThat(applied.inverse().applyTo(applied.graph()).graph()).isEqualTo(GRAPH);
    }

    @Test
    void a_muted_link_still_is_the_only_one_between_its_boxes_and_follows_a_rename() {
        Graph renamed =
                new GraphEdit.RenameComponent("print", "show").applyTo(GRAPH).graph();
        assertThat(renamed.links().getLast().muted()).isTrue();
        assertThat(renamed.links().getLast().to()).isEqualTo(new BoxReference("show", "inbox"));
        GraphLink again = new GraphLink(
                GRAPH.links().getLast().from(), GRAPH.links().getLast().to());
        assertThatThrownBy(() -> new GraphEdit.AddLink(again).applyTo(GRAPH)).isInstanceOf(GraphEditException.class);
    }

    @Test
    void that_a_link_is_muted_is_a_difference() {
        Graph muted =
                new GraphEdit.ChangeLink(FIRST.withMuted(true)).applyTo(GRAPH).graph();
        assertThat(GraphDiff.of(GRAPH, muted).differences())
                .containsExactly(new Difference.ValueChanged("/links/0/state", Optional.empty(), Optional.of("muted")));
        assertThat(GraphDiff.of(muted, GRAPH).differences())
                .containsExactly(new Difference.ValueChanged("/links/0/state", Optional.of("muted"), Optional.empty()));
    }

    @Test
    void merging_takes_over_who_muted_a_link() {
        Graph muted =
                new GraphEdit.ChangeLink(FIRST.withMuted(true)).applyTo(GRAPH).graph();
        Graph renamed =
                new GraphEdit.RenameComponent("print", "show").applyTo(GRAPH).graph();
        GraphMerge merge = GraphMerge.of(GRAPH, renamed, muted);
        assertThat(merge.isClean()).isTrue();
        assertThat(merge.graph().links()).extracting(GraphLink::muted).isEqualTo(List.of(true, true));
    }
}
