package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.canvas.gesture.CanvasOperations;
import io.myelin.app.editor.canvas.gesture.QuickAddRequest;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentType;
import java.util.Optional;
import javafx.geometry.Point2D;

/** Brings new components onto the canvas: carried there from outside, chosen in the quick add, or set beside others. */
final class ComponentPlacing {
    private final Document document;
    private final CanvasHooks hooks;
    private final CanvasPane pane;
    private final CanvasInteraction interaction;
    private final QuickAdd quickAdd;

    ComponentPlacing(Document document, CanvasHooks hooks, CanvasPane pane, CanvasInteraction interaction) {
        this.document = document;
        this.hooks = hooks;
        this.pane = pane;
        this.interaction = interaction;
        this.quickAdd = new QuickAdd(document.catalog(), hooks::recentTypes, this::addChosen, pane::requestFocus);
        quickAdd.visibleProperty().addListener((_, _, shown) -> {
            if (!shown) {
                interaction.letGo();
            }
        });
    }

    /** The field in which people choose what to add. */
    QuickAdd quickAdd() {
        return quickAdd;
    }

    private CanvasOperations operations() {
        return interaction.operations();
    }

    /** Whether a place of the scene, in pixels, is on the canvas. */
    boolean contains(double sceneX, double sceneY) {
        return pane.contains(pane.sceneToLocal(sceneX, sceneY));
    }

    /** What of the world is at a point of the scene; empty where that is not over the canvas. */
    Optional<Point> worldAt(double sceneX, double sceneY) {
        if (!contains(sceneX, sceneY)) {
            return Optional.empty();
        }
        Point2D local = pane.sceneToLocal(sceneX, sceneY);
        return Optional.of(interaction.viewport().toWorld(new Point(local.getX(), local.getY())));
    }

    /** Shows what {@link #drop} would do; an empty type, and a place beside the canvas, show nothing. */
    void preview(Optional<String> typeId, double sceneX, double sceneY) {
        Optional<Point> world = worldAt(sceneX, sceneY);
        Optional<ComponentType> carried = typeId.flatMap(document.catalog()::find);
        interaction.preview(
                world.flatMap(place -> carried.flatMap(type -> operations()
                        .linkUnder(type, place, interaction.viewport().zoom()))),
                world.filter(_ -> carried.isPresent()));
    }

    /** Adds a component of a type at a place of the scene; gives its id, or nothing where it can't be added. */
    Optional<String> drop(String typeId, double sceneX, double sceneY) {
        Optional<Point> world = worldAt(sceneX, sceneY);
        if (world.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = document.catalog()
                .find(typeId)
                .map(type -> operations()
                        .drop(type, world.get(), interaction.viewport().zoom()));
        id.ifPresent(_ -> hooks.typeAdded(typeId));
        pane.requestFocus();
        return id;
    }

    /** Adds a component of a type beside the selected one, else in the middle of what is shown; nothing for no such type. */
    void place(String typeId) {
        document.catalog().find(typeId).ifPresent(type -> {
            operations().addBeside(type);
            hooks.typeAdded(typeId);
        });
    }

    /** Lets people choose what to add, where they asked for it. */
    void choose(QuickAddRequest request) {
        quickAdd.open(request, interaction.viewport().toScreen(request.place()), pane.area());
        interaction.hang(request);
    }

    private void addChosen(ComponentType type, QuickAddRequest request) {
        String id = operations().add(type, request);
        if (!interaction.viewport().visible().contains(request.place())) {
            operations().reveal(id);
        }
        hooks.typeAdded(type.id());
    }
}
