package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture of a graph holds the graph, and opens as it. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PictureExportTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void anExportedPictureOpensAsTheGraph() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph graph = editor.graph();
        for (String name : new String[] {"words.svg", "words.png"}) {
            Path picture = editor.folder().resolve(name);
            editor.dialogs().saveTo(picture);
            editor.action("file.export-picture");

            assertThat(GraphFile.read(picture).graph()).contains(graph);
            editor.open(picture);
            assertThat(editor.graph()).isEqualTo(graph);
            assertThat(editor.document().name()).isEqualTo(name);
        }
        assertThat(editor.dialogs().suggestions().getFirst())
                .isEqualTo(editor.folder().resolve("words.png"));
    }

    @Test
    void aNameWithoutEndingReplacesNoPictureUnasked() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Path there = editor.folder().resolve("mine.png");
        Files.writeString(there, "kept");
        editor.dialogs().saveTo(editor.folder().resolve("mine")).answer("Cancel");
        editor.action("file.export-picture");
        assertThat(there).hasContent("kept");
    }

    @Test
    void aPictureIsNeverSavedOver() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Path picture = editor.folder().resolve("words.png");
        editor.dialogs().saveTo(picture);
        editor.action("file.export-picture");
        byte[] before = Files.readAllBytes(picture);
        editor.open(picture);

        editor.dialogs().saveTo(editor.folder().resolve("kept.graph.json"));
        editor.keys(KeyCode.CONTROL, KeyCode.S);

        assertThat(editor.dialogs().suggestions().getLast())
                .isEqualTo(editor.folder().resolve("words.graph.json"));
        assertThat(picture).hasBinaryContent(before);
        assertThat(GraphFile.read(editor.folder().resolve("kept.graph.json")).graph())
                .contains(editor.graph());
        assertThat(editor.document().name()).isEqualTo("kept");
    }

    @Test
    void aPictureThatCannotBeWrittenIsSaid() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.dialogs().saveTo(editor.folder().resolve("none").resolve("words.svg"));

        editor.action("file.export-picture");

        assertThat(editor.dialogs().errors())
                .singleElement()
                .satisfies(said -> assertThat(said).startsWith("The picture was not written"));
    }
}
