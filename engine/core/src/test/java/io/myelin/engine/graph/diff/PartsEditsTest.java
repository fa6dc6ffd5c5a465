package io.myelin.engine.graph.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEdit.Several;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.RandomGraphs;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PartsEditsTest {
    @Property
    void aGraphBecomesAsAnyOtherButForItsLayoutAndComesBackByteForByte(@ForAll long seed) {
        RandomGraphs random = new RandomGraphs(seed);
        Graph now = random.graph();
        Graph wanted = random.graph();
        for (int step = 0; step < 3; step++) {
            assertBecomes(now, wanted);
            wanted = edited(now, random);
        }
    }

    private static void assertBecomes(Graph now, Graph wanted) {
        List<GraphEdit> edits = PartsEdits.between(now, wanted);
        GraphEdit.Applied applied = new Several(edits).applyTo(now);
        Graph then = applied.graph();

        assertThat(then.components()).containsExactlyEntriesOf(wanted.components());
        assertThat(then.links()).isEqualTo(wanted.links());
        assertThat(then.inboxes()).isEqualTo(wanted.inboxes());
        assertThat(then.outboxes()).isEqualTo(wanted.outboxes());
        assertThat(then.parameters()).isEqualTo(wanted.parameters());
        assertThat(then.graphs()).isEqualTo(wanted.graphs());
        assertThat(then.title()).isEqualTo(wanted.title());
        assertThat(then.unknown()).isEqualTo(wanted.unknown());
        assertThat(then.layout()).isEqualTo(now.layout());
        assertThat(PartsEdits.between(then, wanted)).isEmpty();
        assertThat(GraphFile.format(applied.inverse().applyTo(then).graph())).isEqualTo(GraphFile.format(now));
    }

    private static Graph edited(Graph graph, RandomGraphs random) {
        Graph at = graph;
        for (int step = 0; step < 4; step++) {
            try {
                at = random.edit(at).applyTo(at).graph();
            } catch (GraphEditException unfit) {
                continue;
            }
        }
        return at;
    }
}
