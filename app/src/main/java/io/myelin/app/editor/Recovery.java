package io.myelin.app.editor;

import io.myelin.app.editor.action.Overlay;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.journal.Journals;
import io.myelin.app.editor.journal.LeftJournal;
import io.myelin.app.editor.journal.RecoveredDocument;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back the work of editors that ended without being closed. Journals are read and done again by another thread;
 * all else is on the window's.
 */
final class Recovery {
    private static final Texts TEXTS = Texts.of(Recovery.class);

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Journals journals;
    private final GraphOpening opening;
    private final Comparisons comparisons;
    private final ComponentCatalog catalog;
    private final Dialogs dialogs;
    private final Overlay overlay;
    private final Executor beside;
    private final Runnable focusCanvas;
    /** Neither opened nor discarded. */
    private final List<LeftJournal> left = new ArrayList<>();

    private boolean closed;

    /** @param focusCanvas gives the focus to the graph in front */
    Recovery(
            Journals journals,
            GraphOpening opening,
            Comparisons comparisons,
            ComponentCatalog catalog,
            Dialogs dialogs,
            Overlay overlay,
            Executor beside,
            Runnable focusCanvas) {
        this.journals = journals;
        this.opening = opening;
        this.comparisons = comparisons;
        this.catalog = catalog;
        this.dialogs = dialogs;
        this.overlay = overlay;
        this.beside = beside;
        this.focusCanvas = focusCanvas;
    }

    /** Looks for such work, and offers what there is. */
    void offer() {
        var _ = CompletableFuture.supplyAsync(() -> journals.left(catalog), beside)
                .thenAcceptAsync(this::offer, Platform::runLater);
    }

    private void offer(List<LeftJournal> found) {
        left.addAll(found);
        if (closed) {
            close();
        } else if (!found.isEmpty()) {
            new RecoverySheet(
                            overlay,
                            found,
                            one -> open(one, _ -> {}),
                            one -> open(one, comparisons::withSaved),
                            this::discard,
                            focusCanvas)
                    .show();
        }
    }

    private void open(LeftJournal one, Consumer<OpenDocument> then) {
        var _ = CompletableFuture.supplyAsync(done(() -> found(one.open())), beside)
                .handleAsync(
                        (found, failed) -> {
                            if (found == null) {
                                LOG.warn("A journal cannot be read.", failed);
                                dialogs.showError(
                                        TEXTS.get("failed.recovery"),
                                        TEXTS.get("failed.recovery.text", reason(failed)));
                            } else {
                                then.accept(show(one, found));
                            }
                            return found;
                        },
                        Platform::runLater)
                .exceptionally(broken -> {
                    Platform.runLater(() -> {
                        // By whoever is told of all that fails in the window.
                        throw new IllegalStateException(broken.getMessage(), broken);
                    });
                    return null;
                });
    }

    private OpenDocument show(LeftJournal one, Found found) {
        left.remove(one);
        OpenDocument open = opening.showRecovered(found.recovered, found.now);
        found.recovered
                .damaged()
                .ifPresent(
                        copy -> dialogs.showError(TEXTS.get("failed.damaged"), TEXTS.get("failed.damaged.text", copy)));
        return open;
    }

    private static Found found(RecoveredDocument recovered) throws IOException {
        Document document = recovered.document();
        Optional<Path> file = document.file();
        return new Found(recovered, file.isPresent() ? FileState.of(file.get()) : FileState.ABSENT);
    }

    private void discard(LeftJournal one) {
        left.remove(one);
        try {
            one.discard();
        } catch (IOException failed) {
            LOG.warn("A discarded journal cannot be deleted.", failed);
        }
    }

    /** What was not chosen is left for the next start. */
    void close() {
        closed = true;
        // What was discarded in the list is discarded, as whenever that is put away.
        overlay.hide();
        for (LeftJournal one : left) {
            try {
                one.close();
            } catch (IOException failed) {
                LOG.debug("A journal was not closed.", failed);
            }
        }
        left.clear();
    }

    /** Work that may not be able to read a file. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> Supplier<T> done(Reading<T> reading) {
        return () -> {
            try {
                return reading.read();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    private static String reason(Throwable failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** A document and how its file is now. */
    private record Found(RecoveredDocument recovered, FileState now) {}
}
