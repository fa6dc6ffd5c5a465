package io.myelin.app.editor;

import static io.myelin.app.editor.action.MenuPlace.Menu.ARRANGE;

import io.myelin.app.editor.action.Action;
import io.myelin.app.editor.action.ActionRegistry;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The actions on notes, groups and how links are drawn. */
final class LayoutActions {
    private static final Texts TEXTS = Texts.of(LayoutActions.class);

    private static final int GROUP = 5;

    private final ActionRegistry registry;
    private final OpenDocuments documents;

    LayoutActions(ActionRegistry registry, OpenDocuments documents) {
        this.registry = registry;
        this.documents = documents;
    }

    void add() {
        registry.add(Action.named("edit.add-note", TEXTS.get("edit.add-note"))
                .keys("Shift+S")
                .menu(ARRANGE, GROUP)
                .icon("mdi2n-note-plus-outline")
                .enabledWhen(() -> documents.current().isPresent())
                .does(() -> withCanvas(GraphCanvas::addNote)));
        registry.add(onSelection("edit.group", TEXTS.get("edit.group"), Selection::hasPlaced)
                .keys("Shortcut+G")
                .menu(ARRANGE, GROUP)
                .icon("mdi2g-group")
                .does(() -> withCanvas(GraphCanvas::groupSelection)));
        registry.add(onCanvas("edit.ungroup", TEXTS.get("edit.ungroup"), GraphCanvas::isSelectionGrouped)
                .keys("Shortcut+Shift+G")
                .menu(ARRANGE, GROUP)
                .icon("mdi2u-ungroup")
                .does(() -> withCanvas(GraphCanvas::ungroupSelection)));
        registry.add(onSelection(
                        "edit.fold",
                        TEXTS.get("edit.fold"),
                        selection -> !selection.components().isEmpty())
                .keys("Alt+C")
                .menu(ARRANGE, GROUP)
                .icon("mdi2a-arrow-collapse-vertical")
                .does(() -> withCanvas(GraphCanvas::toggleFolded)));
        registry.add(onCanvas(
                        "edit.next-colour",
                        TEXTS.get("edit.next-colour"),
                        canvas -> canvas.isSelectionGrouped() || canvas.hasSelectedNotes())
                .keys("Shortcut+Shift+C")
                .menu(ARRANGE, GROUP)
                .icon("mdi2p-palette-outline")
                .does(() -> withCanvas(GraphCanvas::recolourSelection)));
        registry.add(onSelection(
                        "edit.hide-links",
                        TEXTS.get("edit.hide-links"),
                        selection -> !selection.links().isEmpty())
                .keys("Shortcut+H")
                .menu(ARRANGE, GROUP)
                .icon("mdi2e-eye-off-outline")
                .does(() -> withCanvas(GraphCanvas::toggleLinksHidden)));
        registry.add(onSelection(
                        "edit.add-waypoint",
                        TEXTS.get("edit.add-waypoint"),
                        selection -> selection
                                .onlyLink()
                                .filter(link -> link.publicBox().isEmpty())
                                .isPresent())
                .menu(ARRANGE, GROUP)
                .does(() -> withCanvas(GraphCanvas::addWaypoint)));
    }

    private Action.Builder onSelection(String id, String title, Predicate<Selection> condition) {
        return Action.named(id, title)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> condition.test(open.document().selection()))
                        .isPresent());
    }

    private Action.Builder onCanvas(String id, String title, Predicate<GraphCanvas> condition) {
        return Action.named(id, title)
                .enabledWhen(() -> documents
                        .current()
                        .filter(open -> condition.test(open.canvas()))
                        .isPresent());
    }

    private void withCanvas(Consumer<GraphCanvas> task) {
        documents.current().ifPresent(open -> task.accept(open.canvas()));
    }
}
