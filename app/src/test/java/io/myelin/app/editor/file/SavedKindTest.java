package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However the platform's dialog and people share the typing of a name, it ends with what its kind ends with, once. */
class SavedKindTest {
    @ParameterizedTest
    @CsvSource({
        "second, second.graph.json",
        "second.graph, second.graph.json",
        "second.json, second.graph.json",
        "second.graph.json, second.graph.json",
        "second.graph.json.json, second.graph.json",
        "second.graph.json.graph.json, second.graph.json",
        "second.graph.json.graph, second.graph.json",
        "Second.Graph.JSON.graph.json, Second.Graph.JSON",
        "second.graph.json.graph.json.json, second.graph.json",
        "graph.json.old, graph.json.old.graph.json"
    })
    void aGraphEndsOnce(String typed, String saved) {
        assertThat(completed(SavedKind.GRAPH, typed)).isEqualTo(saved);
    }

    @ParameterizedTest
    @CsvSource({"run.png.png, run.png", "run, run.png", "run.svg, run.svg", "run.png, run.png"})
    void aPictureEndsOnce(String typed, String saved) {
        assertThat(completed(SavedKind.PICTURE, typed)).isEqualTo(saved);
    }

    @Test
    void aFileThatIsThereUnderADoubledNameIsTheOneThatIsMeant() {
        Path there = Path.of("/there/old.graph.json.graph.json");
        assertThat(SavedKind.GRAPH.completed(there, List.of(there)::contains)).isEqualTo(there);
    }

    private static String completed(SavedKind kind, String typed) {
        return kind.completed(Path.of("/there", typed), _ -> false)
                .getFileName()
                .toString();
    }
}
