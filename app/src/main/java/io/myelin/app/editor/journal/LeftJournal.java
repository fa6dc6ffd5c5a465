package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.DocumentReplay;
import io.myelin.app.editor.document.EditEvent;
import io.myelin.app.editor.file.FileState;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.GraphEditException;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal of an editor that ended without closing its document: unsaved work to be opened again, or discarded. */
public final class LeftJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LeftJournal.class);
    private static final String DAMAGED = ".damaged";

    private final JournalFile file;
    private final Journals journals;
    private final ComponentCatalog catalog;
    private final JournalHeader header;
    private final Optional<Path> saved;
    private final Instant edited;
    private final int steps;

    private LeftJournal(
            JournalFile file,
            Journals journals,
            ComponentCatalog catalog,
            JournalHeader header,
            Optional<Path> saved,
            Instant edited,
            int steps) {
        this.file = file;
        this.journals = journals;
        this.catalog = catalog;
        this.header = header;
        this.saved = saved;
        this.edited = edited;
        this.steps = steps;
    }

    /**
     * What {@code file} tells; empty where no work is in it that stands nowhere else. Throws {@link JournalException}
     * where it cannot be understood.
     */
    static Optional<LeftJournal> read(JournalFile file, Journals journals, ComponentCatalog catalog)
            throws IOException {
        Instant edited = Files.getLastModifiedTime(file.path()).toInstant();
        JournalRecords records = new JournalRecords(file.content());
        Optional<String> first = records.next();
        if (first.isEmpty()) {
            return nothing(records);
        }
        JournalHeader header = JournalHeader.read(JournalFields.parse(first.get()));
        Optional<Path> saved = header.file();
        String last = "";
        for (Optional<String> next = records.next(); next.isPresent(); next = records.next()) {
            last = next.get();
            Optional<Path> savedNow = EditEventText.savedTo(last);
            saved = savedNow.isPresent() ? savedNow : saved;
        }
        if (last.isEmpty()) {
            return nothing(records);
        }
        JournalFields fields = JournalFields.parse(last);
        return EditEventText.unsaved(fields) || records.isDamaged()
                ? Optional.of(
                        new LeftJournal(file, journals, catalog, header, saved, edited, EditEventText.steps(fields)))
                : Optional.empty();
    }

    /** The name of the journal that {@code file} counts instead of. */
    static Optional<String> replacedBy(JournalFile file) throws IOException {
        return new JournalRecords(file.content()).next().flatMap(JournalHeader::replaced);
    }

    private static Optional<LeftJournal> nothing(JournalRecords records) {
        if (records.isDamaged()) {
            throw new JournalException("its beginning is damaged");
        }
        return Optional.empty();
    }

    /** Nothing that cannot be read is thrown away: a copy stays beside, out of the way of the next start. */
    private static Path keep(JournalFile file) throws IOException {
        Path copy = file.path().resolveSibling(file.path().getFileName() + DAMAGED);
        try (InputStream content = file.content()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        LOG.warn("The journal {} is damaged; a copy is kept in {}.", file.path(), copy);
        return copy;
    }

    /** The file that the document stood in; empty for one never saved. */
    public Optional<Path> file() {
        return saved;
    }

    /** When it was edited last. */
    public Instant edited() {
        return edited;
    }

    /** How many steps had been done. */
    public int steps() {
        return steps;
    }

    /**
     * Makes the document as it was, with its history, and goes on with its journal. Does as much work as all edits took:
     * not for the window's thread. Throws IOException where the journal cannot be read; it is then left where it is.
     */
    public RecoveredDocument open() throws IOException {
        DocumentReplay replay = new DocumentReplay(catalog, header.graph(), header.file());
        String digest = header.digest();
        JournalRecords records = new JournalRecords(file.content());
        records.next();
        long length = records.length();
        boolean whole = true;
        for (Optional<String> next = records.next(); next.isPresent(); next = records.next()) {
            try {
                Optional<EditEvent> event = take(replay, JournalFields.parse(next.get()));
                if (event.isPresent() && event.get() instanceof EditEvent.Saved saved) {
                    digest = saved.digest().isEmpty() ? digest(replay.soFar()) : saved.digest();
                }
            } catch (JournalException | GraphEditException | IllegalStateException strange) {
                LOG.warn("A record of the journal {} cannot be followed.", file.path(), strange);
                whole = false;
                break;
            }
            length = records.length();
        }
        whole &= !records.isDamaged();
        Optional<Path> copy = whole ? Optional.empty() : Optional.of(keep(file));
        file.truncate(length);
        journals.own(file);
        DocumentJournal journal = journals.goOn(replay.soFar(), digest, file);
        // Ends a step that was going on, which belongs into the journal too.
        Document document = replay.finish();
        return new RecoveredDocument(document, journal, digest, copy);
    }

    /** Does one record again, and gives the event that it was; empty where it is of the past that a journal begins with. */
    private static Optional<EditEvent> take(DocumentReplay replay, JournalFields fields) {
        if (PastText.isStep(fields)) {
            replay.take(PastText.step(fields));
            return Optional.empty();
        }
        if (PastText.isPoint(fields)) {
            replay.take(PastText.point(fields));
            return Optional.empty();
        }
        EditEvent event = EditEventText.read(fields).event();
        replay.take(event);
        return Optional.of(event);
    }

    /** Of what stands in the file of {@code document}, which has just been saved. */
    private static String digest(Document document) {
        return FileState.digest(GraphFile.format(document.graph()).getBytes(StandardCharsets.UTF_8));
    }

    /** Throws the work away. */
    public void discard() throws IOException {
        file.delete();
    }

    /** Leaves it for the next start. */
    public void close() throws IOException {
        file.close();
    }
}
