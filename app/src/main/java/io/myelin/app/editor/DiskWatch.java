package io.myelin.app.editor;

import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.GraphStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second, beside the window's thread, whether another program has changed the files of open documents. */
final class DiskWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

    private final GraphStore store;
    private final Predicate<OpenDocument> isUnderWay;
    private final BiConsumer<OpenDocument, FileState> changed;
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("editor-disk-watch").factory());
    private final ScheduledFuture<?> looking;
    private volatile List<Watched> watched = List.of();

    /**
     * Tells {@code changed}, on the window's thread, of each change in {@code store} once; of one that may be our own
     * writing only after that, where it is not. {@code isUnderWay}: the document's file is being written or read.
     */
    DiskWatch(GraphStore store, Predicate<OpenDocument> isUnderWay, BiConsumer<OpenDocument, FileState> changed) {
        this.store = store;
        this.isUnderWay = isUnderWay;
        this.changed = changed;
        looking = looker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Watches the files of these and of no others. On the window's thread. */
    void watch(List<OpenDocument> documents) {
        watched = documents.stream()
                .flatMap(open -> open.document().file().map(file -> new Watched(open, file)).stream())
                .toList();
    }

    /** Looks now, without waiting for the second to pass. */
    void lookNow() {
        if (!looker.isShutdown()) {
            looker.execute(this::look);
        }
    }

    private void look() {
        for (Watched one : watched) {
            look(one);
        }
    }

    private void look(Watched one) {
        FileState known = one.open.known();
        try {
            Optional<FileState> now = store.changed(one.file, known);
            now.ifPresent(state -> Platform.runLater(() -> tell(one, known, state)));
        } catch (IOException unseen) {
            LOG.debug("Cannot see whether {} has changed.", one.file, unseen);
        }
    }

    /** A save may have come between the look and now: then the look was at our own writing. */
    private void tell(Watched one, FileState known, FileState now) {
        boolean isSame =
                one.open.known().equals(known) && one.open.root().file().equals(Optional.of(one.file));
        if (isSame && !isUnderWay.test(one.open)) {
            one.open.setKnown(now);
            changed.accept(one.open, now);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        looker.shutdownNow();
    }

    private record Watched(OpenDocument open, Path file) {}
}
