package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;

/**
 * What is done with the file of a document, saving and reading again, one after the other: of two that were asked for
 * quickly the later one holds. On the window's thread.
 */
final class FileTurns {
    private final Map<OpenDocument, CompletableFuture<?>> last = new HashMap<>();

    /** Does {@code work} when all that was asked for before is done: at once where nothing is. */
    <T> CompletableFuture<T> next(OpenDocument open, Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> mine = FileThreads.watched(ended(open).thenCompose(_ -> work.get()));
        last.put(open, mine);
        var _ = mine.whenComplete((_, _) -> last.remove(open, mine));
        return mine;
    }

    /** Whether something is being done, or waits for that. */
    boolean isUnderWay(OpenDocument open) {
        CompletableFuture<?> work = last.get(open);
        return work != null && !work.isDone();
    }

    /** Done, whatever came of it, when all that has been asked for until now is. */
    CompletableFuture<Boolean> ended(OpenDocument open) {
        CompletableFuture<?> work = last.get(open);
        return work == null ? CompletableFuture.completedFuture(true) : work.handle((_, _) -> true);
    }

    /** Done when no step of {@code document}, such as a drag, is going on: what is done to it then is its own step. */
    static CompletableFuture<Boolean> stepEnded(Document document) {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        if (document.isInStep()) {
            List<Subscription> following = new ArrayList<>();
            following.add(document.onState(_ -> {
                if (!document.isInStep()) {
                    // Those who are told of a change must not edit.
                    Platform.runLater(() -> {
                        following.forEach(Subscription::close);
                        following.clear();
                        ended.complete(true);
                    });
                }
            }));
        } else {
            ended.complete(true);
        }
        return ended;
    }
}
