package io.myelin.app.editor;

import io.myelin.app.editor.file.Question;
import io.myelin.app.editor.file.Question.Answer;
import io.myelin.app.editor.file.Question.Role;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Closes documents, once they are saved and after asking where that would lose work. */
final class GraphClosing {
    private static final Texts TEXTS = Texts.of(GraphClosing.class);

    private static final CompletableFuture<Boolean> YES = CompletableFuture.completedFuture(true);
    private static final CompletableFuture<Boolean> NO = CompletableFuture.completedFuture(false);

    private final OpenDocuments documents;
    private final GraphSaving saving;
    private final FileSurroundings around;
    private final FileTurns turns;
    private final Map<OpenDocument, CompletableFuture<Boolean>> closing = new HashMap<>();

    GraphClosing(OpenDocuments documents, GraphSaving saving, FileSurroundings around, FileTurns turns) {
        this.documents = documents;
        this.saving = saving;
        this.around = around;
        this.turns = turns;
    }

    private enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Closes {@code open}, asking first where that would lose work; gives false where it stays open. */
    CompletableFuture<Boolean> close(OpenDocument open) {
        CompletableFuture<Boolean> going = closing.get(open);
        if (going != null) {
            return going;
        }
        CompletableFuture<Boolean> closed = FileThreads.watched(mayClose(open).thenApply(may -> {
            if (may && documents.all().contains(open)) {
                documents.remove(open);
            }
            return may;
        }));
        if (!closed.isDone()) {
            closing.put(open, closed);
            var _ = closed.whenComplete((_, _) -> closing.remove(open));
        }
        return closed;
    }

    /** Asks for every document that closing would lose work of; gives false where one of them is to stay open. */
    CompletableFuture<Boolean> mayCloseAll() {
        return FileThreads.watched(mayCloseAll(new HashMap<>()));
    }

    /** Whether something is being written that closing would wait for. */
    boolean waits() {
        return documents.all().stream().anyMatch(turns::isUnderWay);
    }

    /** Asks whether to close without waiting for what is being written. */
    boolean isNotToWait() {
        String names = documents.all().stream()
                .filter(turns::isUnderWay)
                .map(open -> open.root().name())
                .collect(Collectors.joining(", "));
        return around.dialogs()
                .ask(new Question<>(
                        TEXTS.get("ask.still-saving"),
                        TEXTS.get("ask.still-saving.text", names),
                        List.of(
                                new Answer<>(false, TEXTS.get("ask.wait"), Role.USUAL),
                                new Answer<>(true, TEXTS.get("ask.close-now"), Role.OTHER))))
                .orElse(false);
    }

    /** {@code settled}: the graphs that may go. What is edited while others are waited for is asked about again. */
    private CompletableFuture<Boolean> mayCloseAll(Map<OpenDocument, Graph> settled) {
        return documents.all().stream()
                .filter(open -> turns.isUnderWay(open) || !open.root().graph().equals(settled.get(open)))
                .findFirst()
                .map(open -> mayClose(open).thenCompose(may -> {
                    settled.put(open, open.root().graph());
                    return may ? mayCloseAll(settled) : NO;
                }))
                .orElse(YES);
    }

    private CompletableFuture<Boolean> mayClose(OpenDocument open) {
        if (turns.isUnderWay(open)) {
            around.say().accept(TEXTS.get("said.closing", open.root().name()));
            return turns.ended(open).thenCompose(_ -> mayClose(open));
        }
        if (!open.root().isModified() || !documents.all().contains(open)) {
            return YES;
        }
        documents.select(open);
        return switch (ask(open)) {
            case SAVE -> save(open);
            case DISCARD -> YES;
            case CANCEL -> NO;
        };
    }

    private CompletableFuture<Boolean> save(OpenDocument open) {
        Graph before = open.root().graph();
        return saving.save(open).thenCompose(saved -> {
            if (!saved) {
                return NO;
            }
            // While it was written more may have been done.
            return open.root().graph().equals(before) ? YES : mayClose(open);
        });
    }

    private Unsaved ask(OpenDocument open) {
        return around.dialogs()
                .ask(new Question<>(
                        TEXTS.get("ask.unsaved"),
                        TEXTS.get("ask.unsaved.text", open.document().name()),
                        List.of(
                                new Answer<>(Unsaved.SAVE, TEXTS.get("ask.save"), Role.USUAL),
                                new Answer<>(Unsaved.DISCARD, TEXTS.get("ask.discard"), Role.OTHER),
                                new Answer<>(Unsaved.CANCEL, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .orElse(Unsaved.CANCEL);
    }
}
