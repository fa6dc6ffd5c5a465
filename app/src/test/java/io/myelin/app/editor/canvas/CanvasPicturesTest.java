package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pictures of the canvas, to be looked at: they are written to {@code target/pictures}. */
class CanvasPicturesTest {
    @Test
    void fourComponentsLightAndDark() {
        try (CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1200, 700)) {
            CanvasFixture.run(() -> canvas.document().selection().select("words"));
            assertThat(canvas.picture("word-count-light", 1)).isNotEmptyFile();
            assertThat(canvas.picture("word-count-light-200", 2)).isNotEmptyFile();
            assertThat(canvas.dark().picture("word-count-dark", 1)).isNotEmptyFile();
        }
    }

    @Test
    void theEmptyCanvasInvites() {
        try (CanvasFixture canvas = CanvasFixture.open(new SampleGraphs().graph(), 900, 600)) {
            assertThat(canvas.find("canvas-empty-hint")).isPresent();
            assertThat(canvas.picture("empty", 1)).isNotEmptyFile();
        }
    }
}
