package io.myelin.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.FileMutations;
import io.myelin.engine.graph.FormatPage;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.RandomGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged in every way are read or refused with a sentence: never a crash, a hang or half a file. */
class MutatedGraphsTest {
    private static final int FILES = 200_000;
    private static final int WRITTEN_EVERY = 500;

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void twoHundredThousandDamagedFilesAreReadOrRefused() throws IOException {
        List<String> originals = new ArrayList<>(List.of(FormatPage.example(), runnable()));
        for (long seed = 0; seed < 20; seed++) {
            originals.add(GraphFile.format(new RandomGraphs(seed).graph()));
        }
        FileMutations mutations = new FileMutations(4711, originals);
        int read = 0;
        for (int number = 0; number < FILES; number++) {
            byte[] content = mutations.next();
            try {
                LoadedGraph loaded = GraphFile.parse(content);
                checkProblems(loaded.problems());
                assertThat(loaded.graph().isEmpty())
                        .isEqualTo(loaded.problems().stream().anyMatch(Problem::isError));
                if (loaded.graph().isPresent()) {
                    checkRead(loaded, ++read % WRITTEN_EVERY == 0);
                }
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(
                        "damaged file " + number + " in base64: "
                                + java.util.Base64.getEncoder().encodeToString(content),
                        failure);
            }
        }
        assertThat(read).isGreaterThan(FILES / 100);
    }

    private void checkRead(LoadedGraph loaded, boolean write) throws IOException {
        Graph graph = loaded.graph().orElseThrow();
        String text = GraphFile.format(graph);
        assertThat(GraphFile.parse(text).graph()).contains(graph);
        checkProblems(Planner.plan(graph, loaded.places(), REQUEST).problems());
        if (write) {
            Path file = folder.resolve("saved.graph.json");
            GraphFile.write(graph, file);
            assertThat(Files.readString(file)).isEqualTo(text);
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    private static void checkProblems(List<Problem> problems) {
        for (Problem problem : problems) {
            assertThat(problem.message()).isNotBlank().doesNotContain("Exception");
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        }
    }

    private static final PlanRequest REQUEST = new PlanRequest(
            SampleComponents.CATALOG,
            Path.of("/nowhere"),
            Path.of("/work"),
            Map.of(),
            name -> Optional.empty(),
            name -> Optional.empty(),
            true);

    /** A graph of components that there are, so that checks go on where reading ends. */
    private static String runnable() {
        return """
                {
                  "format": "myelin-graph/1",
                  "parameters": {
                    "input": { "type": "path", "default": "in.txt" }
                  },
                  "components": {
                    "read": { "type": "test.read", "settings": { "path": "${input}", "lines": 5, "every": "${env:E}" } },
                    "part": { "type": "graph:inner", "settings": { "by": "a${secret:S}$${b}" } },
                    "print": { "type": "test.print", "inboxes": { "inbox": { "capacity": 5 } } }
                  },
                  "links": [
                    { "from": "read.outbox", "to": "part.in" },
                    { "from": "part.out", "to": "print.inbox" }
                  ],
                  "graphs": {
                    "inner": {
                      "parameters": {
                        "by": { "type": "text" }
                      },
                      "components": {
                        "split": { "type": "test.split", "settings": { "pattern": "${by}", "headers": { "a": "b" } } }
                      },
                      "links": [],
                      "inboxes": {
                        "in": "split.inbox"
                      },
                      "outboxes": {
                        "out": "split.outbox"
                      }
                    }
                  }
                }
                """;
    }
}
