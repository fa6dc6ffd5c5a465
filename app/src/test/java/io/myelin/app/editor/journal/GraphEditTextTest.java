package io.myelin.app.editor.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An edit read from a journal does what the edit did that was written. */
class GraphEditTextTest {
    private static final int EDITS = 40;

    @Property(tries = 300)
    void anyEditAndWhatTakesItBackIsReadAsItWasWritten(@ForAll long seed) {
        edit(seed, new HashSet<>());
    }

    @Test
    void everyKindOfEditThereIsCanBeWrittenAndRead() {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            edit(seed, seen);
        }
        assertThat(seen).contains(GraphEdit.class.getPermittedSubclasses());
    }

    @Test
    void aChangeOfTheTitleDoesNotWriteTheWholeGraph() {
        StringBuilder graph = new StringBuilder("{\"format\": \"myelin-graph/1\", \"title\": \"T\", \"components\": {");
        for (int i = 0; i < 1000; i++) {
            graph.append(i == 0 ? "" : ",").append("\"c" + i + "\": {\"type\": \"t\"}");
        }
        Graph large = GraphFile.parse(graph.append("}}").toString()).graph().orElseThrow();
        assertThat(GraphEditText.write(new GraphEdit.ChangeGraph(large))).hasSizeLessThan(200);
    }

    @Test
    void whatIsNoEditIsRefused() {
        assertRefused("[]", "an object is expected, found a list []");
        assertRefused("{\"do\":\"fly\"}", "there is no edit \"fly\" in this version");
        assertRefused("{\"do\":\"remove-component\"}", "\"id\" is missing");
        assertRefused(
                "{\"do\":\"move-components\",\"moves\":[[\"a\",1]]}",
                "found a list [\"a\",1] as a move; allowed: [id, x, y]");
        assertRefused(
                "{\"do\":\"remove-link\",\"from\":[\"a\"],\"to\":[\"b\",\"c\"]}",
                "found a list [\"a\"] as a box; allowed: [component, box]");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> GraphEditText.read(JournalFields.parse(json)))
                .isInstanceOf(JournalException.class)
                .hasMessage(message);
    }

    private static void edit(long seed, Set<Class<?>> seen) {
        RandomEdits edits = new RandomEdits(new Random(seed));
        Graph graph = Graph.EMPTY;
        for (int i = 0; i < EDITS; i++) {
            GraphEdit edit;
            GraphEdit.Applied applied;
            try {
                edit = edits.next(graph);
                applied = edit.applyTo(graph);
            } catch (GraphEditException doesNotFit) {
                continue;
            }
            GraphEdit again = applied.inverse().applyTo(applied.graph()).inverse();
            assertSame(edit, graph, seen);
            assertSame(applied.inverse(), applied.graph(), seen);
            assertSame(again, graph, seen);
            graph = applied.graph();
        }
    }

    private static void assertSame(GraphEdit edit, Graph graph, Set<Class<?>> seen) {
        String written = GraphEditText.write(edit);
        assertThat(written).doesNotContain("\n");
        GraphEdit read = GraphEditText.read(JournalFields.parse(written));
        assertThat(read).hasSameClassAs(edit);
        assertThat(GraphFile.format(read.applyTo(graph).graph()))
                .isEqualTo(GraphFile.format(edit.applyTo(graph).graph()));
        assertThat(GraphEditText.write(read)).isEqualTo(written);
        seen.add(edit.getClass());
    }
}
