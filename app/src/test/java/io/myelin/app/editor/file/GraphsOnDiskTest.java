package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A graph that is opened through a symbolic link")
class GraphsOnDiskTest {
    private final GraphsOnDisk files = new GraphsOnDisk();

    @TempDir
    private Path folder;

    private Path locked;
    private Path open;

    @BeforeEach
    void make() throws IOException {
        locked = Files.createDirectory(folder.resolve("locked"));
        open = Files.createDirectory(folder.resolve("open"));
    }

    @AfterEach
    void unlock() {
        assertThat(locked.toFile().setWritable(true)).isTrue();
    }

    @Test
    @DisplayName("is saved where the link leads, though nothing can be written beside the link")
    void linkInLockedFolder() throws IOException {
        Path real = open.resolve("real.graph.json");
        GraphFile.write(Graph.EMPTY, real);
        Path link = Files.createSymbolicLink(locked.resolve("link.graph.json"), Path.of("../open/real.graph.json"));
        lock();
        assertThat(files.readOnlyFolder(link)).isEmpty();
        Graph after = Graph.EMPTY.withComponents(Map.of("case", GraphComponent.ofType("text.case")));
        files.write(after, link);
        assertThat(GraphFile.read(real).graph()).contains(after);
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisplayName("cannot be saved where nothing can be written where the link leads")
    void linkIntoLockedFolder() throws IOException {
        GraphFile.write(Graph.EMPTY, locked.resolve("real.graph.json"));
        Path link = Files.createSymbolicLink(open.resolve("link.graph.json"), locked.resolve("real.graph.json"));
        lock();
        assertThat(files.readOnlyFolder(link)).contains(locked);
    }

    private void lock() {
        assertThat(locked.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(locked))
                .as("the super-user may write everywhere")
                .isFalse();
    }
}
