package io.myelin.app.editor.level;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LevelInstances;
import io.myelin.app.editor.document.Subscription;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** By which component each level of the trail but the first was entered; empty where that was not by one. */
    private final List<String> ways = new ArrayList<>();

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
        enter(level, "");
    }

    /** As {@link #enter(Document)}, by the component {@code id}, which stands for that level here. */
    public void enter(Document level, String id) {
        if (level.isThere() && !level.equals(current())) {
            trail.add(level);
            ways.add(id);
            changed();
        }
    }

    /**
     * The path in a run of the component that the shown level stands for: of the one by which it was entered, else of the
     * first there is. Empty for the whole graph, and for a level that nothing stands for.
     */
    public Optional<String> instance() {
        List<String> paths =
                LevelInstances.of(root.graph()).getOrDefault(current().path(), List.of());
        String entered = String.join("/", ways);
        return paths.contains(entered)
                ? Optional.of(entered).filter(path -> !path.isEmpty())
                : paths.stream().filter(path -> !path.isEmpty()).findFirst();
    }

    /** The picture of {@code level}, which is one of this document's. */
    public GraphCanvas canvasOf(Document level) {
        return pictureOf(level);
    }

    /** Goes back to the level from which this one was entered. */
    public void leave() {
        if (isInside()) {
            trail.removeLast();
            ways.removeLast();
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
            cut(before + 1);
        } else {
            trail.clear();
            ways.clear();
            for (int depth = 0; depth <= level.path().size(); depth++) {
                trail.add(root.level(level.path().subList(0, depth)));
            }
            ways.addAll(Collections.nCopies(level.path().size(), ""));
        }
        changed();
    }

    /**
     * Shows the level that the components {@code ids} lead to from the whole graph, each in the graph that the one before
     * stands for, as far as those are levels of this document; tells how many of them were.
     */
    public int showAlong(List<String> ids) {
        List<Document> levels = new ArrayList<>(List.of(root));
        for (String id : ids) {
            Optional<Document> inner = Optional.ofNullable(
                            levels.getLast().graph().components().get(id))
                    .map(GraphComponent::type)
                    .filter(type -> type.startsWith(Subgraph.TYPE))
                    .flatMap(type -> levels.getLast().named(type.substring(Subgraph.TYPE.length())));
            if (inner.isEmpty()) {
                break;
            }
            levels.add(inner.get());
        }
        int entered = levels.size() - 1;
        List<String> by = ids.subList(0, entered);
        if (!levels.equals(trail) || !by.equals(ways)) {
            trail.clear();
            trail.addAll(levels);
            ways.clear();
            ways.addAll(by);
            changed();
        }
        return entered;
    }

    /** Goes back so far that so many levels are left. */
    private void cut(int left) {
        trail.subList(left, trail.size()).clear();
        ways.subList(Math.min(ways.size(), Math.max(0, left - 1)), ways.size()).clear();
    }

    private void leaveWhatIsGone() {
        int first = 0;
        while (first < trail.size() && trail.get(first).isThere()) {
            first++;
        }
        if (first < trail.size()) {
            cut(first);
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
