package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.EditEvent;
import io.myelin.app.editor.document.PastCapture;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.text.Texts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all that is done to one document into its journal, on the thread that does it and before that goes on: so no
 * picture ever shows an edit that the end of this process could take away. Where the journal cannot be written, editing
 * goes on, the trouble is told once, and every edit tries again to write all that is missing. A journal that has grown
 * long is compacted by another thread: until that is done, edits are written to the long one and kept for the other.
 */
public final class DocumentJournal {
    private static final Texts TEXTS = Texts.of(DocumentJournal.class);

    private static final Logger LOG = LoggerFactory.getLogger(DocumentJournal.class);

    private final Document document;
    private final JournalSync sync;
    private final JournalCompaction compaction;
    private final Consumer<String> trouble;
    private final FileMaker maker;
    private final Subscription edits;

    /** Guards what follows up to {@link #isEnded}: which file it is that edits are written to. */
    private final Object place = new Object();
    /** What is to be written, in order; holds something after a call only where writing failed. */
    private final Deque<byte[]> unwritten = new ArrayDeque<>();

    private CompletableFuture<JournalFile> file;
    /** What was written since the document was caught to be compacted; empty while it is not. */
    private Optional<List<byte[]>> since = Optional.empty();
    /** How long it was when it held nothing but what was compacted, or when that last failed. */
    private long compacted;

    private boolean isEnded;

    /** A step without edits, as a mere click on a component begins, is not worth a record. */
    private Optional<EditEvent.Begun> begun = Optional.empty();

    private boolean isTroubled;
    private String digest;

    /** Makes the file with its header, or tries again to. */
    @FunctionalInterface
    interface FileMaker {
        JournalFile make() throws IOException;
    }

    /** Goes on in {@code file}; {@code maker} makes it once more where that failed. The document's file has {@code digest}. */
    DocumentJournal(
            Document document,
            String digest,
            CompletableFuture<JournalFile> file,
            FileMaker maker,
            JournalSync sync,
            JournalCompaction compaction,
            Consumer<String> trouble) {
        this.document = document;
        this.digest = digest;
        this.file = file;
        this.maker = maker;
        this.sync = sync;
        this.compaction = compaction;
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
        if (event instanceof EditEvent.Saved saved) {
            digest = saved.digest();
        }
        write(event);
    }

    private void write(EditEvent event) {
        EditEventText.Entry entry = new EditEventText.Entry(
                event, document.isModified(), document.history().position());
        byte[] bytes = JournalRecords.bytes(EditEventText.write(entry));
        try {
            JournalFile open;
            synchronized (place) {
                unwritten.add(bytes);
                open = openFile();
                while (!unwritten.isEmpty()) {
                    open.append(unwritten.getFirst());
                    byte[] written = unwritten.removeFirst();
                    since.ifPresent(records -> records.add(written));
                }
            }
            sync.written(open);
            isTroubled = false;
            compactIfLong(open);
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

    private void compactIfLong(JournalFile open) {
        synchronized (place) {
            // A step that is going on is in no history yet; it ends soon.
            if (since.isPresent() || document.isInStep() || !compaction.isDue(open.length(), compacted)) {
                return;
            }
            since = Optional.of(new ArrayList<>());
        }
        PastCapture caught = document.capture();
        String standing = digest;
        boolean unsaved = document.isModified();
        compaction.beside(() -> {
            try {
                takeOver(open, compaction.write(caught, standing, unsaved, open));
            } catch (IOException | RuntimeException | Error failed) {
                // It stays as long as it is; once it is twice as long that is tried again.
                LOG.warn("The journal {} cannot be compacted.", open.path(), failed);
                synchronized (place) {
                    since = Optional.empty();
                    compacted = open.length();
                }
            }
        });
    }

    /** Goes on in {@code made}, which holds what {@code old} held when the document was caught, or throws and does not. */
    private void takeOver(JournalFile old, JournalFile made) throws IOException {
        boolean isTaken = false;
        long length = made.length();
        try {
            // All but what is done while this is on its way to the disk; nobody waits for that.
            appendSince(made);
            made.force();
            synchronized (place) {
                if (!isEnded) {
                    appendSince(made);
                    compaction.putInPlace(made);
                    since = Optional.empty();
                    compacted = length;
                    file = CompletableFuture.completedFuture(made);
                    isTaken = true;
                }
            }
        } finally {
            if (!isTaken) {
                made.delete();
            }
        }
        if (isTaken) {
            sync.written(made);
            deleteReplaced(old);
        }
    }

    private void deleteReplaced(JournalFile old) {
        try {
            compaction.deleteReplaced(old);
        } catch (IOException failed) {
            LOG.warn("The journal {} cannot be deleted: {}", old.path(), failed.toString());
        }
    }

    private void appendSince(JournalFile made) throws IOException {
        List<byte[]> records;
        synchronized (place) {
            records = since.orElseThrow();
            since = Optional.of(new ArrayList<>());
        }
        for (byte[] record : records) {
            made.append(record);
        }
    }

    /** Ends it and leaves the file for the next start. */
    public void keep() {
        end(JournalFile::close);
    }

    /** Ends it and deletes the file: nothing of the document's work is missing elsewhere, or it was discarded. */
    public void remove() {
        end(JournalFile::delete);
    }

    /** What is done with the file at the end. */
    @FunctionalInterface
    private interface Ending {
        void end(JournalFile made) throws IOException;
    }

    /** Does nothing where it has ended. */
    private void end(Ending ending) {
        edits.close();
        synchronized (place) {
            if (isEnded) {
                return;
            }
            isEnded = true;
            var _ = file.thenAccept(made -> {
                try {
                    ending.end(made);
                } catch (IOException failed) {
                    LOG.warn("The journal {} was not ended in order: {}", made.path(), failed.toString());
                }
            });
        }
    }
}
