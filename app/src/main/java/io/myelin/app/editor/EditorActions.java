package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.FILE;
import static io.myelin.app.editor.action.MenuPlace.Menu.SELECT;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The actions on files and on the graph in front. */
final class EditorActions {
    private static final Texts TEXTS = Texts.of(EditorActions.class);

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final FileCommands files;
    private final EditCommands edits;
    private final PictureExport pictures;

    EditorActions(
            ActionRegistry registry,
            OpenDocuments documents,
            FileCommands files,
            EditCommands edits,
            PictureExport pictures) {
        this.registry = registry;
        this.documents = documents;
        this.files = files;
        this.edits = edits;
        this.pictures = pictures;
    }

    void addFileActions(Runnable quit) {
        registry.add(Action.named("file.new", TEXTS.get("file.new"))
                .keys("Shortcut+N")
                .menu(FILE, 1)
                .icon("mdi2f-file-outline")
                .does(() -> files.opening().newDocument()));
        registry.add(Action.named("file.open", TEXTS.get("file.open"))
                .keys("Shortcut+O")
                .menu(FILE, 1)
                .icon("mdi2f-folder-open-outline")
                .does(() -> files.opening().chooseAndOpen()));
        registry.add(Action.named("file.save", TEXTS.get("file.save"))
                .keys("Shortcut+S")
                .menu(FILE, 2)
                .icon("mdi2c-content-save-outline")
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(this::save)));
        registry.add(Action.named("file.save-as", TEXTS.get("file.save-as"))
                .keys("Shortcut+Shift+S")
                .menu(FILE, 2)
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(this::saveAs)));
        registry.add(Action.named("file.export-picture", TEXTS.get("file.export-picture"))
                .menu(FILE, 2)
                .icon("mdi2i-image-outline")
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(pictures::export)));
        registry.add(Action.named("file.close", TEXTS.get("file.close"))
                .keys("Shortcut+W")
                .menu(FILE, 3)
                .enabledWhen(() -> !documents.node().getTabs().isEmpty())
                .does(this::close));
        registry.add(Action.named("file.quit", TEXTS.get("file.quit"))
                .keys("Shortcut+Q")
                .menu(FILE, 4)
                .does(quit));
    }

    private void close() {
        documents
                .current()
                .ifPresentOrElse(
                        open -> {
                            var _ = files.closing().close(open);
                        },
                        documents::removeBroken);
    }

    private void save(OpenDocument open) {
        var _ = files.saving().save(open);
    }

    private void saveAs(OpenDocument open) {
        var _ = files.saving().saveAs(open);
    }

    void addEditActions() {
        registry.add(onDocument("edit.undo", TEXTS.get("edit.undo"), Document::canUndo)
                .keys("Shortcut+Z")
                .menu(EDIT, 1)
                .icon("mdi2u-undo")
                .titledBy(() -> named("edit.undo", Document::undoName))
                .does(() -> withDocument(Document::undo)));
        registry.add(onDocument("edit.redo", TEXTS.get("edit.redo"), Document::canRedo)
                .keys("Shortcut+Y", "Shortcut+Shift+Z")
                .menu(EDIT, 1)
                .icon("mdi2r-redo")
                .titledBy(() -> named("edit.redo", Document::redoName))
                .does(() -> withDocument(Document::redo)));
        registry.add(onSelection("edit.cut", TEXTS.get("edit.cut"), Selection::hasPlaced)
                .keys("Shortcut+X")
                .menu(EDIT, 2)
                .icon("mdi2c-content-cut")
                .does(() -> documents.current().ifPresent(this::cut)));
        registry.add(onSelection("edit.copy", TEXTS.get("edit.copy"), Selection::hasPlaced)
                .keys("Shortcut+C")
                .menu(EDIT, 2)
                .icon("mdi2c-content-copy")
                .does(() -> withDocument(edits::copy)));
        registry.add(Action.named("edit.paste", TEXTS.get("edit.paste"))
                .keys("Shortcut+V")
                .menu(EDIT, 2)
                .icon("mdi2c-content-paste")
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(open -> edits.paste(open, false))));
        registry.add(Action.named("edit.paste-linked", TEXTS.get("edit.paste-linked"))
                .keys("Shortcut+Shift+V")
                .menu(EDIT, 2)
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> documents.current().ifPresent(open -> edits.paste(open, true))));
        registry.add(onSelection("edit.duplicate", TEXTS.get("edit.duplicate"), Selection::hasPlaced)
                .keys("Shortcut+D")
                .menu(EDIT, 2)
                .does(() -> withCanvas(GraphCanvas::duplicateSelection)));
        registry.add(onSelection("edit.delete", TEXTS.get("edit.delete"), selection -> !selection.isEmpty())
                .keys("Delete", "BACK_SPACE")
                .menu(EDIT, 2)
                .icon("mdi2d-delete-outline")
                .does(() -> withCanvas(GraphCanvas::deleteSelection)));
        registry.add(onSelection(
                        "edit.delete-join",
                        TEXTS.get("edit.delete-join"),
                        selection -> !selection.components().isEmpty())
                .keys("Shortcut+Delete")
                .menu(EDIT, 2)
                .does(() -> withCanvas(GraphCanvas::deleteAndHealSelection)));
        registry.add(Action.named("edit.select-all", TEXTS.get("edit.select-all"))
                .keys("Shortcut+A")
                .menu(SELECT, 1)
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> withCanvas(GraphCanvas::selectAll)));
        registry.add(state("edit.mute", TEXTS.get("edit.mute"), "Shortcut+M", edits::toggleMuted));
        registry.add(state("edit.bypass", TEXTS.get("edit.bypass"), "Shortcut+B", edits::toggleBypassed));
    }

    private Action state(String id, String title, String key, Consumer<Document> task) {
        return onSelection(
                        id,
                        title,
                        selection -> !selection.components().isEmpty()
                                || !selection.links().isEmpty())
                .keys(key)
                .menu(EDIT, 4)
                .does(() -> withDocument(task));
    }

    private String named(String id, Function<Document, String> name) {
        return documents
                .current()
                .map(open -> name.apply(open.document()))
                .filter(what -> !what.isEmpty())
                .map(what -> TEXTS.get(id + "-step", what))
                .orElseGet(() -> TEXTS.get(id));
    }

    private Action.Builder onSelection(String id, String title, Predicate<Selection> condition) {
        return onDocument(id, title, document -> condition.test(document.selection()));
    }

    private Action.Builder onDocument(String id, String title, Predicate<Document> condition) {
        return Action.named(id, title)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> condition.test(open.document()))
                        .isPresent());
    }

    private void cut(OpenDocument open) {
        edits.copy(open.document());
        open.canvas().deleteSelection();
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.current().ifPresent(open -> task.accept(open.canvas()));
    }

    private void withDocument(Consumer<Document> task) {
        documents.current().ifPresent(open -> task.accept(open.document()));
    }
}
