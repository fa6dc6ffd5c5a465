package io.myelin.app.editor.journal;

import io.myelin.app.editor.document.DocumentPast;
import io.myelin.app.editor.document.PastCapture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes journals that hold a document with its history instead of all that was ever done to it, so that a journal is
 * bounded by what the history holds. On a thread of its own, since it may take long.
 */
final class JournalCompaction implements AutoCloseable {
    /** What journals grow to before they are worth it, in bytes. */
    static final long USUAL = 4L << 20;

    private static final int CHUNK = 1 << 16;
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(5);

    private final JournalFolder folder;
    private final long worth;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("editor-journal-compaction").factory());

    /** Compacts in {@code folder} journals of {@code worth} bytes or more. */
    JournalCompaction(JournalFolder folder, long worth) {
        this.folder = folder;
        this.worth = worth;
    }

    /** Whether a journal of {@code length} bytes is to be compacted that had {@code last} when it last was. */
    boolean isDue(long length, long last) {
        // Twice as long: so all compacting together costs no more than what was written.
        return length >= Math.max(worth, 2 * last);
    }

    /** Does {@code task} beside the caller's thread, where it has not been closed. */
    void beside(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    /**
     * Writes what {@code caught} holds to a file that is no journal until it is {@linkplain #putInPlace put in place}.
     *
     * @param digest of what the document's file holds
     * @param unsaved whether there is work in it that stands in no file
     * @param replaced the journal in whose place it will be
     */
    JournalFile write(PastCapture caught, String digest, boolean unsaved, JournalFile replaced) throws IOException {
        DocumentPast past = caught.past();
        JournalFile made = folder.createBeside();
        try {
            String name = replaced.path().getFileName().toString();
            JournalHeader header = new JournalHeader(past.file(), digest, past.beginning(), Optional.of(name));
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK);
            chunk.writeBytes(JournalRecords.bytes(header.write()));
            for (DocumentPast.Step step : past.steps()) {
                if (chunk.size() >= CHUNK) {
                    made.append(chunk.toByteArray());
                    chunk.reset();
                }
                chunk.writeBytes(JournalRecords.bytes(PastText.write(step)));
            }
            chunk.writeBytes(JournalRecords.bytes(PastText.write(past.point(), unsaved)));
            made.append(chunk.toByteArray());
            return made;
        } catch (IOException | RuntimeException | Error failed) {
            made.delete();
            throw failed;
        }
    }

    /** Makes {@code made}, which is complete, a journal: from here on it counts, and the one it replaces does not. */
    void putInPlace(JournalFile made) throws IOException {
        folder.own(made);
    }

    /** Deletes a journal that another has been put in place of. */
    void deleteReplaced(JournalFile replaced) throws IOException {
        try {
            // The new name is on the disk before the old content is not any more.
            folder.force();
            // Should it not be deleted, nothing is in it that anybody would be offered.
            replaced.truncate(0);
        } finally {
            replaced.delete();
        }
    }

    /** Ends it; what it has begun is given up, which leaves the longer journal. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(LONGEST_ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
