package io.myelin.app.editor.speed;

import io.myelin.app.editor.EditorFixture;
import io.myelin.engine.graph.Graph;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A keystroke in the inspector of the whole editor, in frames of a screen that shows sixty a second. */
final class KeystrokeRow {
    private static final double FRAME = 1000 / 60.0;
    private static final int KEYS = 24;
    private static final int WARM_UP = 8;

    List<Figure> typing() {
        EditorFixture editor = new EditorFixture(SpeedWindow.WIDTH, SpeedWindow.HEIGHT);
        try {
            editor.begin();
            Graph graph = CanvasRows.twentyThousand();
            editor.open(editor.write("large.graph.json", graph));
            // A large file is read beside the window's thread.
            EditorFixture.await(
                    "the graph is open",
                    () -> EditorFixture.call(
                            () -> editor.document().graph().components().size()
                                    == graph.components().size()));
            EditorFixture.run(() -> editor.document()
                    .selection()
                    .select(List.of(graph.components().keySet().iterator().next()), Set.of()));
            editor.settle();
            TextField title = editor.node("#component-title", TextField.class);
            EditorFixture.run(title::requestFocus);
            double[] taken = new double[KEYS];
            for (int key = -WARM_UP; key < KEYS; key++) {
                String letter = String.valueOf((char) ('a' + (key + WARM_UP) % 26));
                taken[Math.max(0, key)] = SpeedWindow.untilPainted(() -> type(title, letter)) / FRAME;
            }
            if (EditorFixture.call(title::getLength) != KEYS + WARM_UP) {
                throw new IllegalStateException("not all that was typed is in the field");
            }
            return List.of(
                    Figure.alone("a keystroke in the inspector, in 20,000", "frames", Rounds.median(taken), 3, 1));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            close(editor);
        }
    }

    private static void close(EditorFixture editor) {
        try {
            editor.end();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void type(TextField field, String letter) {
        Event.fireEvent(
                field, new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    }
}
