package io.myelin.app.editor;

import io.myelin.app.editor.compare.ComparisonActions;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphReplacement;
import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Offers what to do where another program has changed or deleted the file of a document, and reads it again. */
final class OutsideChanges {
    private static final Texts TEXTS = Texts.of(OutsideChanges.class);

    private final OpenDocuments documents;
    private final Comparisons comparisons;
    private final FileSurroundings around;
    private final FileTurns turns;
    private final Set<OpenDocument> reading = new HashSet<>();

    OutsideChanges(OpenDocuments documents, Comparisons comparisons, FileSurroundings around, FileTurns turns) {
        this.documents = documents;
        this.comparisons = comparisons;
        this.around = around;
        this.turns = turns;
    }

    /** Another program has changed the file of {@code open}, which is {@code now}: offers to read it again. */
    void changed(OpenDocument open, FileState now) {
        Optional<Path> file = open.document().file();
        if (file.isEmpty()) {
            return;
        }
        if (!now.there()) {
            open.document().fileDiffers();
            open.showBar(new FileBar(TEXTS.get("bar.deleted", file.get().getFileName()))
                    .button(TEXTS.get("bar.keep"), open::settled)
                    .node());
            return;
        }
        if (open.isChangedBehind()) {
            // It is being asked already, and reading again takes whatever is there by then.
            return;
        }
        open.setChangedBehind(true);
        String text = open.document().isModified()
                ? TEXTS.get("bar.changed-both", file.get().getFileName())
                : TEXTS.get("bar.changed", file.get().getFileName());
        open.showBar(new FileBar(text)
                .button(ComparisonActions.compareTitle(), () -> comparisons.withSaved(open))
                .button(TEXTS.get("bar.reload"), () -> reload(open, file.get()))
                .button(TEXTS.get("bar.keep-mine"), () -> {
                    open.settled();
                    open.document().fileDiffers();
                })
                .node());
    }

    private void reload(OpenDocument open, Path file) {
        if (reading.add(open)) {
            var _ = turns.next(open, () -> read(open, file)).whenComplete((_, _) -> reading.remove(open));
        }
    }

    private CompletableFuture<Boolean> read(OpenDocument open, Path file) {
        return around.threads()
                .read(() -> around.store().read(file))
                .handle((read, failed) ->
                        new Reading(Optional.ofNullable(read), read == null ? FileCommands.sentence(failed) : ""))
                .thenCompose(reading -> FileTurns.stepEnded(open.root()).thenApply(_ -> take(open, file, reading)));
    }

    /** What was read, or why nothing was, for people. */
    private record Reading(Optional<ReadGraph> graph, String failure) {}

    private boolean take(OpenDocument open, Path file, Reading reading) {
        if (!documents.all().contains(open)) {
            return false;
        }
        if (reading.graph().isEmpty()) {
            around.dialogs().showError(TEXTS.get("failed.read"), reading.failure());
            return false;
        }
        ReadGraph read = reading.graph().get();
        LoadedGraph loaded = read.loaded();
        if (loaded.graph().isEmpty()) {
            Problem first = loaded.problems().getFirst();
            around.dialogs()
                    .showError(
                            TEXTS.get("failed.no-graph"),
                            TEXTS.get("failed.no-graph.text", first.line(), first.column(), ProblemText.of(first)));
            return false;
        }
        Document document = open.root();
        Graph graph = loaded.graph().get();
        document.perform(TEXTS.get("bar.reload"), GraphReplacement.edit(document.graph(), graph));
        open.holds(graph, read.state());
        document.savedTo(file, document.snapshot(), read.state().digest());
        open.check().placed(loaded.places());
        open.settled();
        around.say().accept(TEXTS.get("said.reloaded", file.getFileName()));
        return true;
    }
}
