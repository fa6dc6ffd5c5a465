package io.myelin.app.editor.compare;

import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.app.text.Texts;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.Position;
import io.myelin.engine.graph.Subgraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/** The pictures of one graph in two versions: side by side, or both as one. Belongs to the window's thread. */
final class ComparedPictures {
    private static final Texts TEXTS = Texts.of(ComparedPictures.class);

    /** What is revealed is shown at least as large as that, or it could not be read. */
    private static final double READABLE = 0.6;

    private final ComponentCatalog catalog;
    private final CanvasMaker maker;
    private final Consumer<List<String>> enter;
    private final BorderPane pane = new BorderPane();
    private final List<GraphCanvas> canvases = new ArrayList<>();
    private Optional<LinkedCanvases> linked = Optional.empty();
    private Optional<Viewport> kept = Optional.empty();
    private List<String> shownPath = List.of();

    /** {@code enter} is told the path of each inner graph that somebody enters. */
    ComparedPictures(ComponentCatalog catalog, CanvasMaker maker, Consumer<List<String>> enter) {
        this.catalog = catalog;
        this.maker = maker;
        this.enter = enter;
    }

    Node node() {
        return pane;
    }

    /** The canvases that are shown, that of the older version first. */
    List<GraphCanvas> canvases() {
        return List.copyOf(canvases);
    }

    /** The canvas that is to do what a menu says: the one with the focus, or else that of the newer version. */
    Optional<GraphCanvas> canvas() {
        return canvases.stream()
                .filter(canvas -> canvas.node().isFocusWithin())
                .findFirst()
                .or(() -> canvases.isEmpty() ? Optional.empty() : Optional.of(canvases.getLast()));
    }

    /**
     * Shows the graph at {@code path}, where it was shown before at the same place and zoom.
     *
     * @param titles of the older version and of the newer one
     * @param files where each stands
     */
    void show(Compared compared, List<String> path, boolean overlaid, Titles titles) {
        Optional<Viewport> place = path.equals(shownPath) ? kept.or(this::viewport) : Optional.empty();
        close();
        shownPath = path;
        Versions versions = compared.at(path);
        if (overlaid) {
            GraphCanvas canvas = canvas(compared.both(), titles.afterFile(), path);
            canvas.showMarks(DifferenceMarks.onBoth(versions));
            pane.setCenter(titled(TEXTS.get("both", titles.before(), titles.after()), canvas));
        } else {
            GraphCanvas before = canvas(compared.before(), titles.beforeFile(), path);
            GraphCanvas after = canvas(compared.after(), titles.afterFile(), path);
            before.showMarks(DifferenceMarks.onBefore(versions));
            after.showMarks(DifferenceMarks.onAfter(versions));
            SplitPane split = new SplitPane(
                    titled(title(titles.before(), compared.before(), path), before),
                    titled(title(titles.after(), compared.after(), path), after));
            split.getStyleClass().add("compare-split");
            pane.setCenter(split);
            linked = Optional.of(new LinkedCanvases(before, after, displacement(versions)));
        }
        place.ifPresent(viewport -> canvases.getLast().show(viewport.visible().centre(), viewport.zoom()));
    }

    /** What the two versions are called, and where they stand. */
    record Titles(String before, Optional<Path> beforeFile, String after, Optional<Path> afterFile) {}

    private static String title(String version, Graph graph, List<String> path) {
        return graph.inside(path).isPresent() ? version : TEXTS.get("not-there", version, path.getLast());
    }

    private Optional<Viewport> viewport() {
        return canvases.isEmpty()
                ? Optional.empty()
                : Optional.of(canvases.getLast().viewport()).filter(now -> now.width() > 0);
    }

    private GraphCanvas canvas(Graph whole, Optional<Path> file, List<String> path) {
        Document level = new Document(catalog, whole, file).level(path);
        GraphCanvas canvas = maker.readOnly(level, id -> opened(level, id));
        canvases.add(canvas);
        return canvas;
    }

    private void opened(Document level, String id) {
        Optional.ofNullable(level.graph().components().get(id))
                .map(component -> component.type())
                .filter(type -> type.startsWith(Subgraph.TYPE))
                .flatMap(type -> level.named(type.substring(Subgraph.TYPE.length())))
                .ifPresent(inner -> enter.accept(inner.path()));
    }

    private static Node titled(String title, GraphCanvas canvas) {
        Label label = new Label(title);
        label.getStyleClass().add("compare-title");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        BorderPane titled = new BorderPane(canvas.node());
        titled.setTop(label);
        titled.setMinWidth(0);
        return titled;
    }

    /** How far most of the newer version stands from where it stood. */
    private static Point displacement(Versions versions) {
        Map<String, Position> now = versions.after().layout().components();
        List<Double> across = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        versions.before().layout().components().forEach((id, was) -> {
            Position is = now.get(versions.name(id));
            if (is != null) {
                across.add(is.x() - was.x());
                down.add(is.y() - was.y());
            }
        });
        return new Point(middle(across), middle(down));
    }

    private static double middle(List<Double> numbers) {
        return numbers.isEmpty()
                ? 0
                : numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElse(0.0);
    }

    /** Brings a place into the middle, each version's own where both have it, and selects what is there. */
    void reveal(Versions versions, Target target) {
        if (canvases.isEmpty()) {
            return;
        }
        GraphCanvas last = canvases.getLast();
        Optional<Point> place = select(last, target);
        double zoom = Math.max(READABLE, last.zoomProperty().get());
        if (linked.isEmpty()) {
            place.ifPresent(centre -> last.show(centre, zoom));
            return;
        }
        Optional<Point> old = select(canvases.getFirst(), target.before(versions));
        LinkedCanvases both = linked.get();
        if (place.isPresent() && old.isPresent()) {
            both.show(old.get(), place.get(), zoom);
        } else {
            place.ifPresent(centre -> both.show(centre, zoom));
            old.ifPresent(centre -> both.showBefore(centre, zoom));
        }
    }

    private static Optional<Point> select(GraphCanvas canvas, Target target) {
        List<String> ids = target.component().stream()
                .filter(id -> canvas.placeOf(id).isPresent())
                .toList();
        canvas.select(
                ids,
                target.link().filter(link -> canvas.placeOf(link).isPresent()).stream()
                        .toList());
        return target.component()
                .flatMap(canvas::placeOf)
                .or(() -> target.link().flatMap(canvas::placeOf))
                .map(Bounds::centre);
    }

    /** Remembers the place and zoom for when the same graph is shown again, and lets go of the canvases. */
    void close() {
        kept = viewport().or(() -> kept);
        linked.ifPresent(LinkedCanvases::close);
        linked = Optional.empty();
        canvases.forEach(GraphCanvas::close);
        canvases.clear();
    }
}
