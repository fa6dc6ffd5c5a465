package io.myelin.app.editor;

import io.myelin.app.editor.compare.CanvasMaker;
import io.myelin.app.editor.compare.ComparisonTab;
import io.myelin.app.editor.compare.Version;
import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Compares open documents with files. Files are read beside the window's thread, to which all else belongs. */
final class Comparisons {
    private final OpenDocuments documents;
    private final CanvasMaker maker;
    private final Executor beside;
    private final Dialogs dialogs;
    private final Consumer<String> say;

    Comparisons(OpenDocuments documents, CanvasMaker maker, Executor beside, Dialogs dialogs, Consumer<String> say) {
        this.documents = documents;
        this.maker = maker;
        this.beside = beside;
        this.dialogs = dialogs;
        this.say = say;
    }

    /** Asks with which files to compare the document in front. */
    void withChosenFiles() {
        documents
                .current()
                .ifPresent(open -> dialogs.chooseGraphsToOpen(open.document().folder())
                        .forEach(file -> with(open, file.toAbsolutePath().normalize())));
    }

    /** Compares the document in front with its own file, as that is now. */
    void withSaved() {
        documents.current().ifPresent(this::withSaved);
    }

    /** Whether the document in front has a file. */
    boolean canCompareWithSaved() {
        return documents.current().flatMap(open -> open.root().file()).isPresent();
    }

    /** Compares {@code open} with its own file, as that is now. */
    void withSaved(OpenDocument open) {
        open.root().file().ifPresent(file -> with(open, file));
    }

    private void with(OpenDocument open, Path file) {
        var _ = CompletableFuture.supplyAsync(() -> read(file), beside)
                .whenCompleteAsync((loaded, failed) -> show(open, file, loaded, failed), Platform::runLater);
    }

    private static LoadedGraph read(Path file) {
        try {
            return GraphFile.read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void show(OpenDocument open, Path file, @Nullable LoadedGraph loaded, @Nullable Throwable failed) {
        if (!documents.all().contains(open)) {
            return;
        }
        if (loaded == null || loaded.graph().isEmpty()) {
            dialogs.showError(ComparisonTab.unreadableTitle(), file + "\n\n" + reason(loaded, failed));
            return;
        }
        Version version = new Version(ComparisonTab.onDisk(file), loaded.graph().get(), Optional.of(file));
        documents.add(new ComparisonTab(open.root(), version, maker, beside, say));
    }

    private static String reason(@Nullable LoadedGraph loaded, @Nullable Throwable failed) {
        if (loaded != null && !loaded.problems().isEmpty()) {
            Problem first = loaded.problems().getFirst();
            return first.line() + ":" + first.column() + ": " + ProblemText.of(first);
        }
        Throwable cause = failed == null || failed.getCause() == null ? failed : failed.getCause();
        return String.valueOf(cause == null ? "" : cause.getMessage());
    }
}
