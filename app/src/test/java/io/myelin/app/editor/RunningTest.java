package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Running a graph in the editor")
@Timeout(90)
class RunningTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1000, 760);

    @Test
    void theSampleRunsAndPrintsIntoTheConsole() throws Exception {
        editor.open(SAMPLES.resolve("word-count.graph.json"));
        editor.click("#run-button");
        awaitState("Finished");
        assertThat(editor.node("#console", ListView.class).getItems().toString())
                .contains("\"the\"");
        editor.picture("run-finished");
    }

    private void awaitState(String text) {
        EditorFixture.await(
                "the run is '" + text + "'",
                () -> editor.scene().lookup("#run-state") instanceof Label label
                        && label.getText().contains(text));
    }
}
