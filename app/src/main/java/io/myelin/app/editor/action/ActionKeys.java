package io.myelin.app.editor.action;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.jspecify.annotations.Nullable;

/**
 * Does the actions whose keys are pressed in a window. What has the focus is asked first, and typing in a text never
 * does an action.
 */
public final class ActionKeys {
    private static final Set<KeyCode> TEXT_COMMANDS = EnumSet.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.X,
            KeyCode.V,
            KeyCode.Z,
            KeyCode.Y,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.BACK_SPACE,
            KeyCode.DELETE);

    /** What marks a canvas, which uses keys itself before they do actions. */
    private static final Object CANVAS = ActionKeys.class;

    private final Scene scene;
    private final ActionRegistry registry;
    private final BooleanSupplier isCovered;

    /** Whether the key pressed last did an action: what it would type is not meant for the field that this may show. */
    private boolean isSpent;

    /**
     * Lets the keys that reach {@code scene} unused do the actions of {@code registry}; {@code isCovered} says whether
     * what lies above the window is asked before them.
     */
    public ActionKeys(Scene scene, ActionRegistry registry, BooleanSupplier isCovered) {
        this.scene = scene;
        this.registry = registry;
        this.isCovered = isCovered;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> isSpent = false);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::handleBeforeControls);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (isSpent) {
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, false));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> handle(event, false));
    }

    /** Lets the keys that a canvas does not use itself do actions before what stands around it is asked. */
    public void listenAt(Node canvas) {
        canvas.getProperties().put(CANVAS, true);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, canvas.equals(event.getTarget())));
        canvas.addEventHandler(KeyEvent.KEY_TYPED, event -> handle(event, canvas.equals(event.getTarget())));
    }

    /** Lists and tables take Enter and the like whatever is held down with it. */
    private void handleBeforeControls(KeyEvent event) {
        boolean isHeld = event.isShortcutDown() || event.isControlDown() || event.isAltDown();
        Node owner = scene.getFocusOwner();
        if (isHeld
                && owner != null
                && !isText(owner)
                && !owner.getProperties().containsKey(CANVAS)
                && !TEXT_COMMANDS.contains(event.getCode())
                && !isCovered.getAsBoolean()) {
            handle(event, false);
        }
    }

    private void handle(KeyEvent event, boolean onCanvas) {
        Optional<Action> action = event.isConsumed()
                ? Optional.empty()
                : registry.onKey(event).filter(found -> onCanvas || !found.isForCanvas());
        if (action.isEmpty()) {
            if (onCanvas && event.getCode().isArrowKey()) {
                // An arrow that does nothing here would take the focus away from the canvas.
                event.consume();
            }
            return;
        }
        // The menu items show these keys too, and would do what is kept from a text here.
        event.consume();
        if (isText(scene.getFocusOwner()) && isForText(event)) {
            return;
        }
        isSpent = event.getEventType() == KeyEvent.KEY_PRESSED;
        registry.run(action.get());
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextInputControl || node instanceof RichTextArea;
    }

    private static boolean isForText(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return true;
        }
        if (event.isShortcutDown() || event.isControlDown()) {
            return TEXT_COMMANDS.contains(event.getCode());
        }
        return !event.getCode().isFunctionKey() && !event.isAltDown() && event.getCode() != KeyCode.ESCAPE;
    }
}
