package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GraphFilePropertiesTest {
    @Property(tries = 500)
    void anyGraphReadsBackAsItWasWrittenAndIsWrittenTheSameAgain(@ForAll long seed) {
        Graph graph = new RandomGraphs(seed).graph();

        String text = GraphFile.format(graph);
        LoadedGraph loaded = GraphFile.parse(text);

        assertThat(loaded.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(loaded.graph()).contains(graph);
        assertThat(GraphFile.format(loaded.graph().orElseThrow())).isEqualTo(text);
    }

    @Property
    void anyTextIsReadOrRefusedButNeverAnythingElse(@ForAll String text) {
        LoadedGraph loaded = GraphFile.parse(text);

        assertThat(loaded.graph().isEmpty())
                .isEqualTo(loaded.problems().stream().anyMatch(Problem::isError));
    }

    @Property(tries = 200)
    void aChangeOfOneLinkIsAChangeOfOneLine(@ForAll long seed) {
        Graph graph = new RandomGraphs(seed).graph();
        if (graph.links().isEmpty()) {
            return;
        }
        GraphLink first = graph.links().getFirst();
        graph = new GraphEdit.ChangeLinkLayout(first.from(), first.to(), java.util.Optional.empty())
                .applyTo(graph)
                .graph();
        Graph without = new GraphEdit.RemoveLink(first.from(), first.to())
                .applyTo(graph)
                .graph();
        Graph changed = new GraphEdit.AddLink(
                        new GraphLink(
                                new BoxReference(first.from().component(), "changed"),
                                new BoxReference(first.to().component(), "changed")),
                        0)
                .applyTo(withComponents(without, first))
                .graph();

        assertThat(differentLines(GraphFile.format(withComponents(graph, first)), GraphFile.format(changed)))
                .isEqualTo(1);
    }

    private static Graph withComponents(Graph graph, GraphLink link) {
        Graph all = graph;
        for (String id : new String[] {link.from().component(), link.to().component()}) {
            if (!all.components().containsKey(id)) {
                GraphComponent component = GraphComponent.ofType("x.y");
                all = new GraphEdit.AddComponent(id, component, java.util.Optional.empty(), 0)
                        .applyTo(all)
                        .graph();
            }
        }
        return all;
    }

    private static long differentLines(String before, String after) {
        String[] old = before.split("\n");
        String[] changed = after.split("\n");
        assertThat(changed).hasSameSizeAs(old);
        long different = 0;
        for (int line = 0; line < old.length; line++) {
            different += old[line].equals(changed[line]) ? 0 : 1;
        }
        return different;
    }
}
