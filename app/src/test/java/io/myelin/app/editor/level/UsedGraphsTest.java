package io.myelin.app.editor.level;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedGraphsTest {
    @TempDir
    private Path folder;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final UsedGraphs graphs = new UsedGraphs(background::add, Runnable::run, () -> told.add("changed"));

    @Test
    void aGraphIsReadInTheBackgroundOnceAndAgainWhenItsFileChanges() throws IOException {
        Path file = folder.resolve("a.graph.json");
        Files.writeString(file, "{\"format\": \"myelin-graph/1\", \"title\": \"One\"}");

        assertThat(graphs.find(file)).isEmpty();
        assertThat(graphs.find(folder.resolve("x/../a.graph.json"))).isEmpty();
        assertThat(background).hasSize(1);
        work();
        assertThat(graphs.find(file)).map(Graph::title).contains("One");
        assertThat(told).hasSize(1);

        graphs.look();
        work();
        assertThat(told).hasSize(1);

        Files.writeString(file, "{\"format\": \"myelin-graph/1\", \"title\": \"Another\"}");
        graphs.look();
        work();
        assertThat(graphs.find(file)).map(Graph::title).contains("Another");
        assertThat(told).hasSize(2);
    }

    @Test
    void aFileThatIsNotThereIsLookedForAgain() throws IOException {
        Path file = folder.resolve("late.graph.json");
        assertThat(graphs.find(file)).isEmpty();
        work();
        assertThat(told).isEmpty();

        Files.writeString(file, "{\"format\": \"myelin-graph/1\", \"title\": \"Late\"}");
        graphs.look();
        work();
        assertThat(graphs.find(file)).map(Graph::title).contains("Late");

        Files.delete(file);
        graphs.look();
        work();
        assertThat(graphs.find(file)).isEmpty();
        assertThat(told).hasSize(2);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
