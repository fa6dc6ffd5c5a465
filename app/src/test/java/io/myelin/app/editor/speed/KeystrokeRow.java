package io.myelin.app.editor.speed;

import com.sun.management.OperatingSystemMXBean;
import io.myelin.app.editor.EditorFixture;
import io.myelin.engine.graph.Graph;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final int MOST_LOOKS = 30;

    List<Figure> typing() {
        EditorFixture editor = new EditorFixture(SpeedWindow.WIDTH, SpeedWindow.HEIGHT);
        try {
            editor.begin();
            Graph graph = CanvasRows.twentyThousand();
            editor.open(editor.write("large.graph.json", graph));
            // A large file is read beside the window's thread.
            EditorFixture.await("the graph is open", () -> EditorFixture.call(() -> isOpen(editor, graph)));
            EditorFixture.run(() -> editor.document()
                    .selection()
                    .select(List.of(graph.components().keySet().iterator().next()), Set.of()));
            editor.settle();
            TextField title = editor.node("#component-title", TextField.class);
            EditorFixture.run(title::requestFocus);
            untilQuiet();
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

    /** Whoever has just opened a file waits for its check, too, before typing. */
    private static void untilQuiet() throws InterruptedException {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            long used = Long.MAX_VALUE;
            for (int look = 0; look < MOST_LOOKS && used > QUIET.toNanos(); look++) {
                long before = system.getProcessCpuTime();
                Thread.sleep(LOOK);
                used = system.getProcessCpuTime() - before;
            }
        }
    }

    private static boolean isOpen(EditorFixture editor, Graph graph) {
        return editor.window()
                .documents()
                .current()
                .filter(open -> open.document().graph().components().size()
                        == graph.components().size())
                .isPresent();
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
