package io.myelin.app.editor;

import io.myelin.app.editor.access.FocusRegions;
import io.myelin.app.editor.access.FocusRing;
import io.myelin.app.editor.access.Motion;
import io.myelin.app.editor.access.TextSize;
import io.myelin.app.editor.action.ActionKeys;
import io.myelin.app.editor.action.ActionMenus;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.KeyBindings;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.GraphStore;
import io.myelin.app.editor.file.GraphsOnDisk;
import io.myelin.app.editor.file.WindowPlaces;
import io.myelin.app.editor.inspector.InspectorPanel;
import io.myelin.app.editor.journal.Journals;
import io.myelin.app.editor.level.UsedGraphs;
import io.myelin.app.editor.palette.GraphLibrary;
import io.myelin.app.editor.palette.PalettePanel;
import io.myelin.app.editor.theme.EditorTheme;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.SecretSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The editor's window: menus and tool bar above, the palette on the left, graphs in tabs, the inspector on the right,
 * further panels and a status line below. Everything in it belongs to the JavaFX thread.
 */
public final class EditorWindow {
    private static final Texts TEXTS = Texts.of(EditorWindow.class);

    private final Stage stage;
    private final EditorSettingsFile settings;
    private final Dialogs dialogs;
    private final ActionRegistry actions = new ActionRegistry();
    private final Overlay overlay = new Overlay();
    private final ExecutorService checks = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("editor-check").factory());
    private final Journals journals;
    private final OpenDocuments documents;
    private final CanvasKeyActions canvasKeys;
    private final Comparisons comparisons;
    private final FileCommands files;
    private final OpenFiles openFiles;
    private final Recovery recovery;
    private final EditCommands edits;
    private final DiskWatch disk;
    private final PanelLayout panels;
    private final PalettePanel palette;
    private final InspectorPanel inspector;
    private final FrontDocument front;
    private final StatusBar status;
    private final ToolBar tools;
    private final EditorTheme theme;
    private final ActionKeys keys;
    private final WindowCanvases canvases = new WindowCanvases(this);
    private final StructureActions structure;
    private final GraphLibrary library;
    private final UsedGraphs usedGraphs;
    private final WindowRuns runs;
    private final FocusRegions regions;
    private final Motion motion;
    private final SecretSource secrets;
    private @Nullable CompletableFuture<Boolean> closing;
    private boolean isEnded;

    /** Builds the window in {@code stage}, which {@link #show} shows. */
    public EditorWindow(
            Stage stage, ComponentCatalog catalog, EditorSettingsFile settings, Dialogs dialogs, SecretSource secrets) {
        this(stage, catalog, settings, dialogs, secrets, new GraphsOnDisk());
    }

    /** As above, with the files of {@code store}. */
    EditorWindow(
            Stage stage,
            ComponentCatalog catalog,
            EditorSettingsFile settings,
            Dialogs dialogs,
            SecretSource secrets,
            GraphStore store) {
        this.stage = stage;
        this.settings = settings;
        this.dialogs = dialogs;
        this.secrets = secrets;
        this.status = new StatusBar(() -> front().showProblems(), () -> actions.run("view.actual-size"));
        this.journals = new Journals(
                settings.folder().resolve("journal"),
                text -> Platform.runLater(() -> dialogs.showError(TEXTS.get("failed.journal"), text)));
        this.usedGraphs = new UsedGraphs(checks, Platform::runLater, this::drawUsedGraphs);
        this.documents = new OpenDocuments(canvases::editing, checks, secrets, journals);
        this.canvasKeys = new CanvasKeyActions(actions, documents);
        this.comparisons = new Comparisons(documents, canvases::viewing, checks, dialogs, status::say);
        this.files = new FileCommands(
                documents,
                comparisons,
                catalog,
                new FileSurroundings(dialogs, settings, store, new FileThreads(), status::say));
        GraphOpening opening = files.opening();
        this.openFiles = new OpenFiles(documents, opening, settings, status::say);
        this.recovery = new Recovery(
                journals,
                opening,
                comparisons,
                catalog,
                dialogs,
                overlay,
                checks,
                () -> Platform.runLater(this::focusCanvas));
        this.edits = new EditCommands(status::refuse);
        this.disk = new DiskWatch(store, files::isUnderWay, files.outside()::changed);
        Pane dragLayer = new Pane();
        dragLayer.setMouseTransparent(true);
        this.palette = new PalettePanel(catalog, new CanvasPlacing(documents, edits), dragLayer);
        this.inspector = new InspectorPanel(dialogs, usedGraphs::find);
        inspector.onLeave(this::focusCanvas);
        this.panels = new PanelLayout(
                palette.node(),
                documents.node(),
                inspector.node(),
                settings.settings().places().panels());
        this.front =
                new FrontDocument(documents, inspector, status, panels.bottom(), stage::setTitle, actions::refresh);
        this.library = new GraphLibrary(settings.folder().resolve("graphs"), checks, Platform::runLater);
        library.onShown(palette::showLibrary);
        this.structure = new StructureActions(actions, documents, opening::open, status::say, this::isTyping);
        actions.bind(new KeyBindings(settings.folder()));
        new ActionSet(this, files, edits, comparisons).addAll(structure, library, canvasKeys);
        this.tools = new ToolBar(actions);
        this.regions = regions();
        BorderPane body = new BorderPane(panels.node());
        VBox top = new VBox(tools.node());
        body.setTop(top);
        body.setBottom(status.node());
        DroppedFiles dropped = new DroppedFiles(() -> !overlay.isShowing(), opening::open);
        StackPane root = new StackPane(body, dragLayer, dropped.hint(), overlay.node());
        dropped.takeAt(root);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::cancelDrag);
        Scene scene = new Scene(root, 1280, 800);
        this.keys = new ActionKeys(scene, actions, overlay::isShowing);
        actions.onRefusal(action ->
                ActionRefusals.of(action, documents.current().isPresent()).ifPresent(status::say));
        FocusRing.follow(scene);
        this.theme = new EditorTheme(scene, settings.settings().appearance().theme());
        // After the sheet of the look, which gives icons sizes for the usual texts.
        TextSize.set(scene, settings.settings().appearance().comfort().textSize());
        panels.setTextSize(settings.settings().appearance().comfort().textSize());
        this.motion = new Motion(
                settings.settings().appearance().comfort().motion(),
                still -> documents.allCanvases().forEach(canvas -> canvas.setStill(still)));
        stage.setScene(scene);
        stage.setTitle("Myelin");
        documents.onCloseRequest(open -> {
            var _ = files.closing().close(open);
        });
        documents.onCurrent(this::follow);
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                disk.lookNow();
                library.look();
                usedGraphs.look();
            }
        });
        stage.setOnCloseRequest(event -> {
            event.consume();
            askToClose();
        });
        this.runs = actions.together(() -> new WindowRuns(this));
        // When all actions are there, so that the menus are made once.
        top.getChildren()
                .addFirst(new ActionMenus(
                                actions,
                                Map.of(
                                        CanvasKeyActions.STEPS, canvasKeys.menu(),
                                        RecentMenu.PLACE, new RecentMenu(opening::recent, opening::open).menu(),
                                        SampleMenu.PLACE, new SampleMenu(checks, opening::open).menu()))
                        .bar());
    }

    /** Shows the window where it was the last time, with {@code files} open, or an empty graph. */
    public void show(List<Path> files) {
        WindowPlacing.restore(stage, settings.settings().places().window());
        openFiles.begin(files);
        if (documents.isEmpty()) {
            this.files.opening().newDocument();
        }
        library.look();
        stage.show();
        panels.restoreSizes();
        recovery.offer();
    }

    /**
     * Closes the window once all is saved, asking first where that would lose work; gives false where it stays open. On
     * the window's thread, on which also what comes of it is told.
     */
    public CompletableFuture<Boolean> close() {
        if (closing == null || closing.isDone()) {
            closing = files.closing().mayCloseAll().thenApply(may -> {
                if (may) {
                    end();
                }
                return may;
            });
        } else if (files.closing().waits() && files.closing().isNotToWait()) {
            end();
        }
        return closing;
    }

    /** As {@link #close}, whatever comes of it. */
    void askToClose() {
        var _ = close();
    }

    private void end() {
        if (isEnded) {
            return;
        }
        isEnded = true;
        WindowPlaces places = new WindowPlaces(Optional.of(WindowPlacing.of(stage)), panels.sizes());
        settings.update(remembered -> remembered.withPlaces(places));
        openFiles.end();
        documents.removeOpenings();
        List.copyOf(documents.all()).forEach(open -> {
            if (files.isUnderWay(open)) {
                // It is not known what its file will hold: the next start offers what it was.
                open.keepJournal();
            }
            documents.remove(open);
        });
        recovery.close();
        journals.close();
        disk.close();
        checks.shutdownNow();
        motion.close();
        files.close();
        stage.close();
    }

    /** All actions; more may be added. */
    public ActionRegistry actions() {
        return actions;
    }

    /** Done when the runs of all documents that were closed have ended; on whatever thread ends the last. */
    CompletionStage<Void> closedRunsEnded() {
        return runs.closedRunsEnded();
    }

    /** Whether files are being read or written that people have asked for. */
    boolean isBusyWithFiles() {
        return documents.isOpening() || files.closing().waits();
    }

    /** The documents that are open. */
    public OpenDocuments documents() {
        return documents;
    }

    /** The panels below the canvas. */
    public BottomPanel bottomPanel() {
        return panels.bottom();
    }

    /** The graphs in files that components stand for. */
    UsedGraphs usedGraphs() {
        return usedGraphs;
    }

    private void drawUsedGraphs() {
        documents.allCanvases().forEach(GraphCanvas::graphsInFilesChanged);
        documents.comparedCanvases().forEach(GraphCanvas::graphsInFilesChanged);
        inspector.graphsInFilesChanged();
    }

    /** What is done with graphs inside graphs. */
    StructureActions structure() {
        return structure;
    }

    private boolean isTyping() {
        return stage.getScene() != null && stage.getScene().getFocusOwner() instanceof TextInputControl;
    }

    /** The panels around the documents. */
    PanelLayout panels() {
        return panels;
    }

    /** The tool bar. */
    public ToolBar toolBar() {
        return tools;
    }

    /** The line at the bottom. */
    public StatusBar statusBar() {
        return status;
    }

    /** Opens {@code graph}, which stands in no file, and is called {@code name} until it does. */
    void openGraph(Graph graph, String name) {
        files.opening().newDocument(graph, name);
    }

    /** What is laid above the window. */
    public Overlay overlay() {
        return overlay;
    }

    /** The dialogs in front of the window. */
    public Dialogs dialogs() {
        return dialogs;
    }

    /** The secrets of runs. */
    SecretSource secrets() {
        return secrets;
    }

    /** The look. */
    public EditorTheme theme() {
        return theme;
    }

    /** Whether things move. */
    Motion motion() {
        return motion;
    }

    /** What is remembered of the user. */
    public EditorSettingsFile settings() {
        return settings;
    }

    /** The panel on the right. */
    public InspectorPanel inspector() {
        return inspector;
    }

    /** The panel on the left. */
    public PalettePanel palette() {
        return palette;
    }

    /** The window itself. */
    public Stage stage() {
        return stage;
    }

    /** Lets keys be actions and steps on {@code canvas} too. */
    void listenKeys(GraphCanvas canvas) {
        // Before the tabs around it, which take Home and the like for themselves.
        keys.listenAt(canvas.node());
        canvas.leaveKeys(canvasKeys::isTheirs);
    }

    /** The canvases. */
    WindowCanvases canvases() {
        return canvases;
    }

    /** What is shown of the document in front, apart from its canvas. */
    FrontDocument front() {
        return front;
    }

    private void follow(Optional<OpenDocument> current) {
        usedGraphs.look();
        front.follow(current, () -> {
            disk.watch(documents.all());
            openFiles.changed();
        });
    }

    private FocusRegions regions() {
        return new FocusRegions(stage::getScene)
                .add("tools", () -> Optional.of(tools.node()))
                .add("palette", () -> Optional.of(palette.node()))
                .add(
                        "graph",
                        () -> documents.current().map(open -> open.canvas().node()))
                .add("inspector", () -> Optional.of(inspector.node()))
                .add("panels", () -> Optional.of(panels.bottom().node()))
                .add("status", () -> Optional.of(status.node()));
    }

    /** Gives the focus to the next part of the window, or with -1 to the one before; not while something lies above it. */
    void goToRegion(int by) {
        if (!overlay.isShowing()) {
            regions.step(by);
        }
    }

    /** Gives the focus to the graph in front, unless something lies above it. */
    private void focusCanvas() {
        documents
                .canvas()
                .filter(_ -> !overlay.isShowing())
                .ifPresent(canvas -> canvas.node().requestFocus());
    }

    private void cancelDrag(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && palette.cancelDrag()) {
            event.consume();
        }
    }
}
