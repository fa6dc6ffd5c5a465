package io.myelin.app.editor.level;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/**
 * Shows one level of a document at a time: the whole graph, or one inside it that somebody has entered, with the way
 * back above it. Every level keeps its picture, and so its place and zoom. Undoing shows the level that it changes.
 * Belongs to the window's thread.
 */
public final class LevelViews {
    private final Document root;
    private final Function<Document, GraphCanvas> canvases;
    private final Map<Document, GraphCanvas> pictures = new LinkedHashMap<>();
    private final List<Document> trail = new ArrayList<>();
    private final Breadcrumb breadcrumb = new Breadcrumb(this::show);
    private final BorderPane pane = new BorderPane();
    private final List<Subscription> subscriptions;
    private Runnable shown = () -> {};

    /** Shows the whole of {@code root} first; {@code canvases} makes the picture of a level. */
    public LevelViews(Document root, Function<Document, GraphCanvas> canvases) {
        this.root = root;
        this.canvases = canvases;
        trail.add(root);
        pane.setCenter(canvas().node());
        subscriptions = List.of(root.onReplay(path -> show(root.level(path))), root.onState(_ -> {
            leaveWhatIsGone();
            breadcrumb.show(trail);
        }));
    }

    /** What to put into the window. */
    public Node node() {
        return pane;
    }

    /** The level that is shown. */
    public Document current() {
        return trail.getLast();
    }

    /** The picture of the level that is shown. */
    public GraphCanvas canvas() {
        return pictureOf(current());
    }

    /** The picture of the whole graph. */
    public GraphCanvas rootCanvas() {
        return pictureOf(root);
    }

    /** The pictures of all levels that were ever shown. */
    public Collection<GraphCanvas> allCanvases() {
        return List.copyOf(pictures.values());
    }

    private GraphCanvas pictureOf(Document level) {
        GraphCanvas known = pictures.get(level);
        if (known != null) {
            return known;
        }
        GraphCanvas made = canvases.apply(level);
        pictures.put(level, made);
        return made;
    }

    /** Calls {@code task} each time that another level is shown. */
    public void onShown(Runnable task) {
        shown = task;
    }

    /** Whether a graph inside the whole one is shown. */
    public boolean isInside() {
        return trail.size() > 1;
    }

    /** Goes into {@code level}, from where {@link #leave} leads back here. */
    public void enter(Document level) {
        if (level.isThere() && !level.equals(current())) {
            trail.add(level);
            changed();
        }
    }

    /** Goes back to the level from which this one was entered. */
    public void leave() {
        if (isInside()) {
            trail.removeLast();
            changed();
        }
    }

    /** Shows {@code level}: goes back to it where it was on the way here, else straight to it from the whole graph. */
    public void show(Document level) {
        if (!level.isThere() || level.equals(current())) {
            return;
        }
        int before = trail.indexOf(level);
        if (before >= 0) {
            trail.subList(before + 1, trail.size()).clear();
        } else {
            trail.clear();
            for (int depth = 0; depth <= level.path().size(); depth++) {
                trail.add(root.level(level.path().subList(0, depth)));
            }
        }
        changed();
    }

    private void leaveWhatIsGone() {
        int first = 0;
        while (first < trail.size() && trail.get(first).isThere()) {
            first++;
        }
        if (first < trail.size()) {
            trail.subList(first, trail.size()).clear();
            changed();
        }
    }

    private void changed() {
        pane.setTop(isInside() ? breadcrumb.node() : null);
        breadcrumb.show(trail);
        pane.setCenter(canvas().node());
        canvas().node().requestFocus();
        shown.run();
    }

    /** Lets go of the document. */
    public void close() {
        subscriptions.forEach(Subscription::close);
        pictures.values().forEach(GraphCanvas::close);
    }
}
