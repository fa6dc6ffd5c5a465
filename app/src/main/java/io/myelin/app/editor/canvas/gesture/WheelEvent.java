package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Point;

/**
 * A turn of the wheel, or two fingers moving on a pad.
 *
 * @param screen where the pointer is, in pixels from the top left of the canvas
 * @param dx to move the world to the right by, in pixels
 * @param dy to move the world down by, in pixels
 * @param modifiers the keys held down
 */
public record WheelEvent(Point screen, double dx, double dy, Modifiers modifiers) {}
