package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Breakpoints.Rule;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The breakpoints in the graph of a file are kept, each file's by themselves. */
class BreakpointFilesTest {
    private static final LinkReference LINK =
            new LinkReference(new BoxReference("a.b \"c\"", "outbox"), new BoxReference("", "out.box"));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenForAFileIsReadForThatAlone() {
        Path graph = folder.resolve("one.graph.json");
        Map<List<String>, Map<LinkReference, Rule>> kept = Map.of(
                List.of(), Map.of(LINK, Rule.EVERY), List.of("inner", "deep"), Map.of(LINK, new Rule("$ > 1", 7)));
        new BreakpointFiles(folder.resolve("kept")).write(graph, kept);

        BreakpointFiles again = new BreakpointFiles(folder.resolve("kept"));
        assertThat(again.read(graph)).isEqualTo(kept);
        assertThat(again.read(folder.resolve("other.graph.json"))).isEmpty();
    }

    @Test
    void nothingIsKeptOfAFileWithoutBreakpoints() throws IOException {
        Path graph = folder.resolve("one.graph.json");
        BreakpointFiles files = new BreakpointFiles(folder.resolve("kept"));
        files.write(graph, Map.of(List.of(), Map.of(LINK, Rule.EVERY)));
        files.write(graph, Map.of());

        try (Stream<Path> left = Files.list(folder.resolve("kept"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsAsNone() throws IOException {
        Path graph = folder.resolve("one.graph.json");
        BreakpointFiles files = new BreakpointFiles(folder.resolve("kept"));
        files.write(graph, Map.of(List.of(), Map.of(LINK, Rule.EVERY)));
        List<Path> written;
        try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
            written = kept.toList();
        }
        Files.writeString(written.getFirst(), "{\"breakpoints\": [{\"level\": 3}, 7");

        assertThat(files.read(graph)).isEmpty();
    }
}
