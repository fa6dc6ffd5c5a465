package io.myelin.app.editor.canvas;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.sun.javafx.scene.SceneHelper;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * A canvas in a window, for tests: feeds it the whole events that a real pointer makes, through the scene. Call it from
 * the test's own thread.
 */
public final class CanvasFixture implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final double SCREEN = 1000;

    private final Stage stage;
    private final Scene scene;
    private final Document document;
    private final GraphCanvas canvas;
    private final Set<KeyCode> held = EnumSet.noneOf(KeyCode.class);
    private MouseButton button = MouseButton.NONE;

    private CanvasFixture(Stage stage, Scene scene, Document document, GraphCanvas canvas) {
        this.stage = stage;
        this.scene = scene;
        this.document = document;
        this.canvas = canvas;
    }

    /** Opens a window of this size with a canvas on {@code graph}. */
    public static CanvasFixture open(Graph graph, double width, double height) {
        return open(graph, width, height, CanvasHooks.none());
    }

    /** Opens a window of this size with a canvas on {@code graph}. */
    public static CanvasFixture open(Graph graph, double width, double height, CanvasHooks hooks) {
        start();
        return call(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Document document = new Document(ComponentCatalog.installed(), graph, Optional.empty());
            GraphCanvas canvas = new GraphCanvas(document, hooks);
            // The headless screen is small: the canvas may be larger than its window, as long as pictures are of
            // itself.
            Pane root = new Pane(canvas.node());
            canvas.node().setManaged(false);
            canvas.node().resize(width, height);
            Scene scene = new Scene(root, Math.min(width, SCREEN), Math.min(height, SCREEN));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            canvas.node().requestFocus();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return new CanvasFixture(stage, scene, document, canvas);
        });
    }

    /** Starts JavaFX, if it does not run yet. */
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyRunning) {
            started.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX did not start within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Does something on the window's thread and waits for it. */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable thrown) {
                done.completeExceptionally(thrown);
            }
        });
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Does something on the window's thread and waits for it. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until something holds on the window's thread. */
    public static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!call(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within " + PATIENCE_SECONDS + " s it was not so that " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** Waits for one pulse of the window to have passed. */
    public static void pulse() {
        CountDownLatch passed = new CountDownLatch(2);
        run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                passed.countDown();
                if (passed.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        try {
            if (!passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no pulse within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** What is edited. */
    public Document document() {
        return document;
    }

    /** The canvas. */
    public GraphCanvas canvas() {
        return canvas;
    }

    /** Takes the dark theme. */
    public CanvasFixture dark() {
        run(() -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            scene.getRoot().applyCss();
        });
        return this;
    }

    /** Holds a key down, as far as the pointer's events are concerned. */
    public CanvasFixture hold(KeyCode key) {
        held.add(key);
        return this;
    }

    /** Lets all held keys go. */
    public CanvasFixture letGo() {
        held.clear();
        return this;
    }

    /** Moves the pointer to a place of the scene; drags where a button is held. */
    public CanvasFixture move(double x, double y) {
        mouse(button == MouseButton.NONE ? MouseEvent.MOUSE_MOVED : MouseEvent.MOUSE_DRAGGED, x, y, 0);
        return this;
    }

    /** Presses a button. */
    public CanvasFixture press(MouseButton pressed, double x, double y) {
        move(x, y);
        button = pressed;
        mouse(MouseEvent.MOUSE_PRESSED, x, y, 1);
        return this;
    }

    /** Lets the button go. */
    public CanvasFixture release(double x, double y) {
        mouse(MouseEvent.MOUSE_RELEASED, x, y, 1);
        button = MouseButton.NONE;
        return this;
    }

    /** Drags with the left button in a few steps. */
    public CanvasFixture drag(double fromX, double fromY, double toX, double toY) {
        press(MouseButton.PRIMARY, fromX, fromY);
        for (int step = 1; step <= 4; step++) {
            move(fromX + (toX - fromX) * step / 4, fromY + (toY - fromY) * step / 4);
        }
        return release(toX, toY);
    }

    /** Clicks with the left button. */
    public CanvasFixture click(double x, double y) {
        press(MouseButton.PRIMARY, x, y);
        return release(x, y);
    }

    /** Double-clicks with the left button. */
    public CanvasFixture doubleClick(double x, double y) {
        click(x, y);
        button = MouseButton.PRIMARY;
        mouse(MouseEvent.MOUSE_PRESSED, x, y, 2);
        mouse(MouseEvent.MOUSE_RELEASED, x, y, 2);
        button = MouseButton.NONE;
        return this;
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        MouseButton changed = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : button;
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_MOVED;
        run(() -> {
            SceneHelper.processMouseEvent(
                    scene,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            changed,
                            clicks,
                            held.contains(KeyCode.SHIFT),
                            held.contains(KeyCode.CONTROL),
                            held.contains(KeyCode.ALT),
                            false,
                            down && button == MouseButton.PRIMARY,
                            down && button == MouseButton.MIDDLE,
                            down && button == MouseButton.SECONDARY,
                            false,
                            false,
                            true,
                            null));
            scene.getRoot().layout();
        });
    }

    /** Turns the wheel by so many pixels down. */
    public CanvasFixture scroll(double x, double y, double dx, double dy) {
        run(() -> javafx.event.Event.fireEvent(
                canvas.node(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        y,
                        x,
                        y,
                        held.contains(KeyCode.SHIFT),
                        held.contains(KeyCode.CONTROL),
                        held.contains(KeyCode.ALT),
                        false,
                        false,
                        false,
                        dx,
                        dy,
                        dx,
                        dy,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
        return this;
    }

    /** Presses a key and lets it go, where the focus is. */
    public CanvasFixture type(KeyCode key) {
        key(KeyEvent.KEY_PRESSED, key);
        return key(KeyEvent.KEY_RELEASED, key);
    }

    /** Sends one event of a key to where the focus is. */
    public CanvasFixture key(EventType<KeyEvent> type, KeyCode key) {
        run(() -> {
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            javafx.event.Event.fireEvent(
                    target,
                    new KeyEvent(
                            type,
                            "",
                            "",
                            key,
                            held.contains(KeyCode.SHIFT),
                            held.contains(KeyCode.CONTROL),
                            held.contains(KeyCode.ALT),
                            false));
        });
        return this;
    }

    /** Types letters into what has the focus. */
    public CanvasFixture write(String text) {
        run(() -> {
            Node target = scene.getFocusOwner();
            if (target instanceof javafx.scene.control.TextInputControl field) {
                field.replaceSelection(text);
            }
        });
        return this;
    }

    /** Where a box's socket is in the scene; the box written {@code component.box}. */
    public Point2D socket(String box) {
        return call(() -> {
            BoxReference reference = SampleGraphs.box(box);
            Point centre = canvas.geometry()
                    .component(reference.component())
                    .orElseThrow()
                    .boxes()
                    .filter(one -> one.reference().equals(reference))
                    .findFirst()
                    .orElseThrow()
                    .centre();
            Point screen = canvas.interaction().viewport().toScreen(centre);
            return canvas.node().localToScene(screen.x(), screen.y());
        });
    }

    /** Where a place of the world is in the scene. */
    public Point2D at(double x, double y) {
        return call(() -> {
            Point screen = canvas.interaction().viewport().toScreen(new Point(x, y));
            return canvas.node().localToScene(screen.x(), screen.y());
        });
    }

    /** Where a component's title is in the scene. */
    public Point2D title(String id) {
        return call(() -> {
            Bounds bounds = canvas.geometry().component(id).orElseThrow().bounds();
            Point screen = canvas.interaction().viewport().toScreen(new Point(bounds.x() + 60, bounds.y() + 12));
            return canvas.node().localToScene(screen.x(), screen.y());
        });
    }

    /** Where {@code place} of the window is when what is there has gone so far in the graph. */
    public Point2D moved(Point2D place, double x, double y) {
        double zoom = call(() -> canvas.zoomProperty().get());
        return place.add(x * zoom, y * zoom);
    }

    /** Shows a run, and waits until its first figures are painted. */
    public CanvasFixture show(LiveView life) {
        long before = call(canvas::paintings);
        run(() -> canvas.showLive(life));
        await("the figures are painted", () -> canvas.paintings() > before);
        return this;
    }

    /** The node with this id, if it is there. */
    public Optional<Node> find(String id) {
        return call(() -> Optional.ofNullable(scene.getRoot().lookup("#" + id)));
    }

    /** Writes a picture of the window, so many times as large, to {@code target/pictures}. */
    public Path picture(String name, double scale) {
        return call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            WritableImage image = canvas.node().snapshot(parameters, null);
            return write(image, name);
        });
    }

    private static Path write(WritableImage image, String name) {
        try {
            Path file = Path.of("target", "pictures", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        run(() -> {
            canvas.close();
            stage.close();
        });
    }
}
