package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.GraphStore;
import io.myelin.app.editor.file.GraphsOnDisk;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.plan.SecretSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Opens the whole editor for a test, with no display or on a real one ({@code -Dmyelin.ui=x11}), and drives it as people
 * do. Register it by {@code @RegisterExtension}; its methods are called from the test's thread.
 */
public final class EditorFixture implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DRAG_STEPS = 6;

    private final FxRobot robot = new FxRobot();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final double width;
    private final double height;
    private final Language language;
    private Locale before = Locale.getDefault();
    private Path folder;
    private Stage stage;
    private EditorWindow window;
    private Pointer pointer;
    private Optional<EditorSettingsFile> settings = Optional.empty();
    private SecretSource secrets = _ -> Optional.empty();
    private GraphStore store = new GraphsOnDisk();

    /** An editor in a window of 1000 × 700, which every screen has. */
    public EditorFixture() {
        this(1000, 700);
    }

    /** An editor in a window of this size. */
    public EditorFixture(double width, double height) {
        this(width, height, Language.ENGLISH);
    }

    /** An editor in a window of this size, in this language. */
    public EditorFixture(double width, double height, Language language) {
        this.width = width;
        this.height = height;
        this.language = language;
    }

    /** The files that the editor reads and writes from its next start on. */
    public void setStore(GraphStore changed) {
        store = changed;
    }

    /** The secrets that the editor is given at its next start. */
    public void setSecrets(SecretSource given) {
        secrets = given;
    }

    /** Closes the window, waiting for what is still to be saved; false where it stays open. */
    public boolean close() {
        CompletableFuture<Boolean> closed = call(window::close);
        await("it is closed, or stays open", closed::isDone);
        return closed.join();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        begin();
    }

    /** Opens the editor on nothing, with settings of its own. */
    public void begin() throws Exception {
        before = Locale.getDefault();
        Locale.setDefault(language.locale(before));
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        folder = Files.createTempDirectory("myelin-editor").toRealPath();
        start();
    }

    /** Opens the editor, as the program does at its start, on {@code files}. */
    public void start(Path... files) {
        closeSettings();
        run(() -> {
            stage = new Stage();
            settings = Optional.of(new EditorSettingsFile(folder.resolve("config")));
            start(settings.get(), files);
        });
        pointer = Pointer.of(scene());
        settle();
    }

    private void closeSettings() {
        settings.ifPresent(EditorSettingsFile::close);
    }

    private void start(EditorSettingsFile settings, Path... files) {
        if (settings.settings().places().window().isEmpty()) {
            settings.update(remembered ->
                    remembered.withAppearance(remembered.appearance().withTheme(ThemeChoice.LIGHT)));
        }
        ComponentCatalog catalog = ComponentCatalog.installed(Locale.getDefault());
        window = new EditorWindow(stage, catalog, settings, dialogs, new WindowSecrets(secrets), store);
        if (settings.settings().places().window().isEmpty()) {
            stage.setWidth(width);
            stage.setHeight(height);
        }
        window.show(List.of(files));
        if (settings.settings().places().window().isEmpty()) {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        }
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        end();
    }

    /** Closes the editor, and leaves nothing on the disk. */
    public void end() throws Exception {
        robot.release(new KeyCode[0]);
        run(() -> {
            window.documents().all().forEach(window.documents()::remove);
            // A text field of a closed window would go on blinking its caret, which asks for frame after frame.
            scene().getRoot().requestFocus();
            window.close();
        });
        closeSettings();
        Locale.setDefault(before);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The window. */
    public EditorWindow window() {
        return window;
    }

    /** The dialogs, to be told their answers and asked what they showed. */
    public FakeDialogs dialogs() {
        return dialogs;
    }

    /** A folder of this test, empty at first. */
    public Path folder() {
        return folder;
    }

    /** The scene of the window. */
    public Scene scene() {
        return stage.getScene();
    }

    /** The document in front. */
    public Document document() {
        return open().document();
    }

    /** The document in front, in its tab. */
    public OpenDocument open() {
        return call(() -> window.documents().current().orElseThrow());
    }

    /** The graph in front. */
    public Graph graph() {
        return call(() -> document().graph());
    }

    /** Writes {@code graph} to a file of the test's folder. */
    public Path write(String name, Graph graph) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, GraphFile.format(graph));
        return file;
    }

    /** Writes {@code text} to a file of the test's folder and opens it by the Open action. */
    public void openText(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        open(file);
    }

    /** Opens a file by the Open action. */
    public void open(Path file) {
        dialogs.open(file);
        action("file.open");
    }

    /** Does an action, as its menu item would. */
    public void action(String id) {
        run(() -> window.actions().run(id));
        settle();
    }

    /** Does {@code work} on the window's thread and gives what it gives. */
    public static <T> T call(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception thrown) {
                throw new AssertionError(thrown);
            }
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable thrown) {
                done.completeExceptionally(thrown);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Does {@code work} on the window's thread and waits for it. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until {@code holds} is true on the window's thread; {@code what} says what was waited for. */
    public static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!call(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within " + PATIENCE.toSeconds() + " s it was not so that " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** What is printed, a line each; none until its panel has come to the front. */
    public List<String> consoleLines() {
        return call(() -> scene().lookup("#console") instanceof ListView<?> list
                ? list.getItems().stream().map(String::valueOf).toList()
                : List.<String>of());
    }

    /** What is printed, as one text. */
    public String console() {
        return String.join("\n", consoleLines());
    }

    /** Waits until {@code text} is printed. */
    public void awaitConsole(String text) {
        await("'" + text + "' is printed", () -> console().contains(text));
    }

    /** Waits until what has been asked of the window has been done, files read and written, and laid out. */
    public void settle() {
        await("all files are read and written", () -> !window.isBusyWithFiles());
        layOut();
    }

    /** Lays out what has been asked of the window, whatever files are still read or written. */
    public void layOut() {
        for (int i = 0; i < 3; i++) {
            run(() -> {
                scene().getRoot().applyCss();
                scene().getRoot().layout();
            });
        }
    }

    /** The one visible node that a CSS selector finds; waits for it. */
    public Node node(String selector) {
        await("'" + selector + "' is shown", () -> find(selector).findAny().isPresent());
        return call(() -> find(selector).findFirst().orElseThrow());
    }

    /** The one visible node that a CSS selector finds, as what it is; waits for it. */
    public <T extends Node> T node(String selector, Class<T> type) {
        return type.cast(node(selector));
    }

    /** Whether a visible node is found by a CSS selector. */
    public boolean isShown(String selector) {
        return call(() -> find(selector).findAny().isPresent());
    }

    private Stream<Node> find(String selector) {
        return scene().getRoot().lookupAll(selector).stream().filter(EditorFixture::isShown);
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The middle of a node, in the scene. */
    public Point2D middle(Node node) {
        // What was shown a moment ago has its place only after the next layout.
        settle();
        return call(() -> {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /** Clicks on a node that a CSS selector finds. */
    public void click(String selector) {
        click(node(selector));
    }

    /** Clicks on a node. */
    public void click(Node node) {
        Point2D at = middle(node);
        click(at.getX(), at.getY());
    }

    /** Clicks with the right button at a point of the scene. */
    public void rightClick(double x, double y) {
        pointer.move(x, y);
        pointer.press(MouseButton.SECONDARY, Set.of());
        pointer.release();
        settle();
    }

    /** Clicks at a point of the scene, with these keys down. */
    public void click(double x, double y, KeyCode... keys) {
        press(x, y, keys);
        release();
    }

    /** Clicks twice on a node. */
    public void doubleClick(Node node) {
        Point2D at = middle(node);
        pointer.doubleClick(at.getX(), at.getY());
        settle();
    }

    /** Presses the left button at a point of the scene, with these keys down. */
    public void press(double x, double y, KeyCode... keys) {
        pointer.move(x, y);
        pointer.press(MouseButton.PRIMARY, keys.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(keys)));
    }

    /** Moves the pointer to a point of the scene. */
    public void move(double x, double y) {
        pointer.move(x, y);
    }

    /** Lets the left button go. */
    public void release() {
        pointer.release();
        settle();
    }

    /** Drags with the left button from one point of the scene to another, with these keys down. */
    public void drag(double fromX, double fromY, double toX, double toY, KeyCode... keys) {
        press(fromX, fromY, keys);
        for (int step = 1; step <= DRAG_STEPS; step++) {
            double part = (double) step / DRAG_STEPS;
            move(fromX + (toX - fromX) * part, fromY + (toY - fromY) * part);
        }
        release();
    }

    /** Types a text by the keyboard into what has the focus. */
    public void type(String text) {
        robot.write(text, 0);
        settle();
    }

    /** Presses keys together, in their order, and lets them go. */
    public void keys(KeyCode... keys) {
        robot.press(keys);
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.release(keys[i]);
        }
        settle();
    }

    /** Takes a picture of the window into {@code target/pictures}. */
    public void picture(String name) throws IOException {
        picture(name, 1);
    }

    /** Takes a picture of the window at so many pixels a unit. */
    public void picture(String name, double scale) throws IOException {
        settle();
        picture(name, scene(), scale);
    }

    /** Takes a picture of another window, such as a menu, into {@code target/pictures}. */
    public void picture(String name, Window shown) throws IOException {
        picture(name, shown.getScene(), 1);
    }

    private static void picture(String name, Scene scene, double scale) throws IOException {
        BufferedImage image = call(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(scale, scale));
            WritableImage shot = scene.getRoot().snapshot(parameters, null);
            return SwingFXUtils.fromFXImage(shot, null);
        });
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
