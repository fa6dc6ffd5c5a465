package io.myelin.app.editor.action;

import io.myelin.app.editor.access.FocusOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows one thing at a time above the rest of a window; Escape or a click beside it puts it away. */
public final class Overlay {
    private final StackPane pane = new StackPane();
    private Optional<Node> focusBefore = Optional.empty();
    private BooleanSupplier takesEscape = () -> false;

    /** An overlay that shows nothing yet. */
    public Overlay() {
        pane.getStyleClass().add("overlay");
        pane.setAlignment(Pos.TOP_CENTER);
        pane.setVisible(false);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::keepFocus);
        pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe((before, now) -> takeBackFocus(before, now));
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !takesEscape.getAsBoolean()) {
                event.consume();
                hide();
            }
        });
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (pane.equals(event.getTarget())) {
                hide();
            }
        });
    }

    /** Tab goes round in what is shown: what lies below can't be seen well, and is not what people are at. */
    private void keepFocus(KeyEvent event) {
        Scene scene = pane.getScene();
        if (event.getCode() != KeyCode.TAB || event.isShortcutDown() || scene == null) {
            return;
        }
        List<Node> order = FocusOrder.in(pane);
        boolean back = event.isShiftDown();
        Node border = order.isEmpty() ? pane : back ? order.getFirst() : order.getLast();
        if (border.equals(scene.getFocusOwner())) {
            event.consume();
            (back ? order.getLast() : order.getFirst()).requestFocus();
        }
    }

    /** What asks for the focus below what is shown, such as a graph that was opened meanwhile, has it afterwards. */
    private void takeBackFocus(@Nullable Node before, @Nullable Node now) {
        if (!pane.isVisible() || now == null || FocusOrder.isIn(now, pane)) {
            return;
        }
        focusBefore = Optional.of(now);
        Platform.runLater(() -> {
            if (pane.isVisible() && now.isFocused()) {
                focusable(before).requestFocus();
            }
        });
    }

    /** {@code wanted} where it is shown here and may have the focus, else the first that may. */
    private Node focusable(@Nullable Node wanted) {
        List<Node> order = FocusOrder.in(pane);
        if (wanted != null && order.contains(wanted)) {
            return wanted;
        }
        return order.isEmpty() ? pane : order.getFirst();
    }

    /** What to lay above the window. */
    public Node node() {
        return pane;
    }

    /** Shows {@code content} and gives {@code focus} the focus. */
    public void show(Region content, Node focus) {
        show(content, focus, () -> false);
    }

    /** As {@link #show(Region, Node)}; while {@code escapeIsMeant} the content gets Escape, which puts nothing away. */
    public void show(Region content, Node focus, BooleanSupplier escapeIsMeant) {
        takesEscape = escapeIsMeant;
        if (!pane.isVisible()) {
            focusBefore = Optional.ofNullable(pane.getScene().getFocusOwner());
        }
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        pane.getChildren().setAll(content);
        pane.setVisible(true);
        focus.requestFocus();
    }

    /** Whether it shows something. */
    public boolean isShowing() {
        return pane.isVisible();
    }

    /** Puts away what it shows; the focus goes back to where it was. */
    public void hide() {
        if (pane.isVisible()) {
            pane.setVisible(false);
            pane.getChildren().clear();
            focusBefore.ifPresent(Node::requestFocus);
        }
    }
}
