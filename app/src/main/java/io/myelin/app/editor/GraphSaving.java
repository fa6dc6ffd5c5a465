package io.myelin.app.editor;

import io.myelin.app.editor.GraphWriting.Outcome;
import io.myelin.app.editor.SaveTarget.Unless;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Snapshot;
import io.myelin.app.editor.file.DocumentsFolder;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.MovedPaths;
import io.myelin.app.editor.file.Question;
import io.myelin.app.editor.file.Question.Answer;
import io.myelin.app.editor.file.Question.Role;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Writes documents to their files, beside the window's thread, while editing goes on: what is written is the graph as it
 * was when its turn came, and what is done after that stays unsaved.
 */
final class GraphSaving {
    private static final Texts TEXTS = Texts.of(GraphSaving.class);

    private static final CompletableFuture<Boolean> SAVED = CompletableFuture.completedFuture(true);
    private static final CompletableFuture<Boolean> NOT_SAVED = CompletableFuture.completedFuture(false);

    private final OpenDocuments documents;
    private final ComponentCatalog catalog;
    private final FileSurroundings around;
    private final FileTurns turns;
    private final ReservedFiles reserved = new ReservedFiles();
    private final SaveChoices choices;
    private final GraphWriting writing;

    GraphSaving(OpenDocuments documents, ComponentCatalog catalog, FileSurroundings around, FileTurns turns) {
        this.documents = documents;
        this.catalog = catalog;
        this.around = around;
        this.turns = turns;
        this.choices = new SaveChoices(documents, around, reserved);
        this.writing = new GraphWriting(around.store());
    }

    /** Saves to its file, or asks for one; gives false where it was not saved. */
    CompletableFuture<Boolean> save(OpenDocument open) {
        return turns.next(open, () -> {
            Optional<Path> file = open.root().file();
            if (file.isEmpty() || GraphPicture.isPicture(file.get())) {
                // A picture holds its graph to be looked at: it is never saved over.
                return chooseAndWrite(open);
            }
            SaveTarget target = new SaveTarget(file.get(), Unless.CHANGED);
            return open.isChangedBehind() ? askUnlessTaken(open, target) : write(open, target);
        });
    }

    /** Asks where to save, and saves there; gives false where it was not saved. */
    CompletableFuture<Boolean> saveAs(OpenDocument open) {
        CompletableFuture<Optional<SaveTarget>> chosen = choices.choose(open);
        return turns.next(open, () -> writeChosen(open, chosen));
    }

    /** Done when {@code file} has been written, where that is going on or waits for its turn. */
    Optional<CompletableFuture<Boolean>> writing(Path file) {
        return reserved.owner(file).map(turns::ended);
    }

    private boolean isOpen(OpenDocument open) {
        return documents.all().contains(open);
    }

    /** Nothing is lost, and nobody asked, where people have taken over all that the other program has changed. */
    private CompletableFuture<Boolean> askUnlessTaken(OpenDocument open, SaveTarget target) {
        return around.threads()
                .write(() -> around.store().read(target.file()))
                .handle((read, _) -> Optional.ofNullable(read))
                .thenCompose(read -> {
                    if (!isOpen(open)) {
                        return NOT_SAVED;
                    }
                    Optional<FileState> taken =
                            read.filter(one -> isTaken(one, open)).map(ReadGraph::state);
                    // What the other program writes from here on is another change.
                    taken.ifPresent(open::setKnown);
                    return taken.isPresent() ? write(open, target) : askAndWrite(open, target);
                });
    }

    private static boolean isTaken(ReadGraph read, OpenDocument open) {
        return read.loaded()
                .graph()
                .filter(other ->
                        new TakenVersion(open.inFile(), other).isIn(open.root().graph()))
                .isPresent();
    }

    private CompletableFuture<Boolean> chooseAndWrite(OpenDocument open) {
        return writeChosen(open, choices.choose(open));
    }

    /** Where {@code file} stands nothing can be written: asks for another place, among the documents of the user. */
    private CompletableFuture<Boolean> chooseOutside(OpenDocument open, Path file) {
        return around.threads()
                .write(DocumentsFolder::find)
                .thenCompose(folder -> writeChosen(open, choices.choose(open, folder.resolve(file.getFileName()))));
    }

    private CompletableFuture<Boolean> writeChosen(OpenDocument open, CompletableFuture<Optional<SaveTarget>> chosen) {
        return chosen.thenCompose(
                target -> target.map(place -> writeReserved(open, place)).orElse(NOT_SAVED));
    }

    private CompletableFuture<Boolean> write(OpenDocument open, SaveTarget target) {
        reserved.reserve(open, target.file());
        return writeReserved(open, target);
    }

    /** Writes it; whatever comes of that, the file is reserved no more. */
    private CompletableFuture<Boolean> writeReserved(OpenDocument open, SaveTarget target) {
        return CompletableFuture.completedFuture(target)
                .thenCompose(place -> attempt(open, place))
                .whenComplete((_, _) -> reserved.release(open, target.file()));
    }

    /** Writes it; in another folder, its relative paths are rewritten so that they go on meaning the same files. */
    private CompletableFuture<Boolean> attempt(OpenDocument open, SaveTarget target) {
        Document document = open.root();
        Snapshot snapshot = document.snapshot();
        FileState known = open.known();
        Function<Graph, Optional<GraphEdit>> move = move(document, target.file());
        around.say().accept(TEXTS.get("said.saving", target.file().getFileName()));
        return around.threads()
                .write(() -> writing.attempt(snapshot.graph(), move, target, known))
                .<Outcome>handle((outcome, failed) -> outcome == null ? GraphWriting.failed(target, failed) : outcome)
                .thenCompose(outcome -> ended(open, target, snapshot, outcome));
    }

    private Function<Graph, Optional<GraphEdit>> move(Document document, Path file) {
        Path folder = Objects.requireNonNullElse(file.getParent(), document.folder());
        return new MovedPaths(catalog, document.folder(), folder)::edit;
    }

    private CompletableFuture<Boolean> ended(OpenDocument open, SaveTarget target, Snapshot snapshot, Outcome outcome) {
        if (!isOpen(open)) {
            // The window was closed without waiting.
            return outcome instanceof Outcome.Written ? SAVED : NOT_SAVED;
        }
        if (!(outcome instanceof Outcome.Written)) {
            around.say().accept(TEXTS.get("said.not-saved", target.file().getFileName()));
        }
        return switch (outcome) {
            case Outcome.Written written -> {
                Saved saved = new Saved(target.file(), snapshot, written);
                boolean isMoved =
                        !Objects.equals(open.root().folder(), target.file().getParent());
                yield isMoved ? move(open, saved, snapshot.graph(), written.moved()) : mark(open, saved, snapshot);
            }
            case Outcome.Refused _ -> askAndWrite(open, target);
            case Outcome.ReadOnly readOnly -> {
                boolean isItsOwn =
                        open.root().file().filter(target.file()::equals).isPresent();
                around.say()
                        .accept(
                                isItsOwn
                                        ? TEXTS.get(
                                                "said.read-only", target.file().getFileName())
                                        : TEXTS.get("said.read-only-chosen", readOnly.folder()));
                yield chooseOutside(open, target.file());
            }
            case Outcome.Failed failed -> {
                around.dialogs().showError(TEXTS.get("failed.save"), TEXTS.get("failed.save.text", failed.sentence()));
                yield NOT_SAVED;
            }
        };
    }

    /**
     * What stands in a file now.
     *
     * @param snapshot of what it was made
     */
    private record Saved(Path file, Snapshot snapshot, Outcome.Written written) {
        /** What the history of {@code document} knows of it. */
        Snapshot in(Document document) {
            if (written.moved().isEmpty() && snapshot.state() != Snapshot.UNNAMED) {
                return snapshot;
            }
            return document.graph().equals(written.graph())
                    ? document.snapshot()
                    : new Snapshot(written.graph(), Snapshot.UNNAMED);
        }
    }

    /**
     * Makes the document mean in its new folder what was written there. What was done to it meanwhile may name files too,
     * and is not written yet. {@code edit} does that to {@code worked}.
     */
    private CompletableFuture<Boolean> move(OpenDocument open, Saved saved, Graph worked, Optional<GraphEdit> edit) {
        Document document = open.root();
        return FileTurns.stepEnded(document).thenCompose(_ -> {
            if (!isOpen(open)) {
                return SAVED;
            }
            Graph now = document.graph();
            if (!now.equals(worked)) {
                Function<Graph, Optional<GraphEdit>> move = move(document, saved.file());
                return around.threads()
                        .write(() -> move.apply(now))
                        .thenCompose(again -> move(open, saved, now, again));
            }
            edit.ifPresent(one -> document.perform(TEXTS.get("step.save-as"), one));
            return mark(open, saved, saved.in(document));
        });
    }

    private CompletableFuture<Boolean> mark(OpenDocument open, Saved saved, Snapshot snapshot) {
        FileState state = saved.written().state();
        open.holds(saved.written().graph(), state);
        open.root().savedTo(saved.file(), snapshot, state.digest());
        open.check().written(saved.written().graph());
        open.settled();
        around.settings().update(remembered -> remembered.withRecent(saved.file()));
        around.say().accept(TEXTS.get("said.saved", saved.file().getFileName()));
        return SAVED;
    }

    private enum Overwrite {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    /** Asks about what {@link Unless} keeps from being written. */
    private CompletableFuture<Boolean> askAndWrite(OpenDocument open, SaveTarget target) {
        Overwrite answer = target.unless() == Unless.CHANGED ? askChanged(target.file()) : askThere(target.file());
        return switch (answer) {
            case OVERWRITE -> write(open, target.regardless());
            case ELSEWHERE -> chooseAndWrite(open);
            case CANCEL -> NOT_SAVED;
        };
    }

    private Overwrite askChanged(Path file) {
        return around.dialogs()
                .ask(new Question<>(
                        TEXTS.get("ask.changed"),
                        TEXTS.get("ask.changed.text", file.getFileName()),
                        List.of(
                                new Answer<>(Overwrite.OVERWRITE, TEXTS.get("ask.overwrite"), Role.OTHER),
                                new Answer<>(Overwrite.ELSEWHERE, TEXTS.get("ask.save-as"), Role.USUAL),
                                new Answer<>(Overwrite.CANCEL, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .orElse(Overwrite.CANCEL);
    }

    private Overwrite askThere(Path file) {
        return SavePlace.mayReplace(around.dialogs(), file) ? Overwrite.OVERWRITE : Overwrite.CANCEL;
    }
}
