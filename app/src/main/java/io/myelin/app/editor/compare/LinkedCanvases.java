package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Subscription;
import java.util.List;

/**
 * Two canvases of which each follows the other: the same zoom, and places that keep as far apart as they are. So two
 * versions of which one was moved as a whole are seen alike.
 */
final class LinkedCanvases {
    private final GraphCanvas before;
    private final GraphCanvas after;
    private final List<Subscription> subscriptions;
    private Point offset;
    private boolean following;

    /** {@code offset} is how far the newer version stands from the older one, in the world. */
    LinkedCanvases(GraphCanvas before, GraphCanvas after, Point offset) {
        this.before = before;
        this.after = after;
        this.offset = offset;
        subscriptions = List.of(
                after.onViewport(now -> follow(before, now, -1)), before.onViewport(now -> follow(after, now, 1)));
    }

    private void follow(GraphCanvas other, Viewport now, int direction) {
        if (following || now.width() <= 0) {
            return;
        }
        following = true;
        try {
            Point centre = now.visible().centre();
            other.show(centre.plus(direction * offset.x(), direction * offset.y()), now.zoom());
        } finally {
            following = false;
        }
    }

    /** Shows a place of each, which from then on stay side by side. */
    void show(Point placeBefore, Point placeAfter, double zoom) {
        offset = placeAfter.plus(-placeBefore.x(), -placeBefore.y());
        after.show(placeAfter, zoom);
        before.show(placeBefore, zoom);
    }

    /** Shows a place of the newer version, and what stands there in the older one. */
    void show(Point placeAfter, double zoom) {
        show(placeAfter.plus(-offset.x(), -offset.y()), placeAfter, zoom);
    }

    /** Shows a place of the older version, and what stands there in the newer one. */
    void showBefore(Point placeBefore, double zoom) {
        show(placeBefore, placeBefore.plus(offset.x(), offset.y()), zoom);
    }

    void close() {
        subscriptions.forEach(Subscription::close);
    }
}
