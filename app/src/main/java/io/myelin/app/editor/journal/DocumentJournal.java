package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.EditEvent;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all that is done to one document into its journal, on the thread that does it and before that goes on: so no
 * picture ever shows an edit that the end of this process could take away. Where the journal cannot be written, editing
 * goes on, the trouble is told once, and every edit tries again to write all that is missing.
 */
public final class DocumentJournal {
    private static final Texts TEXTS = Texts.of(DocumentJournal.class);

    private static final Logger LOG = LoggerFactory.getLogger(DocumentJournal.class);

    private final Document document;
    private final JournalSync sync;
    private final Consumer<String> trouble;
    private final FileMaker maker;
    private final Subscription edits;
    /** What is to be written, in order; holds something after a call only where writing failed. */
    private final Deque<byte[]> unwritten = new ArrayDeque<>();

    private CompletableFuture<JournalFile> file;
    /** A step without edits, as a mere click on a component begins, is not worth a record. */
    private Optional<EditEvent.Begun> begun = Optional.empty();

    private boolean isTroubled;

    /** Makes the file with its header, or tries again to. */
    @FunctionalInterface
    interface FileMaker {
        JournalFile make() throws IOException;
    }

    /** Goes on in {@code file}; {@code maker} makes it once more where that failed. */
    DocumentJournal(
            Document document,
            CompletableFuture<JournalFile> file,
            FileMaker maker,
            JournalSync sync,
            Consumer<String> trouble) {
        this.document = document;
        this.file = file;
        this.maker = maker;
        this.sync = sync;
        this.trouble = trouble;
        this.edits = document.onEdit(this::record);
    }

    private void record(EditEvent event) {
        if (begun.isPresent()) {
            EditEvent.Begun first = begun.get();
            begun = Optional.empty();
            if (event instanceof EditEvent.Committed || event instanceof EditEvent.RolledBack) {
                return;
            }
            write(first);
        }
        if (event instanceof EditEvent.Begun first) {
            begun = Optional.of(first);
            return;
        }
        write(event);
    }

    private void write(EditEvent event) {
        EditEventText.Entry entry = new EditEventText.Entry(
                event, document.isModified(), document.history().position());
        unwritten.add(JournalRecords.bytes(EditEventText.write(entry)));
        try {
            JournalFile open = openFile();
            while (!unwritten.isEmpty()) {
                open.append(unwritten.getFirst());
                unwritten.removeFirst();
            }
            sync.written(open);
            isTroubled = false;
        } catch (IOException failed) {
            if (!isTroubled) {
                isTroubled = true;
                LOG.warn("The journal of {} cannot be written.", document.name(), failed);
                trouble.accept(TEXTS.get("trouble.unwritten", document.name(), String.valueOf(failed.getMessage())));
            }
        }
    }

    /** The file; the first edits after opening a large graph may wait here until its beginning is written. */
    private JournalFile openFile() throws IOException {
        try {
            return file.join();
        } catch (CompletionException failed) {
            JournalFile made = maker.make();
            file = CompletableFuture.completedFuture(made);
            return made;
        }
    }

    /** Ends it and deletes the file: nothing of the document's work is missing elsewhere, or it was discarded. */
    public void remove() {
        edits.close();
        var _ = file.thenAccept(made -> {
            try {
                made.delete();
            } catch (IOException failed) {
                LOG.warn("The journal {} cannot be deleted: {}", made.path(), failed.toString());
            }
        });
    }
}
