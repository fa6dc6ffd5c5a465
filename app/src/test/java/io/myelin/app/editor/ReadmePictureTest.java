package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.control.Label;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Takes the picture of the editor that the README shows; {@code -Dmyelin.regenerate=true} puts it into place. */
@DisplayName("The README's picture")
@Timeout(120)
class ReadmePictureTest {
    private static final Path SHOWN = Path.of("docs", "editor.png");
    private static final long MOST_BYTES = 300_000;

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1440, 820);

    @Test
    void showsTheWordCountSampleThatHasRun() throws Exception {
        editor.open(Path.of("..", "samples", "word-count.graph.json"));
        editor.click("#run-button");
        EditorFixture.await(
                "the sample has run",
                () -> editor.scene().lookup("#run-state") instanceof Label state
                        && state.getText().startsWith("Finished"));
        editor.picture("readme");
        if (Boolean.getBoolean("myelin.regenerate")) {
            Files.createDirectories(SHOWN.getParent());
            Files.copy(Path.of("target", "pictures", "readme.png"), SHOWN, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(SHOWN).exists();
        assertThat(Files.size(SHOWN)).isLessThan(MOST_BYTES);
    }
}
