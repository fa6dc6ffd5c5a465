package io.myelin.app.editor;

import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.compare.ComparisonActions;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.editor.palette.GraphLibrary;

/** All actions of a window but those on runs, in the order in which menus and lists show them. */
final class ActionSet {
    private final EditorWindow window;
    private final FileCommands files;
    private final EditCommands edits;
    private final Comparisons comparisons;

    ActionSet(EditorWindow window, FileCommands files, EditCommands edits, Comparisons comparisons) {
        this.window = window;
        this.files = files;
        this.edits = edits;
        this.comparisons = comparisons;
    }

    void addAll(StructureActions structure, GraphLibrary library, CanvasKeyActions canvasKeys) {
        ActionRegistry actions = window.actions();
        OpenDocuments documents = window.documents();
        EditorActions own = new EditorActions(actions, documents, files, edits, pictures());
        own.addFileActions(window::askToClose);
        own.addEditActions();
        addComparisonActions(actions, documents);
        structure.add();
        new LibraryActions(actions, documents, edits, window.dialogs(), library, window.statusBar()::say).add();
        WindowActions onWindow = new WindowActions(actions, documents, window);
        onWindow.addEditActions();
        new LayoutActions(actions, documents).add();
        onWindow.addViewActions();
        new CanvasActions(actions, documents, window.settings()).addAll();
        new ArrangeActions(actions, documents).addAll();
        canvasKeys.addAll();
        onWindow.addHelpActions();
    }

    private PictureExport pictures() {
        EditorSettingsFile settings = window.settings();
        return new PictureExport(
                window.dialogs(),
                files,
                () -> window.theme().isDark(),
                () -> CardStyle.compact(settings.settings().canvas().compactCards()),
                window.statusBar()::say);
    }

    private void addComparisonActions(ActionRegistry actions, OpenDocuments documents) {
        ComparisonActions compared = new ComparisonActions(actions, documents::comparison);
        compared.addBeginning(
                () -> documents.current().isPresent(),
                comparisons::withChosenFiles,
                comparisons::canCompareWithSaved,
                comparisons::withSaved);
        compared.addGoing();
    }
}
