package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.HELP;
import static io.myelin.app.editor.action.MenuPlace.Menu.VIEW;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.CommandPalette;
import io.myelin.app.editor.action.ShortcutSheet;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.theme.ThemeChoice;
import java.util.function.Consumer;

/** The actions on the window and on what it shows. */
final class WindowActions {
    private static final double ZOOM_STEP = 1.25;

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final EditorWindow window;

    WindowActions(ActionRegistry registry, OpenDocuments documents, EditorWindow window) {
        this.registry = registry;
        this.documents = documents;
        this.window = window;
    }

    void addEditActions() {
        registry.add(Action.named("edit.rename", "Rename")
                .keys("F2")
                .menu(EDIT, 5)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> !open.document().selection().isEmpty())
                        .isPresent())
                .does(this::rename));
        registry.add(Action.named("edit.find", "Find Component …")
                .keys("Shortcut+F")
                .menu(EDIT, 5)
                .icon("mdi2m-magnify")
                .enabledWhen(this::hasDocument)
                .does(() -> documents.current().ifPresent(open -> new ComponentFinder(window.overlay(), open).show())));
        registry.add(Action.named("edit.preferences", "Preferences …")
                .keys("Shortcut+Comma")
                .menu(EDIT, 6)
                .icon("mdi2c-cog-outline")
                .does(() -> new PreferencesSheet(window).show()));
    }

    private void rename() {
        if (documents.current().filter(open -> open.canvas().renameSelection()).isPresent()) {
            return;
        }
        window.panels().setInspectorShown(true);
        window.inspector().focusTitle();
    }

    void addViewActions() {
        registry.add(Action.named("view.commands", "Find Action …")
                .keys("Shortcut+Shift+P", "Shortcut+K")
                .menu(VIEW, 1)
                .icon("mdi2t-text-box-search-outline")
                .does(() -> new CommandPalette(registry, window.overlay()).show()));
        registry.add(view("view.fit", "Fit All")
                .keys("Shortcut+DIGIT1", "Home", "Shift+DIGIT1")
                .menu(VIEW, 2)
                .icon("mdi2f-fit-to-page-outline")
                .does(() -> withCanvas(GraphCanvas::fitAll)));
        registry.add(view("view.fit-selection", "Fit Selection")
                .typed(".")
                .keys("Shift+DIGIT2")
                .menu(VIEW, 2)
                .does(() -> withCanvas(GraphCanvas::fitSelection)));
        registry.add(view("view.actual-size", "Actual Size")
                .keys("Shortcut+DIGIT0", "Shortcut+NUMPAD0")
                .menu(VIEW, 2)
                .does(() -> withCanvas(canvas -> canvas.zoomTo(1))));
        registry.add(view("view.zoom-in", "Zoom In")
                .keys("Shortcut+EQUALS", "Shortcut+PLUS", "Shortcut+ADD")
                .menu(VIEW, 2)
                .does(() ->
                        withCanvas(canvas -> canvas.zoomTo(canvas.zoomProperty().get() * ZOOM_STEP))));
        registry.add(view("view.zoom-out", "Zoom Out")
                .keys("Shortcut+MINUS", "Shortcut+SUBTRACT")
                .menu(VIEW, 2)
                .does(() ->
                        withCanvas(canvas -> canvas.zoomTo(canvas.zoomProperty().get() / ZOOM_STEP))));
        addPanelActions();
        registry.add(Action.named("view.theme", "Dark Theme")
                .keys("Shortcut+Shift+T")
                .menu(VIEW, 4)
                .icon("mdi2t-theme-light-dark")
                .checkedWhen(() -> window.theme().isDark())
                .does(() -> chooseTheme(window.theme().isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK)));
        registry.add(Action.named("view.full-screen", "Full Screen")
                .keys("F11")
                .menu(VIEW, 4)
                .checkedWhen(() -> window.stage().isFullScreen())
                .does(() -> window.stage().setFullScreen(!window.stage().isFullScreen())));
        registry.add(Action.named("view.next-tab", "Next Graph")
                .keys("Shortcut+PAGE_DOWN")
                .menu(VIEW, 5)
                .does(() -> documents.selectNext(1)));
        registry.add(Action.named("view.previous-tab", "Previous Graph")
                .keys("Shortcut+PAGE_UP")
                .menu(VIEW, 5)
                .does(() -> documents.selectNext(-1)));
    }

    private void addPanelActions() {
        registry.add(Action.named("view.search-palette", "Find in Palette")
                .keys("Shortcut+Shift+F")
                .menu(VIEW, 3)
                .does(() -> {
                    window.panels().setPaletteShown(true);
                    window.palette().focusSearch();
                }));
        registry.add(Action.named("view.palette", "Palette")
                .keys("Shortcut+Alt+DIGIT1")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.panels().isPaletteShown())
                .does(() -> window.panels().setPaletteShown(!window.panels().isPaletteShown())));
        registry.add(Action.named("view.inspector", "Inspector")
                .keys("Shortcut+Alt+DIGIT2")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.panels().isInspectorShown())
                .does(() -> window.panels().setInspectorShown(!window.panels().isInspectorShown())));
        registry.add(Action.named("view.bottom", "Lower Panels")
                .keys("Shortcut+J")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.bottomPanel().isShown())
                .does(() -> window.bottomPanel().setShown(!window.bottomPanel().isShown())));
        registry.add(Action.named("view.problems", "Problems")
                .keys("Shortcut+Shift+M")
                .menu(VIEW, 3)
                .does(window::showProblems));
    }

    /** Chooses a look, and remembers it. */
    private void chooseTheme(ThemeChoice choice) {
        window.theme().choose(choice);
        window.settings().update(remembered -> remembered.withTheme(choice));
    }

    void addHelpActions() {
        registry.add(Action.named("help.keys", "Keys")
                .typed("?")
                .keys("F1")
                .menu(HELP, 1)
                .icon("mdi2k-keyboard-outline")
                .does(() -> new ShortcutSheet(registry, window.overlay()).show()));
    }

    private Action.Builder view(String id, String title) {
        return Action.named(id, title).enabledWhen(this::hasDocument);
    }

    private boolean hasDocument() {
        return documents.current().isPresent();
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.current().ifPresent(open -> task.accept(open.canvas()));
    }
}
