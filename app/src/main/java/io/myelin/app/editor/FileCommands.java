package io.myelin.app.editor;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is done with files: opening, saving, closing, and answering changes from outside. */
final class FileCommands implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(FileCommands.class);

    private final FileTurns turns = new FileTurns();
    private final FileSurroundings around;
    private final GraphOpening opening;
    private final GraphSaving saving;
    private final GraphClosing closing;
    private final OutsideChanges outside;

    FileCommands(OpenDocuments documents, Comparisons comparisons, ComponentCatalog catalog, FileSurroundings around) {
        this.around = around;
        this.saving = new GraphSaving(documents, catalog, around, turns);
        this.closing = new GraphClosing(documents, saving, around, turns);
        this.outside = new OutsideChanges(documents, comparisons, around, turns);
        this.opening = new GraphOpening(documents, catalog, around, saving, outside);
    }

    GraphOpening opening() {
        return opening;
    }

    GraphSaving saving() {
        return saving;
    }

    GraphClosing closing() {
        return closing;
    }

    OutsideChanges outside() {
        return outside;
    }

    /** Whether the file of {@code open} is being written or read. */
    boolean isUnderWay(OpenDocument open) {
        return turns.isUnderWay(open);
    }

    /** Does {@code work} with a file of {@code open} when all that was asked for before is done. */
    <T> CompletableFuture<T> inTurn(OpenDocument open, Supplier<CompletableFuture<T>> work) {
        return turns.next(open, work);
    }

    /** Does {@code task}, which waits for the disk, beside the window's thread. */
    <T> CompletableFuture<T> beside(Callable<T> task) {
        return around.threads().write(task);
    }

    /** What {@code thrown} says to people. */
    static String sentence(@Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        // Only what was thrown for files has a sentence.
        String text = cause instanceof IOException ? cause.getMessage() : String.valueOf(cause);
        return text == null || text.isBlank()
                ? TEXTS.get(
                        "file.unreadable", cause == null ? "" : cause.getClass().getSimpleName())
                : text;
    }

    /** Opens and saves no more. */
    @Override
    public void close() {
        around.threads().close();
    }
}
