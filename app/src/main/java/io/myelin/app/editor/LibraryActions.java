package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.FILE;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.StandaloneGraph;
import io.myelin.app.editor.file.Dialogs;
import io.myelin.app.editor.file.MovedPaths;
import io.myelin.app.editor.file.SavePlace;
import io.myelin.app.editor.file.SavedKind;
import io.myelin.app.editor.palette.GraphLibrary;
import io.myelin.app.text.Texts;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Subgraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** The actions on graphs in files that are used as components of others: adding them, and keeping them in a library. */
final class LibraryActions {
    private static final Texts TEXTS = Texts.of(LibraryActions.class);

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final EditCommands edits;
    private final Dialogs dialogs;
    private final GraphLibrary library;
    private final Consumer<String> say;

    /** Actions on what {@code documents} has in front; {@code say} tells what was done, or why not. */
    LibraryActions(
            ActionRegistry registry,
            OpenDocuments documents,
            EditCommands edits,
            Dialogs dialogs,
            GraphLibrary library,
            Consumer<String> say) {
        this.registry = registry;
        this.documents = documents;
        this.edits = edits;
        this.dialogs = dialogs;
        this.library = library;
        this.say = say;
    }

    void add() {
        registry.add(Action.named("structure.add-file", TEXTS.get("structure.add-file"))
                .menu(EDIT, 4)
                .icon("mdi2f-file-plus-outline")
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(this::addFromFile)));
        registry.add(Action.named("structure.save-to-library", TEXTS.get("structure.save-to-library"))
                .menu(FILE, 2)
                .icon("mdi2b-bookshelf")
                .enabledWhen(() -> documents
                        .current()
                        .filter(open ->
                                !open.document().selection().components().isEmpty())
                        .isPresent())
                .does(() -> documents.current().ifPresent(open -> save(open.document()))));
    }

    private void addFromFile(OpenDocument open) {
        dialogs.chooseGraphsToOpen(open.document().folder())
                .forEach(file ->
                        edits.place(open, Subgraph.TYPE + file.toAbsolutePath().normalize()));
    }

    /** Saves the selected components as a graph of the library, with boxes where links led out of them. */
    private void save(Document document) {
        Graph graph = StandaloneGraph.of(document, document.selection().components());
        if (!isLibraryThere()) {
            return;
        }
        Path suggestion =
                library.folder().resolve(graph.components().keySet().iterator().next() + GraphLibrary.ENDING);
        SavePlace.chooseFree(dialogs, SavedKind.GRAPH, suggestion).ifPresent(file -> write(document, graph, file));
    }

    /** Where the folder is not there, a dialog would open elsewhere, and what is saved there is no part of the library. */
    private boolean isLibraryThere() {
        try {
            Files.createDirectories(library.folder());
            return true;
        } catch (IOException failed) {
            dialogs.showError(
                    TEXTS.get("failed.save"), TEXTS.get("failed.library", String.valueOf(failed.getMessage())));
            return false;
        }
    }

    private void write(Document document, Graph graph, Path file) {
        Path folder = Objects.requireNonNullElse(file.getParent(), document.folder());
        try {
            Files.createDirectories(folder);
            Graph moved = new MovedPaths(document.catalog(), document.folder(), folder)
                    .edit(graph)
                    .map(edit -> edit.applyTo(graph).graph())
                    .orElse(graph);
            GraphFile.write(moved, file);
            say.accept(
                    library.shows(file)
                            ? TEXTS.get("said.saved", file.getFileName())
                            : TEXTS.get("said.saved-beside", file.getFileName(), library.folder()));
        } catch (IOException failed) {
            dialogs.showError(TEXTS.get("failed.save"), String.valueOf(failed.getMessage()));
        }
        library.look();
    }
}
