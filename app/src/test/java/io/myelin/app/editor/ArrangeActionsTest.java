package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Position;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Components are put in order by keys and menus. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ArrangeActionsTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void bothKeysTidyTheGraphAsOneStep() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph before = editor.graph();
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        EditorFixture.await("the graph is tidied", () -> editor.document().canUndo());
        assertThat(xs()).isSorted();
        Graph tidied = editor.graph();
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.graph()).isEqualTo(before);
        editor.keys(KeyCode.SHIFT, KeyCode.ALT, KeyCode.T);
        EditorFixture.await("the graph is tidied again", () -> editor.document().canUndo());
        assertThat(editor.graph()).isEqualTo(tidied);
    }

    @Test
    void theGraphIsTidiedFromTopToBottom() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.action("arrange.tidy-down");
        EditorFixture.await("the graph is tidied", () -> editor.document().canUndo());
        assertThat(editor.graph().layout().components().values().stream().map(Position::y))
                .isSorted();
    }

    @Test
    void whenAllIsTidiedAllIsSeenAndNothingMovesWhereThatIsSoAlready() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> canvas().show(new Point(5000, 5000), 1));
        editor.action("arrange.tidy-down");
        EditorFixture.await("the graph is tidied", () -> editor.document().canUndo());
        editor.settle();
        assertThat(seen()).isTrue();
        editor.action("edit.undo");
        EditorFixture.run(() -> {
            canvas().fitAll();
            canvas().zoomTo(0.2);
        });
        Viewport before = EditorFixture.call(() -> canvas().viewport());
        editor.action("arrange.tidy-down");
        EditorFixture.await("the graph is tidied again", () -> editor.document().canUndo());
        editor.settle();
        assertThat(EditorFixture.call(() -> canvas().viewport())).isEqualTo(before);
    }

    private GraphCanvas canvas() {
        return editor.open().canvas();
    }

    private boolean seen() {
        return EditorFixture.call(() -> editor.graph().components().keySet().stream()
                .allMatch(id -> canvas().viewport()
                        .visible()
                        .contains(canvas().placeOf(id).orElseThrow())));
    }

    @Test
    void selectedComponentsComeIntoLineByAKey() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        assertThat(isEnabled("arrange.align-left")).isFalse();
        focusCanvas();
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        assertThat(isEnabled("arrange.align-left")).isTrue();
        editor.keys(KeyCode.ALT, KeyCode.A);
        assertThat(xs().stream().distinct()).hasSize(1);
    }

    private boolean isEnabled(String action) {
        return EditorFixture.call(
                () -> editor.window().actions().find(action).orElseThrow().isEnabled());
    }

    private List<Double> xs() {
        return editor.graph().layout().components().values().stream()
                .map(Position::x)
                .toList();
    }

    private void focusCanvas() {
        EditorFixture.run(() -> editor.open().canvas().node().requestFocus());
    }
}
