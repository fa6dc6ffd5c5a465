package io.myelin.app.editor.canvas.paint;

import org.jspecify.annotations.Nullable;

/**
 * The pictures on which a canvas has its blocks painted. Two by turns: while the window's thread paints one, the thread that
 * renders may still read the other.
 */
public final class BlockRaster {
    private @Nullable PixelRaster current;
    private @Nullable PixelRaster other;

    /** A picture of this size in pixels, wiped. */
    PixelRaster wiped(int width, int height) {
        PixelRaster next = other;
        other = current;
        if (next == null || !next.hasSize(width, height)) {
            next = new PixelRaster(width, height);
        } else {
            next.clear();
        }
        current = next;
        return next;
    }
}
