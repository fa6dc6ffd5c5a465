package io.myelin.app.editor.action;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

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
