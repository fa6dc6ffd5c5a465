package io.myelin.app.editor;

import io.myelin.app.editor.compare.ComparisonActions;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.GraphReplacement;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.file.FileState;
import io.myelin.app.editor.file.MovedPaths;
import io.myelin.app.editor.file.Question;
import io.myelin.app.editor.file.Question.Answer;
import io.myelin.app.editor.file.Question.Role;
import io.myelin.app.editor.file.ReadGraph;
import io.myelin.app.editor.journal.RecoveredDocument;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphPicture;
import io.myelin.engine.graph.LoadedGraph;
import io.myelin.engine.graph.Problem;
import io.myelin.engine.graph.SourcePlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** New, open, save, close, and what to ask before any of them loses work. */
final class FileCommands {
    private static final Texts TEXTS = Texts.of(FileCommands.class);

    private static final String ENDING = ".graph.json";

    private final OpenDocuments documents;
    private final Comparisons comparisons;
    private final ComponentCatalog catalog;
    private final Dialogs dialogs;
    private final EditorSettingsFile settings;
    private final Consumer<String> say;

    FileCommands(
            OpenDocuments documents,
            Comparisons comparisons,
            ComponentCatalog catalog,
            Dialogs dialogs,
            EditorSettingsFile settings,
            Consumer<String> say) {
        this.documents = documents;
        this.comparisons = comparisons;
        this.catalog = catalog;
        this.dialogs = dialogs;
        this.settings = settings;
        this.say = say;
    }

    /** Opens a new, empty graph. */
    void newDocument() {
        newDocument(Graph.EMPTY);
    }

    /** Opens {@code graph}, which stands in no file. */
    void newDocument(Graph graph) {
        documents.add(new Document(catalog, graph, Optional.empty()), SourcePlaces.NONE, FileState.ABSENT);
    }

    /** Asks which files to open, and opens them. */
    void chooseAndOpen() {
        Path start = documents
                .current()
                .map(open -> open.document().folder())
                .orElseGet(() -> Path.of("").toAbsolutePath());
        dialogs.chooseGraphsToOpen(start).forEach(this::open);
    }

    /** Opens {@code path}, or brings it to the front where it is open; what is wrong with it is shown in its tab. */
    void open(Path path) {
        open(path, _ -> {});
    }

    /** As {@link #open(Path)}; {@code then} is told of the document when it is there. */
    void open(Path path, Consumer<OpenDocument> then) {
        Path file = path.toAbsolutePath().normalize();
        Optional<OpenDocument> already = find(file);
        if (already.isPresent()) {
            documents.select(already.get());
            then.accept(already.get());
        } else if (ReadGraph.isLong(file)) {
            openBeside(file, then);
        } else {
            try {
                show(file, ReadGraph.of(file)).ifPresent(then);
            } catch (IOException unreadable) {
                showUnreadable(file, unreadable);
            }
        }
    }

    /** Reads a large file without keeping the window from anything else. */
    private void openBeside(Path file, Consumer<OpenDocument> then) {
        documents
                .addOpening(file)
                .ifPresent(opening -> opening.read(
                        read -> {
                            documents.replaceOpening(opening, () -> {
                                // It may have been recovered, or saved there, meanwhile.
                                if (find(file).isEmpty()) {
                                    show(file, read);
                                }
                            });
                            find(file).ifPresent(then);
                        },
                        unreadable -> documents.replaceOpening(opening, () -> showUnreadable(file, unreadable))));
    }

    private void showUnreadable(Path file, IOException unreadable) {
        documents.addBroken(file, List.of(unreadable(unreadable)), () -> open(file));
    }

    private Optional<OpenDocument> show(Path file, ReadGraph read) {
        LoadedGraph loaded = read.loaded();
        if (loaded.graph().isEmpty()) {
            documents.addBroken(file, loaded.problems(), () -> open(file));
            return Optional.empty();
        }
        Optional<OpenDocument> untouched = onlyUntouched();
        Document document = new Document(catalog, loaded.graph().get(), Optional.of(file));
        OpenDocument open = documents.add(document, loaded.places(), read.state());
        untouched.ifPresent(documents::remove);
        settings.update(remembered -> remembered.withRecent(file));
        return Optional.of(open);
    }

    /** The new graph that nothing was done in, where nothing else is open: the next one takes its place. */
    private Optional<OpenDocument> onlyUntouched() {
        return documents.all().stream()
                .filter(OpenDocument::isUntouched)
                .filter(_ -> documents.all().size() == 1)
                .findFirst();
    }

    /** Shows a document as it was when its editor ended; its file is {@code now}. */
    OpenDocument showRecovered(RecoveredDocument recovered, FileState now) {
        Document document = recovered.document();
        Optional<OpenDocument> untouched = onlyUntouched();
        Optional<OpenDocument> unedited = document.file()
                .flatMap(this::find)
                .filter(same -> !same.document().isModified());
        OpenDocument open = documents.add(document, SourcePlaces.NONE, now, recovered.journal());
        untouched.ifPresent(documents::remove);
        unedited.ifPresent(documents::remove);
        document.file().flatMap(documents::opening).ifPresent(documents::removeOpening);
        if (!now.digest().equals(recovered.digest())) {
            changedOnDisk(open, now);
        }
        say.accept(TEXTS.get("said.recovered", document.name()));
        return open;
    }

    private static Problem unreadable(IOException thrown) {
        return new Problem(Problem.Severity.ERROR, "", 0, 0, sentence(thrown), Optional.empty());
    }

    private static String sentence(IOException thrown) {
        String text = thrown.getMessage();
        return text == null || text.isBlank()
                ? TEXTS.get("file.unreadable", thrown.getClass().getSimpleName())
                : text;
    }

    private Optional<OpenDocument> find(Path file) {
        return documents.all().stream()
                .filter(open -> open.document().file().equals(Optional.of(file)))
                .findFirst();
    }

    /** Saves to its file, or asks for one; false where it was not saved. */
    boolean save(OpenDocument open) {
        Optional<Path> file = open.document().file();
        if (file.isEmpty() || GraphPicture.isPicture(file.get())) {
            // A picture holds its graph to be looked at: it is never saved over.
            return saveAs(open);
        }
        if (!changedOnDisk(open, file.get())) {
            return write(open, file.get());
        }
        return dialogs.ask(new Question<>(
                        TEXTS.get("ask.changed"),
                        TEXTS.get("ask.changed.text", file.get().getFileName()),
                        List.of(
                                new Answer<>(Overwrite.OVERWRITE, TEXTS.get("ask.overwrite"), Role.OTHER),
                                new Answer<>(Overwrite.ELSEWHERE, TEXTS.get("ask.save-as"), Role.USUAL),
                                new Answer<>(Overwrite.CANCEL, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .map(answer -> switch (answer) {
                    case OVERWRITE -> write(open, file.get());
                    case ELSEWHERE -> saveAs(open);
                    case CANCEL -> false;
                })
                .orElse(false);
    }

    private enum Overwrite {
        OVERWRITE,
        ELSEWHERE,
        CANCEL
    }

    private static boolean changedOnDisk(OpenDocument open, Path file) {
        if (open.isChangedBehind()) {
            return true;
        }
        try {
            Optional<FileState> changed = open.known().changed(file);
            return changed.isPresent() && changed.get().there();
        } catch (IOException unseen) {
            // What cannot be seen cannot be compared; writing will say what is wrong with the file.
            return false;
        }
    }

    /** Asks where to save, and saves there; false where it was not saved. */
    boolean saveAs(OpenDocument open) {
        Document document = open.root();
        Path suggestion = suggestion(document);
        Optional<Path> chosen = dialogs.chooseGraphToSave(suggestion)
                .map(path -> path.toAbsolutePath().normalize());
        if (chosen.isEmpty()) {
            return false;
        }
        Path file = withEnding(chosen.get());
        if (find(file).filter(other -> !other.equals(open)).isPresent()
                || documents.opening(file).isPresent()) {
            dialogs.showError(TEXTS.get("failed.open"), TEXTS.get("failed.open.text", file.getFileName()));
            return false;
        }
        // The dialog has asked about the name that was typed, not about the one with its ending.
        boolean isUnasked = !file.equals(chosen.get()) && !document.file().equals(Optional.of(file));
        return (!isUnasked || !Files.exists(file) || mayReplace(file)) && write(open, file);
    }

    private static Path suggestion(Document document) {
        String plain = document.name().replaceFirst("(?i)\\.(png|svg)$", "") + ENDING;
        return document.file()
                .filter(file -> !GraphPicture.isPicture(file))
                .orElseGet(() -> document.folder().resolve(plain));
    }

    private static Path withEnding(Path path) {
        String name = path.getFileName().toString();
        if (name.endsWith(".json")) {
            return path;
        }
        return path.resolveSibling(name.endsWith(".graph") ? name + ".json" : name + ENDING);
    }

    private boolean mayReplace(Path file) {
        return dialogs.ask(new Question<>(
                        TEXTS.get("ask.replace"),
                        TEXTS.get("ask.replace.text", file.getFileName()),
                        List.of(
                                new Answer<>(true, TEXTS.get("ask.replace.yes"), Role.OTHER),
                                new Answer<>(false, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .orElse(false);
    }

    /** Writes it; in another folder, its relative paths are rewritten so that they go on meaning the same files. */
    private boolean write(OpenDocument open, Path file) {
        Document document = open.root();
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), document.folder());
        Optional<GraphEdit> moved = new MovedPaths(catalog, document.folder(), folder).edit(document.graph());
        Graph graph = moved.map(edit -> edit.applyTo(document.graph()).graph()).orElseGet(document::graph);
        try {
            GraphFile.write(graph, file);
            open.setKnown(FileState.of(file));
        } catch (IOException failed) {
            dialogs.showError(TEXTS.get("failed.save"), TEXTS.get("failed.save.text", sentence(failed)));
            return false;
        }
        moved.ifPresent(edit -> document.perform(TEXTS.get("step.save-as"), edit));
        document.savedTo(file);
        open.check().written();
        settled(open);
        settings.update(remembered -> remembered.withRecent(file));
        say.accept(TEXTS.get("said.saved", file.getFileName()));
        return true;
    }

    /** Closes {@code open}, asking first where that would lose work; false where it stays open. */
    boolean close(OpenDocument open) {
        if (!mayClose(open)) {
            return false;
        }
        documents.remove(open);
        return true;
    }

    /** Asks for every document that closing would lose work of; false where one of them is to stay open. */
    boolean mayCloseAll() {
        return documents.all().stream().allMatch(this::mayClose);
    }

    private boolean mayClose(OpenDocument open) {
        if (!open.document().isModified()) {
            return true;
        }
        documents.select(open);
        return dialogs.ask(new Question<>(
                        TEXTS.get("ask.unsaved"),
                        TEXTS.get("ask.unsaved.text", open.document().name()),
                        List.of(
                                new Answer<>(Unsaved.SAVE, TEXTS.get("ask.save"), Role.USUAL),
                                new Answer<>(Unsaved.DISCARD, TEXTS.get("ask.discard"), Role.OTHER),
                                new Answer<>(Unsaved.CANCEL, TEXTS.get("ask.cancel"), Role.CANCEL))))
                .map(answer -> switch (answer) {
                    case SAVE -> save(open);
                    case DISCARD -> true;
                    case CANCEL -> false;
                })
                .orElse(false);
    }

    private enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Another program has changed the file of {@code open}, which is {@code now}: offers to read it again. */
    void changedOnDisk(OpenDocument open, FileState now) {
        Optional<Path> file = open.document().file();
        if (file.isEmpty()) {
            return;
        }
        if (!now.there()) {
            open.document().fileDiffers();
            open.showBar(new FileBar(TEXTS.get("bar.deleted", file.get().getFileName()))
                    .button(TEXTS.get("bar.keep"), () -> settled(open))
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
                    settled(open);
                    open.document().fileDiffers();
                })
                .node());
    }

    /** There is nothing more to say of the file of {@code open}. */
    private static void settled(OpenDocument open) {
        open.setChangedBehind(false);
        open.showBar(null);
    }

    private void reload(OpenDocument open, Path file) {
        ReadGraph read;
        try {
            read = ReadGraph.of(file);
        } catch (IOException unreadable) {
            dialogs.showError(TEXTS.get("failed.read"), sentence(unreadable));
            return;
        }
        LoadedGraph loaded = read.loaded();
        if (loaded.graph().isEmpty()) {
            Problem first = loaded.problems().getFirst();
            dialogs.showError(
                    TEXTS.get("failed.no-graph"),
                    TEXTS.get("failed.no-graph.text", first.line(), first.column(), first.message()));
            return;
        }
        Document document = open.root();
        document.perform(
                TEXTS.get("bar.reload"),
                GraphReplacement.edit(document.graph(), loaded.graph().get()));
        open.setKnown(read.state());
        document.savedTo(file);
        open.check().placed(loaded.places());
        settled(open);
        say.accept(TEXTS.get("said.reloaded", file.getFileName()));
    }

    /** The files used last that are still there. */
    List<Path> recent() {
        return settings.settings().recent().stream().filter(Files::exists).toList();
    }
}
