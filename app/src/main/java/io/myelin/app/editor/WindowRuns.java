package io.myelin.app.editor;

import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.BreakpointFiles;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.level.LevelViews;
import io.myelin.app.editor.live.LiveHost;
import io.myelin.app.editor.live.RunDesk;
import io.myelin.app.editor.live.ShownLevel;
import io.myelin.app.editor.live.run.RunBreakpoints;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.plan.SecretSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.HBox;

/** Joins the runs of documents to the window that they are open in. */
final class WindowRuns implements LiveHost {
    private final EditorWindow window;
    private final RunDesk desk;

    /** For {@code window}, which is complete but for this. */
    WindowRuns(EditorWindow window) {
        this.window = window;
        this.desk = new RunDesk(this);
        window.documents().onCurrent(open -> desk.show(open.map(OpenDocument::root)));
        window.documents().node().getTabs().addListener((ListChangeListener<Tab>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::closed);
            }
        });
        window.canvases()
                .onLinkClicked(
                        link -> window.documents().current().ifPresent(open -> desk.linkClicked(open.root(), link)));
    }

    private void closed(Tab tab) {
        // A tab that is dragged to another place is taken out and put back.
        if (tab.getUserData() instanceof OpenDocument open
                && !window.documents().all().contains(open)) {
            desk.close(open.root());
        }
    }

    /** Done when the runs of all documents that were closed have ended. */
    CompletionStage<Void> closedRunsEnded() {
        return desk.closedRunsEnded();
    }

    @Override
    public ActionRegistry actions() {
        return window.actions();
    }

    @Override
    public SecretSource secrets() {
        return window.secrets();
    }

    @Override
    public BreakpointFiles breakpointFiles() {
        return new BreakpointFiles(window.settings().folder().resolve("breakpoints"));
    }

    @Override
    public boolean followsEdits() {
        return window.settings().settings().followsEdits();
    }

    @Override
    public void setFollowsEdits(boolean follows) {
        window.settings().update(remembered -> remembered.withFollowsEdits(follows));
    }

    @Override
    public void addStatus(Node node) {
        window.statusBar().add(node);
    }

    @Override
    public HBox runControls() {
        return window.toolBar().runControls();
    }

    @Override
    public Tab addPanel(String id, String title, String icon, Node content) {
        return window.bottomPanel().add(id, title, icon, content);
    }

    @Override
    public void showPanel(Tab panel) {
        window.bottomPanel().show(panel);
    }

    @Override
    public void removePanel(Tab panel) {
        panel.getTabPane().getTabs().remove(panel);
    }

    @Override
    public void showProblems() {
        window.front().showProblems();
    }

    @Override
    public void showLive(Document document, LiveView view) {
        withOpen(document.root(), open -> open.levels().canvasOf(document).showLive(view));
    }

    @Override
    public Document shownLevel(Document document) {
        return window.documents().all().stream()
                .filter(open -> open.root().equals(document))
                .findFirst()
                .map(OpenDocument::document)
                .orElse(document);
    }

    @Override
    public Optional<ShownLevel> shownInstance(Document document) {
        return window.documents().all().stream()
                .filter(open -> open.root().equals(document))
                .map(OpenDocument::levels)
                .filter(LevelViews::isInside)
                .findFirst()
                .flatMap(levels -> levels.instance().map(path -> new ShownLevel(levels.current(), path)));
    }

    @Override
    public void showHeld(Document document, Set<RunBreakpoints.Place> wires) {
        withOpen(
                document,
                open -> open.levels()
                        .allCanvases()
                        .forEach(canvas -> canvas.showHeld(level -> wires.stream()
                                .filter(place -> place.level().equals(level))
                                .map(RunBreakpoints.Place::link)
                                .collect(Collectors.toSet()))));
    }

    @Override
    public void reveal(Document document, String component) {
        withOpen(document, open -> {
            open.levels().show(document);
            document.selection().select(component);
            open.canvas().centreOn(component);
        });
    }

    @Override
    public void revealInside(Document document, String path) {
        withOpen(document, open -> {
            List<String> ids = List.of(path.split("/"));
            String id = ids.get(open.levels().showAlong(ids.subList(0, ids.size() - 1)));
            open.document().selection().select(id);
            open.canvas().centreOn(id);
        });
    }

    private void withOpen(Document document, Consumer<OpenDocument> task) {
        Optional<OpenDocument> found = window.documents().all().stream()
                .filter(open -> open.root().equals(document))
                .findFirst();
        found.ifPresent(task);
    }

    @Override
    public void openGraph(Graph graph, String name) {
        window.openGraph(graph, name);
    }

    @Override
    public Overlay overlay() {
        return window.overlay();
    }

    @Override
    public Dialogs dialogs() {
        return window.dialogs();
    }

    @Override
    public void say(String text) {
        window.statusBar().say(text);
    }

    @Override
    public void refuse(String reason) {
        window.statusBar().refuse(reason);
    }

    @Override
    public void announce(String text) {
        window.statusBar().announce(text);
    }
}
