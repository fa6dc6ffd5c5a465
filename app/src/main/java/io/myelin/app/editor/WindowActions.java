package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.HELP;
import static io.myelin.app.editor.action.MenuPlace.Menu.VIEW;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.CommandPalette;
import io.myelin.app.editor.action.KeySheet;
import io.myelin.app.editor.action.ShortcutSheet;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.gesture.CanvasGesture;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The actions on the window and on what it shows. */
final class WindowActions {
    private static final Texts TEXTS = Texts.of(WindowActions.class);

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
        registry.add(Action.named("edit.preferences", TEXTS.get("edit.preferences"))
                .keys("Shortcut+Comma")
                .menu(EDIT, 6)
                .icon("mdi2c-cog-outline")
                .does(() -> new PreferencesSheet(window).show()));
        registry.add(Action.named("edit.keys", TEXTS.get("edit.keys"))
                .keys("Shortcut+Alt+K")
                .menu(EDIT, 6)
                .icon("mdi2k-keyboard-settings-outline")
                .does(this::changeKeys));
    }

    private void changeKeys() {
        new KeySheet(registry, window.overlay()).show();
    }

    void addViewActions() {
        registry.add(Action.named("view.commands", TEXTS.get("view.commands"))
                .keys("Shortcut+Shift+P", "Shortcut+K")
                .menu(VIEW, 1)
                .icon("mdi2t-text-box-search-outline")
                .does(() -> new CommandPalette(registry, window.overlay()).show()));
        registry.add(view("view.fit", TEXTS.get("view.fit"))
                .keys("Shortcut+DIGIT1", "Home", "Shift+DIGIT1")
                .menu(VIEW, 2)
                .icon("mdi2f-fit-to-page-outline")
                .does(() -> withCanvas(GraphCanvas::fitAll)));
        registry.add(view("view.fit-selection", TEXTS.get("view.fit-selection"))
                .typed(".")
                .keys("Shift+DIGIT2")
                .menu(VIEW, 2)
                .does(() -> withCanvas(GraphCanvas::fitSelection)));
        registry.add(view("view.actual-size", TEXTS.get("view.actual-size"))
                .keys("Shortcut+DIGIT0", "Shortcut+NUMPAD0")
                .menu(VIEW, 2)
                .does(() -> withCanvas(canvas -> canvas.zoomTo(1))));
        registry.add(view("view.zoom-in", TEXTS.get("view.zoom-in"))
                .keys("Shortcut+EQUALS", "Shortcut+PLUS", "Shortcut+ADD")
                .menu(VIEW, 2)
                .does(() ->
                        withCanvas(canvas -> canvas.zoomTo(canvas.zoomProperty().get() * ZOOM_STEP))));
        registry.add(view("view.zoom-out", TEXTS.get("view.zoom-out"))
                .keys("Shortcut+MINUS", "Shortcut+SUBTRACT")
                .menu(VIEW, 2)
                .does(() ->
                        withCanvas(canvas -> canvas.zoomTo(canvas.zoomProperty().get() / ZOOM_STEP))));
        addPanelActions();
        addRegionActions();
        registry.add(Action.named("view.theme", TEXTS.get("view.theme"))
                .keys("Shortcut+Shift+T")
                .menu(VIEW, 4)
                .icon("mdi2t-theme-light-dark")
                .checkedWhen(() -> window.theme().isDark())
                .does(() -> chooseTheme(window.theme().isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK)));
        registry.add(Action.named("view.full-screen", TEXTS.get("view.full-screen"))
                .keys("F11")
                .menu(VIEW, 4)
                .checkedWhen(() -> window.stage().isFullScreen())
                .does(() -> window.stage().setFullScreen(!window.stage().isFullScreen())));
        registry.add(Action.named("view.next-tab", TEXTS.get("view.next-tab"))
                .keys("Shortcut+PAGE_DOWN")
                .menu(VIEW, 5)
                .does(() -> documents.selectNext(1)));
        registry.add(Action.named("view.previous-tab", TEXTS.get("view.previous-tab"))
                .keys("Shortcut+PAGE_UP")
                .menu(VIEW, 5)
                .does(() -> documents.selectNext(-1)));
    }

    private void addPanelActions() {
        registry.add(Action.named("view.search-palette", TEXTS.get("view.search-palette"))
                .keys("Shortcut+Shift+F")
                .menu(VIEW, 3)
                .does(() -> {
                    window.panels().setPaletteShown(true);
                    window.palette().focusSearch();
                }));
        registry.add(Action.named("view.palette", TEXTS.get("view.palette"))
                .keys("Shortcut+Alt+DIGIT1")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.panels().isPaletteShown())
                .does(() -> window.panels().setPaletteShown(!window.panels().isPaletteShown())));
        registry.add(Action.named("view.inspector", TEXTS.get("view.inspector"))
                .keys("Shortcut+Alt+DIGIT2")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.panels().isInspectorShown())
                .does(() -> window.panels().setInspectorShown(!window.panels().isInspectorShown())));
        registry.add(Action.named("view.bottom", TEXTS.get("view.bottom"))
                .keys("Shortcut+J")
                .menu(VIEW, 3)
                .checkedWhen(() -> window.bottomPanel().isShown())
                .does(() -> window.bottomPanel().setShown(!window.bottomPanel().isShown())));
        registry.add(Action.named("view.problems", TEXTS.get("view.problems"))
                .keys("Shortcut+Shift+M")
                .menu(VIEW, 3)
                .does(() -> window.front().showProblems()));
        registry.add(Action.named("view.history", TEXTS.get("view.history"))
                .keys("Shortcut+Shift+H")
                .menu(VIEW, 3)
                .icon("mdi2h-history")
                .does(() -> window.front().showHistory()));
    }

    private void addRegionActions() {
        registry.add(Action.named("view.next-region", TEXTS.get("region.next"))
                .keys("F6")
                .menu(VIEW, 5)
                .does(() -> window.goToRegion(1)));
        registry.add(Action.named("view.previous-region", TEXTS.get("region.previous"))
                .keys("Shift+F6")
                .menu(VIEW, 5)
                .does(() -> window.goToRegion(-1)));
    }

    /** Chooses a look, and remembers it. */
    private void chooseTheme(ThemeChoice choice) {
        window.theme().choose(choice);
        window.settings()
                .update(remembered ->
                        remembered.withAppearance(remembered.appearance().withTheme(choice)));
    }

    void addHelpActions() {
        registry.add(Action.named("help.keys", TEXTS.get("help.keys"))
                .typed("?")
                .keys("F1")
                .menu(HELP, 1)
                .icon("mdi2k-keyboard-outline")
                .does(() -> new ShortcutSheet(registry, window.overlay(), gestures(), this::changeKeys).show()));
    }

    private static List<ShortcutSheet.PointerRow> gestures() {
        return Arrays.stream(CanvasGesture.values())
                .map(gesture -> new ShortcutSheet.PointerRow(gesture.title(), gesture.hands()))
                .toList();
    }

    private Action.Builder view(String id, String title) {
        return Action.named(id, title).enabledWhen(this::hasDocument);
    }

    private boolean hasDocument() {
        return documents.canvas().isPresent();
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.canvas().ifPresent(task);
    }
}
