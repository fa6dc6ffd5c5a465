package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.SELECT;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionMenus;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.action.MenuPlace;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.Modifiers;
import io.myelin.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyEvent;

/** The actions whose keys mean something else outside the canvas: those that go about in it step by step. */
final class CanvasKeyActions {
    private static final Texts TEXTS = Texts.of(CanvasKeyActions.class);

    private static final Modifiers FAR = new Modifiers(false, true, false);
    private static final Modifiers CHOOSE = new Modifiers(false, false, true);

    /** Where the steps stand in the menus, in a menu of their own. */
    static final MenuPlace STEPS = new MenuPlace(SELECT, 3);

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final List<Action> steps = new ArrayList<>();

    CanvasKeyActions(ActionRegistry registry, OpenDocuments documents) {
        this.registry = registry;
        this.documents = documents;
    }

    void addAll() {
        steps.add(onCanvas("canvas.open", TEXTS.get("canvas.open"), "ENTER")
                .does(() -> press(Key.ENTER, Modifiers.NONE)));
        steps.add(onCanvas("canvas.link", TEXTS.get("link"), "L").does(() -> withCanvas(GraphCanvas::startLinking)));
        steps.add(onCanvas("canvas.next-wire", TEXTS.get("next-wire"), "W")
                .does(() -> withCanvas(canvas -> canvas.selectWire(1))));
        steps.add(onCanvas("canvas.previous-wire", TEXTS.get("previous-wire"), "Shift+W")
                .does(() -> withCanvas(canvas -> canvas.selectWire(-1))));
        steps.add(onCanvas("canvas.hidden-wires", TEXTS.get("hidden-wires"), "Shift+L")
                .does(() -> withCanvas(GraphCanvas::listHiddenWires)));
        addSteps("canvas.move", "", Modifiers.NONE);
        addSteps("canvas.move-far", "Shortcut+", FAR);
        addSteps("canvas.choose", "Alt+", CHOOSE);
        steps.forEach(registry::add);
    }

    private void addSteps(String id, String held, Modifiers modifiers) {
        addStep(id + "-left", held + "LEFT", Key.LEFT, modifiers);
        addStep(id + "-right", held + "RIGHT", Key.RIGHT, modifiers);
        addStep(id + "-up", held + "UP", Key.UP, modifiers);
        addStep(id + "-down", held + "DOWN", Key.DOWN, modifiers);
    }

    private void addStep(String id, String keys, Key key, Modifiers modifiers) {
        steps.add(onCanvas(id, TEXTS.get(id), keys).does(() -> press(key, modifiers)));
    }

    private Action.Builder onCanvas(String id, String title, String keys) {
        return Action.named(id, title)
                .keys(keys)
                .onCanvasOnly()
                .enabledWhen(() -> documents.current().isPresent());
    }

    private void press(Key key, Modifiers held) {
        withCanvas(canvas -> canvas.press(key, held));
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.current().map(OpenDocument::canvas).ifPresent(canvas -> {
            canvas.node().requestFocus();
            task.accept(canvas);
        });
    }

    /** A menu of the steps. */
    Menu menu() {
        Menu menu = new Menu(TEXTS.get("menu.steps"));
        menu.setId("menu-steps");
        Runnable fill = () -> menu.getItems()
                .setAll(steps.stream()
                        .map(action -> ActionMenus.item(registry, action))
                        .toList());
        registry.onAdd(_ -> fill.run());
        fill.run();
        menu.setOnShowing(_ -> ActionMenus.refresh(menu.getItems()));
        return menu;
    }

    /** Whether {@code event} is a usual key of one of these: whatever does it now, the canvas leaves it to the actions. */
    boolean isTheirs(KeyEvent event) {
        return registry.all().stream()
                .filter(Action::isForCanvas)
                .anyMatch(action -> action.keys().stream().anyMatch(key -> key.matches(event)));
    }
}
