package io.myelin.app.editor;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.CardStyle;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Listeners;
import io.myelin.app.editor.document.Subscription;
import io.myelin.app.editor.file.CanvasHabits;
import java.util.function.Consumer;
import javafx.geometry.Point2D;

/** Makes the canvases of a window, as its user is used to them, and hears what is clicked on any of them. */
final class WindowCanvases {
    private final EditorWindow window;
    private final CanvasMenu menu;
    private final Listeners<LinkReference> linkClicks = new Listeners<>();

    WindowCanvases(EditorWindow window) {
        this.window = window;
        this.menu = new CanvasMenu(window.actions());
    }

    /** One to edit {@code document} on. */
    GraphCanvas editing(Document document) {
        GraphCanvas canvas = new GraphCanvas(document, new CanvasWishes(document, window));
        prepare(canvas);
        canvas.setStill(window.motion().isReduced());
        canvas.showMinimap(habits().showsMinimap());
        return canvas;
    }

    /** One to look at {@code document} on; {@code opened} is told of a graph in a file that somebody wants to see. */
    GraphCanvas viewing(Document document, Consumer<String> opened) {
        GraphCanvas canvas = GraphCanvas.readOnly(document, new ViewingWishes(document, window.usedGraphs(), opened));
        prepare(canvas);
        return canvas;
    }

    private void prepare(GraphCanvas canvas) {
        window.listenKeys(canvas);
        canvas.setWheelZooms(habits().wheelZooms());
        canvas.showControlBoxes(habits().showsControlBoxes());
        canvas.showCards(CardStyle.compact(habits().compactCards()));
    }

    private CanvasHabits habits() {
        return window.settings().settings().canvas();
    }

    /** Tells {@code listener} of each link that is clicked. */
    Subscription onLinkClicked(Consumer<? super LinkReference> listener) {
        return linkClicks.add(listener);
    }

    void linkClicked(LinkReference link) {
        linkClicks.tell(link);
    }

    /** Shows what can be done with what is at a place of the scene, which is selected. */
    void showContextMenu(Hit hit, double sceneX, double sceneY) {
        Point2D screen = window.stage().getScene().getRoot().localToScreen(sceneX, sceneY);
        Runnable backToPlace = () -> window.documents().canvas().ifPresent(canvas -> canvas.pointAt(sceneX, sceneY));
        menu.show(hit, backToPlace, window.stage(), screen.getX(), screen.getY());
    }
}
