package io.myelin.app.editor;

import com.sun.javafx.scene.SceneHelper;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxRobot;

/** A mouse for tests, in the coordinates of a scene. Called from the test's thread. */
interface Pointer {
    /** Moves to a point, dragging where a button is down. */
    void move(double x, double y);

    /** Presses a button where the pointer is, with these keys down. */
    void press(MouseButton button, Set<KeyCode> keys);

    /** Lets the button go. */
    void release();

    /** Clicks the left button twice at a point. */
    void doubleClick(double x, double y);

    /** The one that works where the tests run: with a display the robot's own, without one whole events of our own. */
    static Pointer of(Scene scene) {
        return "x11".equals(System.getProperty("myelin.ui")) ? new RobotPointer(scene) : new EventPointer(scene);
    }

    /** Moves the real pointer of a display. */
    final class RobotPointer implements Pointer {
        private final Scene scene;
        private final FxRobot robot = new FxRobot();
        private Set<KeyCode> held = Set.of();

        RobotPointer(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void move(double x, double y) {
            Point2D screen = EditorFixture.call(() -> scene.getRoot().localToScreen(x, y));
            robot.moveTo(screen);
        }

        @Override
        public void press(MouseButton button, Set<KeyCode> keys) {
            held = keys;
            keys.forEach(robot::press);
            robot.press(button);
        }

        @Override
        public void release() {
            robot.release(new MouseButton[0]);
            held.forEach(robot::release);
            held = Set.of();
        }

        @Override
        public void doubleClick(double x, double y) {
            move(x, y);
            robot.doubleClickOn(MouseButton.PRIMARY);
        }
    }

    /** Feeds a scene the events that a pointer makes: the headless platform's robot forgets the button in a drag. */
    final class EventPointer implements Pointer {
        private final Scene scene;
        private Set<KeyCode> keys = Set.of();
        private MouseButton down = MouseButton.NONE;
        private double x;
        private double y;

        EventPointer(Scene scene) {
            this.scene = scene;
        }

        @Override
        public void move(double toX, double toY) {
            x = toX;
            y = toY;
            fire(down == MouseButton.NONE ? MouseEvent.MOUSE_MOVED : MouseEvent.MOUSE_DRAGGED, down);
        }

        @Override
        public void press(MouseButton button, Set<KeyCode> held) {
            keys = held;
            down = button;
            fire(MouseEvent.MOUSE_PRESSED, button);
        }

        @Override
        public void release() {
            MouseButton button = down;
            down = MouseButton.NONE;
            fire(MouseEvent.MOUSE_RELEASED, button);
            keys = Set.of();
        }

        @Override
        public void doubleClick(double atX, double atY) {
            // At once, however slow the machine: two slow clicks would be two single ones.
            EditorFixture.run(() -> {
                move(atX, atY);
                press(MouseButton.PRIMARY, Set.of());
                release();
                press(MouseButton.PRIMARY, Set.of());
                release();
            });
        }

        private void fire(EventType<MouseEvent> type, MouseButton button) {
            EditorFixture.run(() -> SceneHelper.processMouseEvent(
                    scene,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            scene.getWindow().getX() + scene.getX() + x,
                            scene.getWindow().getY() + scene.getY() + y,
                            button,
                            1,
                            keys.contains(KeyCode.SHIFT),
                            keys.contains(KeyCode.CONTROL),
                            keys.contains(KeyCode.ALT),
                            false,
                            down == MouseButton.PRIMARY,
                            down == MouseButton.MIDDLE,
                            down == MouseButton.SECONDARY,
                            false,
                            down == MouseButton.SECONDARY,
                            false,
                            null)));
        }
    }
}
