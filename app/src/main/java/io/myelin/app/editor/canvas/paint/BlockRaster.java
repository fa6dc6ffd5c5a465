package io.myelin.app.editor.canvas.paint;

import org.jspecify.annotations.Nullable;

/**
 * The pictures on which a canvas has its blocks painted. Two by turns: while the window's thread paints one, the thread that
 * renders may still read the other.
 */
public final class BlockRaster {
    private @Nullable PixelRaster current;
    private @Nullable PixelRaster other;

    /** A picture of this part of all pixels, wiped. */
    PixelRaster wiped(int left, int top, int width, int height) {
        PixelRaster next = other;
        other = current;
        if (next == null || !next.isOf(left, top, width, height)) {
            next = new PixelRaster(left, top, width, height);
        } else {
            next.clear();
        }
        current = next;
        return next;
    }
}
