package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the journals of the documents of one editor, and finds those that others left without an end in order. */
public final class Journals implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Journals.class);

    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final JournalFolder folder;
    private final JournalSync sync = new JournalSync();
    private final JournalCompaction compaction;
    private final Consumer<String> trouble;

    /** Keeps them in {@code folder}, which need not be there; tells {@code trouble}, on any thread, what people should know. */
    public Journals(Path folder, Consumer<String> trouble) {
        this(new JournalFolder(folder), trouble);
    }

    Journals(JournalFolder folder, Consumer<String> trouble) {
        this(folder, trouble, JournalCompaction.USUAL);
    }

    /** As above; journals that grow to {@code worth} bytes are compacted. */
    Journals(JournalFolder folder, Consumer<String> trouble, long worth) {
        this.folder = folder;
        this.trouble = trouble;
        this.compaction = new JournalCompaction(folder, worth);
    }

    /**
     * Journals {@code document} from now on, which has just been opened from a file whose content has {@code digest}, or
     * from none. The graph is written beside the caller's thread.
     */
    public DocumentJournal begin(Document document, String digest) {
        Graph graph = document.graph();
        Optional<Path> file = document.file();
        DocumentJournal.FileMaker maker = () -> make(new JournalHeader(file, digest, graph, Optional.empty()));
        return new DocumentJournal(document, digest, sync.beside(() -> made(maker)), maker, sync, compaction, trouble);
    }

    private static JournalFile made(DocumentJournal.FileMaker maker) {
        try {
            return maker.make();
        } catch (IOException failed) {
            // The first edit tries again and tells people; until there is one nothing can be lost.
            throw new UncheckedIOException(failed);
        }
    }

    private JournalFile make(JournalHeader header) throws IOException {
        JournalFile file = folder.create();
        try {
            file.append(JournalRecords.bytes(header.write()));
        } catch (IOException failed) {
            file.delete();
            throw failed;
        }
        sync.written(file);
        return file;
    }

    /** Goes on with the journal of a document that was recovered from {@code file}. */
    DocumentJournal goOn(Document document, String digest, JournalFile file) {
        return new DocumentJournal(
                document, digest, CompletableFuture.completedFuture(file), () -> file, sync, compaction, trouble);
    }

    /**
     * The documents with unsaved work whose editors ended without closing them, the last edited first. They are this
     * editor's from now on, until each is opened, discarded or closed. Journals without unsaved work are deleted. Reads
     * files: not for the window's thread.
     */
    public List<LeftJournal> left(ComponentCatalog catalog) {
        List<LeftJournal> left = new ArrayList<>();
        List<JournalFile> claimed = folder.claimLeft();
        Set<String> replaced = replaced(claimed);
        for (JournalFile file : claimed) {
            try {
                if (replaced.contains(file.path().getFileName().toString())) {
                    file.delete();
                    continue;
                }
                Optional<LeftJournal> found = LeftJournal.read(file, this, catalog);
                if (found.isPresent()) {
                    left.add(found.get());
                } else {
                    file.delete();
                }
            } catch (IOException | JournalException unreadable) {
                LOG.warn("The journal {} cannot be read.", file.path(), unreadable);
                trouble.accept(TEXTS.get("trouble.unreadable", String.valueOf(unreadable.getMessage()), file.path()));
                letGo(file);
            }
        }
        left.sort((one, other) -> other.edited().compareTo(one.edited()));
        return left;
    }

    /** The journals that others count instead of: their editor ended just before it would have deleted them. */
    private static Set<String> replaced(List<JournalFile> claimed) {
        Set<String> replaced = new HashSet<>();
        for (JournalFile file : claimed) {
            try {
                LeftJournal.replacedBy(file).ifPresent(replaced::add);
            } catch (IOException | JournalException unreadable) {
                LOG.debug("{} cannot be read, of which people are told next.", file.path(), unreadable);
            }
        }
        return replaced;
    }

    private static void letGo(JournalFile file) {
        try {
            file.close();
        } catch (IOException failed) {
            LOG.debug("The journal {} was not closed.", file.path(), failed);
        }
    }

    /** Makes {@code file} a journal of this editor for good. */
    void own(JournalFile file) {
        try {
            folder.own(file);
        } catch (IOException failed) {
            LOG.debug("The journal {} keeps its name.", file.path(), failed);
        }
    }

    /** Ends the keeping, after what is still to be written; documents have been removed before. */
    @Override
    public void close() {
        compaction.close();
        sync.close();
    }
}
