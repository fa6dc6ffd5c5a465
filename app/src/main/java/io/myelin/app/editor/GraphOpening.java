package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.GraphStore;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.editor.journal.RecoveredDocument;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings graphs into tabs: new ones, those of files, and what was recovered. Files are read beside the window's thread. */
final class GraphOpening {
    private static final Texts TEXTS = Texts.of(GraphOpening.class);

    private static final Logger LOG = LoggerFactory.getLogger(GraphOpening.class);

    private final OpenDocuments documents;
    private final ComponentCatalog catalog;
    private final Dialogs dialogs;
    private final EditorSettingsFile settings;
    private final GraphStore store;
    private final FileThreads threads;
    private final GraphSaving saving;
    private final OutsideChanges outside;
    private final Consumer<String> say;

    GraphOpening(
            OpenDocuments documents,
            ComponentCatalog catalog,
            FileSurroundings around,
            GraphSaving saving,
            OutsideChanges outside) {
        this.documents = documents;
        this.catalog = catalog;
        this.dialogs = around.dialogs();
        this.settings = around.settings();
        this.store = around.store();
        this.threads = around.threads();
        this.saving = saving;
        this.outside = outside;
        this.say = around.say();
    }

    /** Opens a new, empty graph. */
    void newDocument() {
        newDocument(Graph.EMPTY);
    }

    /** Opens {@code graph}, which stands in no file. */
    void newDocument(Graph graph) {
        add(new Document(catalog, graph, Optional.empty()));
    }

    /** Opens {@code graph}, which stands in no file and is called {@code name} until it does. */
    void newDocument(Graph graph, String name) {
        add(new Document(catalog, graph, Optional.empty()).call(name));
    }

    private void add(Document document) {
        documents.add(document, SourcePlaces.NONE, FileState.ABSENT);
    }

    /** Asks which files to open, and opens them. */
    void chooseAndOpen() {
        Path start = documents
                .current()
                .map(open -> open.document().folder())
                .orElseGet(() -> Path.of("").toAbsolutePath());
        dialogs.chooseGraphsToOpen(start).forEach(this::open);
    }

    /**
     * Opens {@code path} as soon as it is read, or brings it to the front where it is open; what is wrong with it is
     * shown in its tab.
     */
    void open(Path path) {
        open(path, _ -> {}, Optional.empty());
    }

    /** As {@link #open}, but where there is no such file nothing is shown, and {@code gone} is told. */
    void openAgain(Path path, Consumer<OpenDocument> then, Runnable gone) {
        open(path, then, Optional.of(gone));
    }

    private void open(Path path, Consumer<OpenDocument> then, Optional<Runnable> gone) {
        Path file = path.toAbsolutePath().normalize();
        Optional<OpenDocument> already = documents.find(file);
        Optional<OpeningFile> opening = documents.opening(file);
        Optional<CompletableFuture<Boolean>> writing = saving.writing(file);
        if (already.isPresent()) {
            documents.select(already.get());
            then.accept(already.get());
        } else if (opening.isPresent()) {
            documents.select(file);
            opening.get().then(then);
        } else if (writing.isPresent()) {
            // It is about to be open.
            var _ = FileThreads.watched(writing.get().thenAccept(_ -> open(file, then, gone)));
        } else {
            read(file, then, gone);
        }
    }

    private void read(Path file, Consumer<OpenDocument> then, Optional<Runnable> gone) {
        OpeningFile opening = documents.addOpening(file);
        opening.then(then);
        CompletableFuture<ReadGraph> reading = threads.read(() -> store.read(file));
        opening.reads(reading);
        var _ = FileThreads.watched(reading.handle((read, failed) -> {
            if (!reading.isCancelled()) {
                show(opening, read, failed, gone);
            }
            return true;
        }));
    }

    private void show(
            OpeningFile opening, @Nullable ReadGraph read, @Nullable Throwable failed, Optional<Runnable> gone) {
        if (read != null) {
            show(opening, read);
        } else if (failed != null && failed.getCause() instanceof NoSuchFileException) {
            gone.ifPresentOrElse(
                    task -> {
                        documents.removeOpening(opening);
                        task.run();
                    },
                    () -> documents.replaceByMissing(opening, () -> open(opening.file())));
        } else {
            LOG.debug("{} cannot be read.", opening.file(), failed);
            String sentence = FileCommands.sentence(failed);
            Problem problem = new Problem(Problem.Severity.ERROR, "", 0, 0, sentence, Optional.empty());
            showBroken(opening, List.of(problem));
        }
    }

    private void showBroken(OpeningFile opening, List<Problem> problems) {
        documents.replaceByBroken(opening, problems, () -> open(opening.file()));
    }

    private void show(OpeningFile opening, ReadGraph read) {
        LoadedGraph loaded = read.loaded();
        if (loaded.graph().isEmpty()) {
            showBroken(opening, loaded.problems());
            return;
        }
        Optional<OpenDocument> untouched = onlyUntouched();
        Path file = opening.file();
        Document document = new Document(catalog, loaded.graph().get(), Optional.of(file));
        OpenDocument open = documents.replace(opening, document, loaded.places(), read.state());
        untouched.ifPresent(documents::remove);
        settings.update(remembered -> remembered.withRecent(file));
        opening.opened(open);
    }

    /** The new graph that nothing was done in, where nothing else is open: the next one takes its place. */
    private Optional<OpenDocument> onlyUntouched() {
        return documents.all().stream()
                .filter(OpenDocument::isUntouched)
                .filter(_ -> documents.all().size() == 1)
                .findFirst();
    }

    /** Shows a document as it was when its editor ended; its file is {@code now}. */
    OpenDocument showRecovered(RecoveredDocument recovered, FileState now) {
        Document document = recovered.document();
        Optional<OpenDocument> untouched = onlyUntouched();
        Optional<OpenDocument> unedited = document.file()
                .flatMap(documents::find)
                .filter(same -> !same.document().isModified());
        OpenDocument open = documents.add(document, SourcePlaces.NONE, now, recovered.journal());
        untouched.ifPresent(documents::remove);
        unedited.ifPresent(documents::remove);
        document.file().flatMap(documents::opening).ifPresent(documents::removeOpening);
        if (!now.digest().equals(recovered.digest())) {
            outside.changed(open, now);
        }
        say.accept(TEXTS.get("said.recovered", document.name()));
        return open;
    }

    /** The files used last that are still there. */
    CompletableFuture<List<Path>> recent() {
        List<Path> recent = settings.settings().files().recent();
        return threads.read(() -> recent.stream().filter(store::exists).toList());
    }
}
