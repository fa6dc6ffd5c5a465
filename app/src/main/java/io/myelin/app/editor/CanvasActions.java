package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.EDIT;
import static io.myelin.app.editor.action.MenuPlace.Menu.SELECT;
import static io.myelin.app.editor.action.MenuPlace.Menu.VIEW;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.Modifiers;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.file.EditorSettingsFile;
import io.myelin.app.text.Texts;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The actions on the canvas in front: adding, renaming, selecting along the links, finding, and the minimap. */
final class CanvasActions {
    private static final Texts TEXTS = Texts.of(CanvasActions.class);

    private final ActionRegistry registry;
    private final OpenDocuments documents;
    private final EditorSettingsFile settings;

    CanvasActions(ActionRegistry registry, OpenDocuments documents, EditorSettingsFile settings) {
        this.registry = registry;
        this.documents = documents;
        this.settings = settings;
    }

    void addAll() {
        addEditing();
        addSelecting();
        addFinding();
        registry.add(Action.named("view.minimap", TEXTS.get("view.minimap"))
                .keys("Alt+M")
                .menu(VIEW, 3)
                .checkedWhen(() -> settings.settings().canvas().showsMinimap())
                .does(this::toggleMinimap));
        registry.add(Action.named("view.control-boxes", TEXTS.get("view.control-boxes"))
                .menu(VIEW, 3)
                .checkedWhen(() -> settings.settings().canvas().showsControlBoxes())
                .does(this::toggleControlBoxes));
        registry.add(Action.named("view.compact-cards", TEXTS.get("view.compact-cards"))
                .keys("Shift+Alt+C")
                .menu(VIEW, 3)
                .checkedWhen(() -> settings.settings().canvas().compactCards())
                .does(this::toggleCompactCards));
    }

    private void addEditing() {
        registry.add(Action.named("edit.add-here", TEXTS.get("edit.add-here"))
                .keys("INSERT", "TAB")
                .onCanvasOnly()
                .menu(EDIT, 2)
                .icon("mdi2p-plus")
                .titledBy(() -> TEXTS.get(isOnLink() ? "edit.insert-here" : "edit.add-here"))
                .enabledWhen(() -> is(_ -> true))
                .does(() -> withCanvas(canvas -> {
                    canvas.node().requestFocus();
                    canvas.press(Key.TAB, Modifiers.NONE);
                })));
        registry.add(Action.named("edit.rename", TEXTS.get("edit.rename"))
                .keys("F2")
                .menu(EDIT, 5)
                .titledBy(() -> TEXTS.get(isOnLink() ? "edit.label" : "edit.rename"))
                .enabledWhen(() -> is(document -> !document.selection().isEmpty()))
                .does(() -> withCanvas(GraphCanvas::renameSelection)));
    }

    private void addSelecting() {
        registry.add(onComponents("edit.select-sources", TEXTS.get("edit.select-sources"))
                .keys("Shift+LEFT")
                .does(() -> withCanvas(canvas -> canvas.operations().selectNextAlong(Side.INLET))));
        registry.add(onComponents("edit.select-targets", TEXTS.get("edit.select-targets"))
                .keys("Shift+RIGHT")
                .does(() -> withCanvas(canvas -> canvas.operations().selectNextAlong(Side.OUTLET))));
        registry.add(onComponents("edit.select-upstream", TEXTS.get("edit.select-upstream"))
                .keys("Shortcut+Shift+LEFT")
                .does(() -> withCanvas(canvas -> canvas.operations().selectAllAlong(Side.INLET))));
        registry.add(onComponents("edit.select-downstream", TEXTS.get("edit.select-downstream"))
                .keys("Shortcut+Shift+RIGHT")
                .does(() -> withCanvas(canvas -> canvas.operations().selectAllAlong(Side.OUTLET))));
    }

    private void addFinding() {
        registry.add(Action.named("edit.find", TEXTS.get("edit.find"))
                .keys("Shortcut+F")
                .menu(SELECT, 2)
                .icon("mdi2m-magnify")
                .enabledWhen(() -> documents.canvas().isPresent())
                .does(() -> withCanvas(canvas -> canvas.findBar().open())));
        registry.add(Action.named("edit.find-next", TEXTS.get("edit.find-next"))
                .keys("F3")
                .menu(SELECT, 2)
                .enabledWhen(() -> documents.canvas().isPresent())
                .does(() -> withCanvas(canvas -> canvas.findBar().step(1))));
        registry.add(Action.named("edit.find-previous", TEXTS.get("edit.find-previous"))
                .keys("Shift+F3")
                .menu(SELECT, 2)
                .enabledWhen(() -> documents.canvas().isPresent())
                .does(() -> withCanvas(canvas -> canvas.findBar().step(-1))));
        registry.add(Action.named("edit.select-found", TEXTS.get("edit.select-found"))
                .keys("Alt+ENTER")
                .menu(SELECT, 2)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> open.canvas().findBar().isOpen())
                        .isPresent())
                .does(() -> withCanvas(canvas -> canvas.findBar().selectAll())));
    }

    private void toggleMinimap() {
        boolean shown = !settings.settings().canvas().showsMinimap();
        settings.update(remembered -> remembered.withCanvas(remembered.canvas().withMinimap(shown)));
        documents.all().forEach(open -> open.canvas().showMinimap(shown));
    }

    private void toggleControlBoxes() {
        boolean shown = !settings.settings().canvas().showsControlBoxes();
        settings.update(remembered -> remembered.withCanvas(remembered.canvas().withControlBoxes(shown)));
        documents.all().forEach(open -> open.canvas().showControlBoxes(shown));
    }

    private void toggleCompactCards() {
        boolean compact = !settings.settings().canvas().compactCards();
        settings.update(remembered -> remembered.withCanvas(remembered.canvas().withCompactCards(compact)));
        documents.allCanvases().forEach(canvas -> canvas.showCards(CardStyle.compact(compact)));
        documents.comparedCanvases().forEach(canvas -> canvas.showCards(CardStyle.compact(compact)));
    }

    private Action.Builder onComponents(String id, String title) {
        return Action.named(id, title)
                .menu(SELECT, 1)
                .enabledWhen(
                        () -> is(document -> !document.selection().components().isEmpty()));
    }

    private boolean isOnLink() {
        return is(document -> document.selection()
                .onlyLink()
                .filter(link -> link.publicBox().isEmpty())
                .isPresent());
    }

    private boolean is(Predicate<Document> condition) {
        return documents
                .current()
                .filter(open -> condition.test(open.document()))
                .isPresent();
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.canvas().ifPresent(task);
    }
}
