package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A level is entered by a double-click however soon that comes after another at the same place. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class LevelDoubleClickTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void aLevelIsEnteredLeftAndEnteredAgainWithoutMovingThePointer() throws IOException {
        Node component = component();
        for (int time = 1; time <= 4; time++) {
            editor.doubleClick(component);
            editor.settle();
            assertThat(isInside()).as("inside after double-click %s", time).isTrue();
            editor.keys(KeyCode.ESCAPE);
            editor.keys(KeyCode.ESCAPE);
            assertThat(isInside()).as("inside after Esc %s", time).isFalse();
        }
    }

    @Test
    void oneMoreClickAfterEnteringAddsNothingInTheLevel() throws IOException {
        Node component = component();
        Point2D place = editor.middle(component);
        editor.doubleClick(component);
        editor.settle();
        editor.click(place.getX(), place.getY());
        assertThat(isInside()).isTrue();
        assertThat(editor.isShown("#quick-add")).isFalse();
    }

    /** A subgraph in the middle of the canvas: where that is, the next level has a canvas of its own. */
    private Node component() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> {
            editor.document().selection().select(List.of("words", "count"), List.of());
            editor.open().canvas().node().requestFocus();
        });
        editor.keys(KeyCode.CONTROL, KeyCode.E);
        Node canvas = EditorFixture.call(() -> editor.open().canvas().node());
        EditorFixture.run(() -> editor.open().canvas().centreOn("subgraph"));
        editor.settle();
        return canvas;
    }

    private boolean isInside() {
        return EditorFixture.call(() -> editor.open().levels().isInside());
    }
}
