package io.myelin.app.editor.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where in a run the graphs of files stand. */
class UsedFilesTest {
    @TempDir
    private Path folder;

    private static Graph graph(String text) {
        return GraphFile.parse(
                        "{'format': 'myelin-graph/1', %s}".formatted(text).replace('\'', '"'))
                .graph()
                .orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        GraphFile.write(graph(text), file);
        return file;
    }

    @Test
    void aFileStandsOnceForEachComponentHoweverDeepAndSoDoItsInnerGraphs() throws IOException {
        Path deep = write("parts/deep.graph.json", """
                'components': {'x': {'type': 'graph:inner'}},
                'graphs': {'inner': {'components': {'y': {'type': 't'}}}}""");
        Path part = write("parts/part.graph.json", "'components': {'d': {'type': 'graph:./deep.graph.json'}}");
        Graph whole = graph("""
                'components': {'a': {'type': 'graph:./parts/part.graph.json'}, 'b': {'type': 'graph:own'}},
                'graphs': {'own': {'components': {'c': {'type': 'graph:./parts/part.graph.json'}}}}""");

        Map<Path, UsedFiles.Used> used = UsedFiles.of(whole, folder);

        assertThat(used).containsOnlyKeys(part, deep);
        assertThat(used.get(part).paths()).containsExactlyInAnyOrder("a", "b/c");
        assertThat(used.get(deep).instances().get(List.of("inner"))).containsExactlyInAnyOrder("a/d/x", "b/c/d/x");
    }

    @Test
    void filesThatAreGoneOrStandInThemselvesAreNoTrouble() throws IOException {
        Path ring = write("ring.graph.json", "'components': {'again': {'type': 'graph:./ring.graph.json'}}");
        Graph whole = graph("""
                'components': {'r': {'type': 'graph:./ring.graph.json'}, 'g': {'type': 'graph:./gone.graph.json'}}""");

        assertThat(UsedFiles.of(whole, folder)).containsOnlyKeys(ring);
    }
}
