package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.gesture.CanvasInteraction;
import io.myelin.app.editor.canvas.gesture.ClickPairs;
import io.myelin.app.editor.canvas.gesture.KeyEvent.Key;
import io.myelin.app.editor.canvas.gesture.Modifiers;
import io.myelin.app.editor.canvas.gesture.PointerEvent;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Button;
import io.myelin.app.editor.canvas.gesture.PointerEvent.Kind;
import io.myelin.app.editor.canvas.gesture.WheelEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** Hands the toolkit's events to the interaction as plain records. */
final class CanvasInput {
    private final Region pane;
    private final CanvasInteraction interaction;
    private final Runnable after;
    private final Map<MouseButton, ClickPairs> pairs = new EnumMap<>(MouseButton.class);
    private Predicate<KeyEvent> left = _ -> false;

    /** Runs {@code after} after each event of the pointer. */
    CanvasInput(Region pane, CanvasInteraction interaction, Runnable after) {
        this.pane = pane;
        this.interaction = interaction;
        this.after = after;
    }

    /** Leaves the keys of which {@code others} is true to whoever listens besides. */
    void leave(Predicate<KeyEvent> others) {
        left = others;
    }

    void listen() {
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointer(event, Kind.MOVED));
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pane.requestFocus();
            pointer(event, Kind.PRESSED);
        });
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pointer(event, Kind.DRAGGED));
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> pointer(event, Kind.RELEASED));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointer(event, Kind.LEFT));
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(ZoomEvent.ZOOM, event -> {
            interaction.zoom(new Point(event.getX(), event.getY()), event.getZoomFactor());
            event.consume();
        });
        // Not only where the keys are heard: Esc may have left the level that the last click was in.
        pane.addEventFilter(KeyEvent.KEY_PRESSED, _ -> pairs.values().forEach(ClickPairs::interrupt));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!left.test(event)) {
                key(event, true);
            }
        });
        pane.addEventHandler(KeyEvent.KEY_RELEASED, event -> key(event, false));
        pane.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                interaction.leaveLinking();
                // The key that goes up while another window has the focus is never heard of.
                interaction.key(new io.myelin.app.editor.canvas.gesture.KeyEvent(Key.SPACE, false, Modifiers.NONE));
            }
        });
    }

    private void pointer(MouseEvent event, Kind kind) {
        interaction.pointer(new PointerEvent(
                kind,
                new Point(event.getX(), event.getY()),
                button(event.getButton()),
                kind == Kind.PRESSED ? clicks(event) : event.getClickCount(),
                new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown())));
        after.run();
        event.consume();
    }

    private int clicks(MouseEvent event) {
        return pairs.computeIfAbsent(event.getButton(), _ -> new ClickPairs()).press(event.getClickCount());
    }

    private static Button button(MouseButton button) {
        return switch (button) {
            case PRIMARY -> Button.PRIMARY;
            case MIDDLE -> Button.MIDDLE;
            case SECONDARY -> Button.SECONDARY;
            default -> Button.NONE;
        };
    }

    private void scroll(ScrollEvent event) {
        interaction.wheel(new WheelEvent(
                new Point(event.getX(), event.getY()),
                event.getDeltaX(),
                event.getDeltaY(),
                new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown())));
        event.consume();
    }

    private void key(KeyEvent event, boolean down) {
        if (!event.getTarget().equals(pane)) {
            return;
        }
        Optional<Key> known = switch (event.getCode()) {
            case ESCAPE -> Optional.of(Key.ESCAPE);
            case TAB -> event.isShiftDown() || event.isShortcutDown() ? Optional.empty() : Optional.of(Key.TAB);
            case ENTER -> event.isShortcutDown() ? Optional.empty() : Optional.of(Key.ENTER);
            case SPACE -> Optional.of(Key.SPACE);
            case LEFT -> Optional.of(Key.LEFT);
            case RIGHT -> Optional.of(Key.RIGHT);
            case UP -> Optional.of(Key.UP);
            case DOWN -> Optional.of(Key.DOWN);
            default -> Optional.empty();
        };
        Modifiers modifiers = new Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
        known.map(key -> new io.myelin.app.editor.canvas.gesture.KeyEvent(key, down, modifiers))
                .filter(interaction::key)
                .ifPresent(_ -> event.consume());
    }
}
