package io.myelin.app.editor.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LevelInstancesTest {
    @Test
    @Timeout(20)
    void aGraphThatStandsTwiceInItselfIsLookedIntoOnce() {
        Graph whole = GraphFile.parse("""
                        {
                          "format": "myelin-graph/1",
                          "components": { "a": { "type": "graph:inner" }, "b": { "type": "graph:inner" } },
                          "graphs": {
                            "inner": {
                              "components": { "x": { "type": "graph:inner" }, "y": { "type": "graph:inner" } }
                            }
                          }
                        }
                        """).graph().orElseThrow();
        assertThat(LevelInstances.of(whole))
                .containsEntry(List.of(), List.of(""))
                .containsEntry(List.of("inner"), List.of("a", "b"));
    }
}
