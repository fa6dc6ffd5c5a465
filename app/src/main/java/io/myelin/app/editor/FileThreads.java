package io.myelin.app.editor;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.application.Platform;

/**
 * Threads that wait for files so that the window's need not. What they give is handed over on the window's thread, where
 * work that goes on with it is done.
 */
final class FileThreads implements AutoCloseable {
    /** So that a session of many files is not parsed all at once. */
    private static final int READERS = 4;

    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofPlatform().daemon().name("editor-read-", 0).factory());

    /** As many as there are documents at most: a disk that does not answer keeps nothing else from being saved. */
    private final ExecutorService writers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("editor-write-", 0).factory());

    /** Does {@code task}, which may have to wait until others have been read. Called off, it is interrupted. */
    <T> CompletableFuture<T> read(Callable<T> task) {
        return handedOver(readers, task);
    }

    /** Does {@code task} at once. */
    <T> CompletableFuture<T> write(Callable<T> task) {
        return handedOver(writers, task);
    }

    private static <T> CompletableFuture<T> handedOver(ExecutorService threads, Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Future<?> running = threads.submit(() -> {
            try {
                T result = task.call();
                Platform.runLater(() -> done.complete(result));
            } catch (Exception | Error failed) {
                Platform.runLater(() -> done.completeExceptionally(failed));
            }
        });
        var _ = done.whenComplete((_, _) -> {
            if (done.isCancelled()) {
                running.cancel(true);
            }
        });
        return done;
    }

    /** Lets whoever is told of all that fails in the window know what failed in {@code work}. */
    static <T> CompletableFuture<T> watched(CompletableFuture<T> work) {
        return work.whenComplete((_, failed) -> {
            if (failed != null && !work.isCancelled()) {
                Platform.runLater(() -> {
                    throw new IllegalStateException(failed.getMessage(), failed);
                });
            }
        });
    }

    /** Takes no more; what is being done is done to its end. */
    @Override
    public void close() {
        readers.shutdownNow();
        writers.shutdown();
    }
}
