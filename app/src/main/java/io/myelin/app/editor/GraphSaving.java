package io.myelin.app.editor;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Snapshot;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.MovedPaths;
import io.myelin.app.editor.file.Question;
import io.myelin.app.editor.file.Question.Answer;
import io.myelin.app.editor.file.Question.Role;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphPicture;
import io.myelin.engine.graph.diff.GraphDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents to their files, beside the window's thread, while editing goes on: what is written is the graph as it
 * was when its turn came, and what is done after that stays unsaved.
 */
final class GraphSaving {
    private static final Texts TEXTS = Texts.of(GraphSaving.class);

    private static final Logger LOG = LoggerFactory.getLogger(GraphSaving.class);

    private static final CompletableFuture<Boolean> NOT_SAVED = CompletableFuture.completedFuture(false);

    private final OpenDocuments documents;
    private final ComponentCatalog catalog;
    private final FileSurroundings around;
    private final FileTurns turns;
    /** Where each is being written. */
    private final Map<OpenDocument, Path> writing = new HashMap<>();

    GraphSaving(OpenDocuments documents, ComponentCatalog catalog, FileSurroundings around, FileTurns turns) {
        this.documents = documents;
        this.catalog = catalog;
        this.around = around;
        this.turns = turns;
    }

    /** What keeps a file from being written until people have been asked. */
    private enum Unless {
        NOTHING,
        /** It is not as it was when last read or written. */
        CHANGED,
        /** It is there. */
        THERE
    }

    /** Where to write. */
    private record Target(Path file, Unless unless) {}

    /** What came of an attempt to write. */
    private sealed interface Outcome {
        /**
         * Nothing was written.
         *
         * @param sentence why, for people
         */
        record Failed(String sentence) implements Outcome {}

        /** Nothing was written, for {@link Unless}. */
        record Refused() implements Outcome {}

        /**
         * It was written.
         *
         * @param graph what was
         * @param state how the file was then
         * @param moved the edit that makes the document's graph what was written
         */
        record Written(Graph graph, FileState state, Optional<GraphEdit> moved) implements Outcome {}
    }

    /** Saves to its file, or asks for one; gives false where it was not saved. */
    CompletableFuture<Boolean> save(OpenDocument open) {
        return turns.next(open, () -> {
            Optional<Path> file = open.root().file();
            if (file.isEmpty() || GraphPicture.isPicture(file.get())) {
                // A picture holds its graph to be looked at: it is never saved over.
                return chooseAndWrite(open);
            }
            Target target = new Target(file.get(), Unless.CHANGED);
            return open.isChangedBehind() ? askUnlessTaken(open, target) : write(open, target);
        });
    }

    /** Nothing is lost, and nobody asked, where people have taken over all that the other program has changed. */
    private CompletableFuture<Boolean> askUnlessTaken(OpenDocument open, Target target) {
        return around.threads()
                .write(() -> around.store().read(target.file()))
                .handle((read, _) -> read != null && isTaken(read, open.root().graph()))
                .thenCompose(taken ->
                        taken ? write(open, new Target(target.file(), Unless.NOTHING)) : askAndWrite(open, target));
    }

    private static boolean isTaken(ReadGraph read, Graph graph) {
        return read.loaded()
                .graph()
                .filter(there -> GraphDiff.of(there, graph).isEmpty())
                .isPresent();
    }

    /** Asks where to save, and saves there; gives false where it was not saved. */
    CompletableFuture<Boolean> saveAs(OpenDocument open) {
        return choose(open)
                .map(target -> turns.next(open, () -> write(open, target)))
                .orElse(NOT_SAVED);
    }

    /** Done when {@code file} has been written, where that is going on. */
    Optional<CompletableFuture<Boolean>> writing(Path file) {
        return writing.entrySet().stream()
                .filter(entry -> entry.getValue().equals(file))
                .findFirst()
                .map(entry -> turns.ended(entry.getKey()));
    }

    private CompletableFuture<Boolean> chooseAndWrite(OpenDocument open) {
        return choose(open).map(target -> write(open, target)).orElse(NOT_SAVED);
    }

    private Optional<Target> choose(OpenDocument open) {
        Document document = open.root();
        Optional<SavePlace> place =
                SavePlace.choose(around.dialogs(), SavedKind.GRAPH, suggestion(document), around.store()::exists);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Path file = place.get().file();
        if (isAnothers(file, open)) {
            around.dialogs().showError(TEXTS.get("failed.open"), TEXTS.get("failed.open.text", file.getFileName()));
            return Optional.empty();
        }
        boolean isUnasked = !place.get().isAsked() && !document.file().equals(Optional.of(file));
        return Optional.of(new Target(file, isUnasked ? Unless.THERE : Unless.NOTHING));
    }

    private boolean isAnothers(Path file, OpenDocument open) {
        return documents.find(file).filter(other -> !other.equals(open)).isPresent()
                || documents.opening(file).isPresent()
                || writing.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getValue().equals(file) && !entry.getKey().equals(open));
    }

    private static Path suggestion(Document document) {
        String plain = document.name().replaceFirst("(?i)\\.(png|svg)$", "") + SavedKind.GRAPH.ending();
        return document.file()
                .filter(file -> !GraphPicture.isPicture(file))
                .orElseGet(() -> document.folder().resolve(plain));
    }

    /** Writes it; in another folder, its relative paths are rewritten so that they go on meaning the same files. */
    private CompletableFuture<Boolean> write(OpenDocument open, Target target) {
        Document document = open.root();
        Snapshot snapshot = document.snapshot();
        FileState known = open.known();
        Function<Graph, Optional<GraphEdit>> move = move(document, target.file());
        around.say().accept(TEXTS.get("said.saving", target.file().getFileName()));
        writing.put(open, target.file());
        return around.threads()
                .write(() -> attempt(snapshot.graph(), move, target, known))
                .<Outcome>handle((outcome, failed) -> outcome == null ? failed(target, failed) : outcome)
                .thenCompose(outcome -> ended(open, target, snapshot, outcome))
                .whenComplete((_, _) -> writing.remove(open));
    }

    private Function<Graph, Optional<GraphEdit>> move(Document document, Path file) {
        Path folder = Objects.requireNonNullElse(file.getParent(), document.folder());
        return new MovedPaths(catalog, document.folder(), folder)::edit;
    }

    /** Beside the window's thread. */
    private Outcome attempt(Graph graph, Function<Graph, Optional<GraphEdit>> move, Target target, FileState known)
            throws IOException {
        boolean isRefused = switch (target.unless()) {
            case NOTHING -> false;
            case CHANGED -> isChanged(target.file(), known);
            case THERE -> around.store().exists(target.file());
        };
        if (isRefused) {
            return new Outcome.Refused();
        }
        Optional<GraphEdit> moved = move.apply(graph);
        Graph written = moved.map(edit -> edit.applyTo(graph).graph()).orElse(graph);
        return new Outcome.Written(written, around.store().write(written, target.file()), moved);
    }

    private boolean isChanged(Path file, FileState known) {
        try {
            return around.store().changed(file, known).filter(FileState::there).isPresent();
        } catch (IOException unseen) {
            // What cannot be seen cannot be compared; writing will say what is wrong with the file.
            return false;
        }
    }

    private static Outcome failed(Target target, @Nullable Throwable thrown) {
        String sentence = FileCommands.sentence(thrown);
        LOG.warn("A graph was not saved. {}", sentence);
        LOG.debug("It was not saved to {}.", target.file(), thrown);
        return new Outcome.Failed(sentence);
    }

    private CompletableFuture<Boolean> ended(OpenDocument open, Target target, Snapshot snapshot, Outcome outcome) {
        if (!documents.all().contains(open)) {
            // The window was closed without waiting.
            return CompletableFuture.completedFuture(outcome instanceof Outcome.Written);
        }
        if (!(outcome instanceof Outcome.Written)) {
            around.say().accept(TEXTS.get("said.not-saved", target.file().getFileName()));
        }
        return switch (outcome) {
            case Outcome.Written written -> {
                boolean isMoved =
                        !Objects.equals(open.root().folder(), target.file().getParent());
                yield isMoved
                        ? move(open, target.file(), snapshot.graph(), written, written.moved())
                        : mark(open, target.file(), snapshot, written);
            }
            case Outcome.Refused _ -> askAndWrite(open, target);
            case Outcome.Failed failed -> {
                around.dialogs().showError(TEXTS.get("failed.save"), TEXTS.get("failed.save.text", failed.sentence()));
                yield NOT_SAVED;
            }
        };
    }

    /**
     * Makes the document mean in its new folder what was written there. What was done to it meanwhile may name files too,
     * and is not written yet.
     */
    private CompletableFuture<Boolean> move(
            OpenDocument open, Path file, Graph worked, Outcome.Written written, Optional<GraphEdit> edit) {
        Document document = open.root();
        return FileTurns.stepEnded(document).thenCompose(_ -> {
            Graph now = document.graph();
            if (!now.equals(worked)) {
                Function<Graph, Optional<GraphEdit>> move = move(document, file);
                return around.threads()
                        .write(() -> move.apply(now))
                        .thenCompose(again -> move(open, file, now, written, again));
            }
            edit.ifPresent(one -> document.perform(TEXTS.get("step.save-as"), one));
            boolean isWritten = document.graph().equals(written.graph());
            return mark(
                    open,
                    file,
                    isWritten ? document.snapshot() : new Snapshot(written.graph(), Snapshot.UNNAMED),
                    written);
        });
    }

    private CompletableFuture<Boolean> mark(OpenDocument open, Path file, Snapshot snapshot, Outcome.Written written) {
        open.setKnown(written.state());
        open.root().savedTo(file, snapshot, written.state().digest());
        open.check().written(written.graph());
        open.settled();
        around.settings().update(remembered -> remembered.withRecent(file));
        around.say().accept(TEXTS.get("said.saved", file.getFileName()));
        return CompletableFuture.completedFuture(true);
    }

    private enum Overwrite {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    /** Asks about what {@link Unless} keeps from being written. */
    private CompletableFuture<Boolean> askAndWrite(OpenDocument open, Target target) {
        Overwrite answer = target.unless() == Unless.CHANGED ? askChanged(target.file()) : askThere(target.file());
        return switch (answer) {
            case OVERWRITE -> write(open, new Target(target.file(), Unless.NOTHING));
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
