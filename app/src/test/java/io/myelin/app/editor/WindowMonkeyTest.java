package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Presses, drags, types and starts actions at random all over the window. As many things as
 * {@code -Dmyelin.monkey.window} says; the seed of a failure is printed, and {@code -Dmyelin.monkey.seed} does the same
 * again, as far as the toolkit's timing allows.
 */
class WindowMonkeyTest {
    private static final int ACTIONS = Integer.getInteger("myelin.monkey.window", 150);

    /** They end the editor, fill the screen, or run what has been put together at random. */
    private static final Set<String> NOT_HERE =
            Set.of("file.quit", "file.close", "view.full-screen", "run.start", "structure.save-to-library");

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.ESCAPE,
            KeyCode.ENTER,
            KeyCode.TAB,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.F2,
            KeyCode.F6,
            KeyCode.HOME);

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final long seed = Long.getLong("myelin.monkey.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private UncaughtExceptionHandler before;

    @BeforeEach
    void catchWhatIsThrown() {
        EditorFixture.run(() -> {
            before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, throwable) -> thrown.add(throwable));
        });
    }

    @AfterEach
    void catchItNoMore() {
        EditorFixture.run(() -> Thread.currentThread().setUncaughtExceptionHandler(before));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void whateverIsPressedTheWindowGoesOnAndUndoGivesBackTheFile() throws IOException {
        editor.open(editor.write(
                "words.graph.json",
                new SampleGraphs()
                        .component("lines", "file.lines", 0, 0)
                        .component("words", "text.split", 260, 0)
                        .component("count", "data.count", 520, 0)
                        .link("lines.outbox", "words.inbox")
                        .link("words.outbox", "count.inbox")
                        .graph()));
        OpenDocument first = editor.open();
        String written = GraphFile.format(first.document().root().graph());
        for (int done = 0; done < ACTIONS; done++) {
            String what = "";
            try {
                what = act();
                editor.settle();
                assertThat(thrown).isEmpty();
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed + ", action " + done + ", " + what + ": " + failure, failure);
            }
        }
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.run(() -> first.document().goTo(0));
        assertThat(GraphFile.format(first.document().root().graph()))
                .as("seed %d: all undone", seed)
                .isEqualTo(written);
        assertThat(thrown).as("seed %d", seed).isEmpty();
    }

    private String act() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> startAction();
            case 4 -> {
                KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
                editor.keys(key);
                yield "key " + key;
            }
            case 5 -> {
                editor.type("ab");
                yield "typing";
            }
            case 6 -> {
                Point2D at = place();
                editor.click(at.getX(), at.getY());
                yield "click at " + at;
            }
            default -> {
                Point2D from = place();
                Point2D to = place();
                editor.drag(from.getX(), from.getY(), to.getX(), to.getY(), held());
                yield "drag from " + from + " to " + to;
            }
        };
    }

    private KeyCode[] held() {
        return switch (random.nextInt(6)) {
            case 0 -> new KeyCode[] {KeyCode.SHIFT};
            case 1 -> new KeyCode[] {KeyCode.ALT};
            case 2 -> new KeyCode[] {KeyCode.CONTROL};
            default -> new KeyCode[0];
        };
    }

    private String startAction() {
        List<Action> possible = EditorFixture.call(() -> editor.window().actions().all().stream()
                .filter(action -> !NOT_HERE.contains(action.id()) && action.isEnabled())
                .toList());
        Action action = possible.get(random.nextInt(possible.size()));
        editor.action(action.id());
        return "action " + action.id();
    }

    /** A point of the canvas, mostly on a component, or anywhere in the window below the menus. */
    private Point2D place() {
        List<Node> cards = EditorFixture.call(() ->
                editor.scene().getRoot().lookupAll(".graph-component").stream().toList());
        if (!cards.isEmpty() && random.nextInt(3) > 0) {
            return editor.middle(cards.get(random.nextInt(cards.size())));
        }
        double width = editor.scene().getWidth();
        double height = editor.scene().getHeight();
        return new Point2D(200 + random.nextDouble() * (width - 450), 120 + random.nextDouble() * (height - 200));
    }
}
