package io.myelin.app.editor;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.compare.ComparisonTab;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.journal.DocumentJournal;
import io.myelin.app.editor.journal.Journals;
import io.myelin.app.editor.level.LevelViews;
import io.myelin.app.editor.problem.BrokenFile;
import io.myelin.app.editor.problem.CheckedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import io.myelin.engine.plan.SecretSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/** The documents that are open, each in a tab, one of them in front. */
public final class OpenDocuments {
    private final TabPane tabs = new TabPane();
    private final Function<Document, GraphCanvas> canvases;
    private final Executor checks;
    private final SecretSource secrets;
    private final Journals journals;
    private final List<Consumer<Optional<OpenDocument>>> currentListeners = new ArrayList<>();
    private Consumer<OpenDocument> closeRequest = _ -> {};

    /** Documents with pictures by {@code canvases}, checked by {@code checks} with {@code secrets}, whose edits {@code journals} keep. */
    OpenDocuments(Function<Document, GraphCanvas> canvases, Executor checks, SecretSource secrets, Journals journals) {
        this.canvases = canvases;
        this.checks = checks;
        this.secrets = secrets;
        this.journals = journals;
        tabs.setId("documents");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    }

    TabPane node() {
        return tabs;
    }

    /** What to do when somebody wants to close a document by its tab. */
    void onCloseRequest(Consumer<OpenDocument> request) {
        closeRequest = request;
    }

    /** All of them, from left to right. */
    public List<OpenDocument> all() {
        return tabs.getTabs().stream()
                .map(Tab::getUserData)
                .filter(OpenDocument.class::isInstance)
                .map(OpenDocument.class::cast)
                .toList();
    }

    /** Whether there is no tab at all. */
    boolean isEmpty() {
        return tabs.getTabs().isEmpty();
    }

    /** The canvases of all of them, those of graphs inside graphs included. */
    List<GraphCanvas> allCanvases() {
        return all().stream()
                .flatMap(open -> open.levels().allCanvases().stream())
                .toList();
    }

    /** The one in front; empty where none is. */
    public Optional<OpenDocument> current() {
        return of(tabs.getSelectionModel().getSelectedItem());
    }

    /** Tells {@code listener} now and whenever another one, or another level of one, comes to the front. */
    public void onCurrent(Consumer<Optional<OpenDocument>> listener) {
        currentListeners.add(listener);
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> listener.accept(of(tab)));
    }

    /** Another level of {@code open} is shown: to whoever follows the one in front that is another graph. */
    private void levelShown(OpenDocument open) {
        if (current().filter(open::equals).isPresent()) {
            currentListeners.forEach(listener -> listener.accept(Optional.of(open)));
        }
    }

    private static Optional<OpenDocument> of(@Nullable Tab tab) {
        return tab != null && tab.getUserData() instanceof OpenDocument open ? Optional.of(open) : Optional.empty();
    }

    /** Opens {@code document} in a new tab and brings it to the front. */
    OpenDocument add(Document document, SourcePlaces places, FileState known) {
        return add(document, places, known, journals.begin(document, known.digest()));
    }

    /** Opens a document that has a journal already. */
    OpenDocument add(Document document, SourcePlaces places, FileState known, DocumentJournal journal) {
        OpenDocument open = made(document, places, known, journal);
        addInFront(open.tab());
        return open;
    }

    private void addInFront(Tab tab) {
        tabs.getTabs().add(tab);
        tabs.getSelectionModel().select(tab);
    }

    private OpenDocument made(Document document, SourcePlaces places, FileState known, DocumentJournal journal) {
        LevelViews levels = new LevelViews(document, canvases);
        OpenDocument open =
                new OpenDocument(document, levels, new CheckedGraph(document, places, secrets, checks), journal, known);
        levels.onShown(() -> levelShown(open));
        open.tab().setOnCloseRequest(event -> {
            event.consume();
            closeRequest.accept(open);
        });
        return open;
    }

    /** The one of {@code file}, which is absolute and normalized. */
    Optional<OpenDocument> find(Path file) {
        return all().stream()
                .filter(open -> open.root().file().equals(Optional.of(file)))
                .findFirst();
    }

    /** The files that tabs stand for, from left to right: those that are still being read, or hold no graph, too. */
    List<Path> files() {
        return tabs.getTabs().stream().flatMap(tab -> file(tab).stream()).toList();
    }

    /** The file that the tab in front stands for. */
    Optional<Path> frontFile() {
        return file(tabs.getSelectionModel().getSelectedItem());
    }

    private static Optional<Path> file(@Nullable Tab tab) {
        return switch (tab == null ? null : tab.getUserData()) {
            case OpenDocument open -> open.root().file();
            case OpeningFile opening -> Optional.of(opening.file());
            case Broken broken -> Optional.of(broken.file());
            case null, default -> Optional.empty();
        };
    }

    /** Brings the tab of {@code file} to the front, where there is one. */
    void select(Path file) {
        tabs.getTabs().stream()
                .filter(tab -> file(tab).filter(file::equals).isPresent())
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** What stands for {@code file} while that is read. */
    Optional<OpeningFile> opening(Path file) {
        return openings().filter(one -> one.file().equals(file)).findFirst();
    }

    /** Shows in a tab in front that {@code file} is being read. */
    OpeningFile addOpening(Path file) {
        OpeningFile opening = new OpeningFile(file, Document.name(file), tabs.getTabs()::remove);
        addInFront(opening.tab());
        return opening;
    }

    /** Whether some file is being read. */
    boolean isOpening() {
        return openings().findAny().isPresent();
    }

    private Stream<OpeningFile> openings() {
        return tabs.getTabs().stream()
                .map(Tab::getUserData)
                .filter(OpeningFile.class::isInstance)
                .map(OpeningFile.class::cast);
    }

    /** Calls off all that is being read. */
    void removeOpenings() {
        openings().toList().forEach(this::removeOpening);
    }

    /** Takes the tab away that stood for a file while that was read. */
    void removeOpening(OpeningFile opening) {
        tabs.getTabs().remove(opening.tab());
    }

    /** Opens {@code document}, as it was read, where {@code opening} stood. */
    OpenDocument replace(OpeningFile opening, Document document, SourcePlaces places, FileState known) {
        OpenDocument open = made(document, places, known, journals.begin(document, known.digest()));
        open.holds(document.graph(), known);
        replace(opening, open.tab());
        return open;
    }

    /** Somebody who has gone on to another tab meanwhile stays there. */
    private void replace(OpeningFile opening, Tab tab) {
        Tab front = tabs.getSelectionModel().getSelectedItem();
        tabs.getTabs().add(tabs.getTabs().indexOf(opening.tab()), tab);
        tabs.getSelectionModel().select(opening.tab().equals(front) ? tab : front);
        removeOpening(opening);
    }

    /** A file that holds no graph. */
    private record Broken(Path file) {}

    /** Shows where {@code opening} stood what is wrong with its file, which holds no graph. */
    void replaceByBroken(OpeningFile opening, List<Problem> problems, Runnable again) {
        replaceByBroken(opening, again, retry -> new BrokenFile(opening.file(), problems, retry));
    }

    /** Shows where {@code opening} stood that there is no such file. */
    void replaceByMissing(OpeningFile opening, Runnable again) {
        replaceByBroken(opening, again, retry -> BrokenFile.missing(opening.file(), retry));
    }

    private void replaceByBroken(OpeningFile opening, Runnable again, Function<Runnable, BrokenFile> shown) {
        Path file = opening.file();
        Tab tab = new Tab(file.getFileName().toString());
        tab.setUserData(new Broken(file));
        tab.setContent(shown.apply(() -> {
                    tabs.getTabs().remove(tab);
                    again.run();
                })
                .node());
        replace(opening, tab);
    }

    /** Shows a comparison in a tab of its own, in place of one with the same. */
    void add(ComparisonTab comparison) {
        comparisons().filter(comparison::isAgain).toList().forEach(this::remove);
        comparison.tab().setOnClosed(_ -> comparison.close());
        addInFront(comparison.tab());
    }

    private void remove(ComparisonTab comparison) {
        comparison.close();
        tabs.getTabs().remove(comparison.tab());
    }

    private Stream<ComparisonTab> comparisons() {
        return tabs.getTabs().stream()
                .map(Tab::getUserData)
                .filter(ComparisonTab.class::isInstance)
                .map(ComparisonTab.class::cast);
    }

    /** The canvases of all comparisons that are open. */
    List<GraphCanvas> comparedCanvases() {
        return comparisons().flatMap(one -> one.canvases().stream()).toList();
    }

    /** The comparison in front; empty where none is. */
    Optional<ComparisonTab> comparison() {
        return comparisons().filter(one -> one.tab().isSelected()).findFirst();
    }

    /** The canvas in front, of a document or of a comparison, where nothing can be edited. */
    Optional<GraphCanvas> canvas() {
        return current().map(OpenDocument::canvas).or(() -> comparison().flatMap(ComparisonTab::canvas));
    }

    /** Closes {@code open}, and what compares it, without asking. */
    void remove(OpenDocument open) {
        comparisons().filter(one -> one.document().equals(open.root())).toList().forEach(this::remove);
        open.close();
        tabs.getTabs().remove(open.tab());
    }

    /** Closes the tab in front where it holds no document; false where it does. */
    boolean removeBroken() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        comparison().ifPresent(ComparisonTab::close);
        return tab != null && of(tab).isEmpty() && tabs.getTabs().remove(tab);
    }

    /** Brings {@code open} to the front. */
    public void select(OpenDocument open) {
        tabs.getSelectionModel().select(open.tab());
    }

    /** Brings the next one to the front, or the one before for {@code -1}; the first follows the last. */
    void selectNext(int step) {
        int count = tabs.getTabs().size();
        if (count > 0) {
            int index = tabs.getSelectionModel().getSelectedIndex();
            tabs.getSelectionModel().select(Math.floorMod(index + step, count));
        }
    }
}
