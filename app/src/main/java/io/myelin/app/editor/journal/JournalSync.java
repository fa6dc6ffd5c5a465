package io.myelin.app.editor.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings journals to the disk on a thread of its own, which does nothing while nothing is written: less than a second
 * after an edit it is safe from the end of the machine too.
 */
final class JournalSync implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalSync.class);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_ENDING = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("editor-journal").factory());
    private final Set<Forced> written = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isDue = new AtomicBoolean();

    /** What can be brought to the disk. */
    @FunctionalInterface
    interface Forced {
        /** Returns once all that was written before stands on the disk. */
        void force() throws IOException;
    }

    /** Something has been written to {@code file}: brings it to the disk soon. From any thread; waits for nothing. */
    void written(Forced file) {
        written.add(file);
        if (isDue.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.schedule(this::force, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does {@code task} beside the caller's thread. */
    <T> CompletableFuture<T> beside(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, thread);
    }

    private void force() {
        // Before anything is forced: what is written from here on asks for another time.
        isDue.set(false);
        for (Forced file : written) {
            written.remove(file);
            try {
                file.force();
            } catch (IOException failed) {
                // Written it is, only not yet safe from the end of the machine; the next edit tries again.
                LOG.warn("A journal cannot be brought to the disk: {}", failed.toString());
            }
        }
    }

    /** Ends it after the tasks that it was given. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_ENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
