package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicBoxesPropertiesTest {
    private static final int GRAPHS = 500;
    private static final int EDITS = 20;

    @Test
    void whateverIsPublishedRenamedRemovedAndPromotedNothingLeadsNowhereThatDidNotAndUndoGivesTheFirstBytes() {
        int done = 0;
        for (int seed = 0; done < GRAPHS * EDITS; seed++) {
            done += edit(new RandomNestedGraphs(seed), "seed " + seed);
        }
    }

    /** How many edits were made. */
    private static int edit(RandomNestedGraphs random, String told) {
        Graph first = random.graph();
        Graph now = first;
        List<GraphEdit> back = new ArrayList<>();
        for (int step = 0; step < EDITS; step++) {
            Optional<GraphEdit> edit = random.edit(now);
            if (edit.isPresent()) {
                GraphEdit.Applied applied = edit.get().applyTo(now);
                assertThat(Dangling.in(now)).as("%s, step %d", told, step).containsAll(Dangling.in(applied.graph()));
                now = applied.graph();
                back.addFirst(applied.inverse());
            }
        }
        for (GraphEdit edit : back) {
            now = edit.applyTo(now).graph();
        }
        assertThat(GraphFile.format(now)).as(told).isEqualTo(GraphFile.format(first));
        return back.size();
    }
}
