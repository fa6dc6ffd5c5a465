package io.myelin.app.editor.canvas.gesture;

import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.LinkReference;
import java.util.List;

/** What the gestures ask of whoever shows the canvas. Called on the window's thread. */
public interface CanvasHost {
    /** Another part of the world is to be shown. */
    void viewportChanged(Viewport viewport);

    /** Components stand elsewhere than before, though the graph is the same. */
    void shapesChanged();

    /** Something else is to be drawn over the graph. */
    void feedbackChanged(Feedback feedback);

    /** People want to choose a new component. */
    void offerComponents(QuickAddRequest request);

    /** A component was double-clicked, or Enter was pressed on it. */
    void componentOpened(String id);

    /** A note is to be written. */
    void noteOpened(String name);

    /** The title of a group is to be written. */
    void groupOpened(String name);

    /** The label of a link is to be written. */
    void linkOpened(LinkReference link);

    /** A link was clicked. */
    void linkClicked(LinkReference link);

    /** The hidden links {@code links} are to be listed at {@code place} of the world. */
    default void wiresListed(List<LinkReference> links, Point place) {}

    /** The right button was clicked on {@code hit}, which is selected now. */
    void contextMenuAsked(Point screen, Hit hit);

    /** Something was not done, for a reason that people should read. */
    void refused(String reason);

    /** Something was done, or chosen, of which people should read. */
    default void said(String words) {}

    /** What is chosen and what the keys do from now on, as long as something is done by keys; empty when it is over. */
    default void guided(String words) {}
}
