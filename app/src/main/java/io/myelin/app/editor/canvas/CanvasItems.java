package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.BoxShape.Side;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * The graph as a list for assistive technology: its components from left to right, each with its boxes and what it shows,
 * then its links, groups and notes. The list is made when somebody asks for it and again after something has changed, so
 * that it costs nothing where nobody does. Of a graph with more than {@link #MOST} components only what is visible is in it.
 */
final class CanvasItems extends Pane {
    /** How many components are listed whether they are visible or not. */
    static final int MOST = 500;

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasItemWords words;
    private final Supplier<Viewport> viewport;
    private final Function<String, Optional<Node>> contents;
    private final Map<Object, CanvasItem> items = new LinkedHashMap<>();
    private boolean stale = true;

    /** {@code contents} gives the node in which a component shows something, if it does. */
    CanvasItems(
            Document document,
            CanvasGeometry geometry,
            CanvasItemWords words,
            Supplier<Viewport> viewport,
            Function<String, Optional<Node>> contents) {
        this.document = document;
        this.geometry = geometry;
        this.words = words;
        this.viewport = viewport;
        this.contents = contents;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Something of the graph, or where it is seen, is another than before. */
    void changed() {
        stale = true;
    }

    /** The graph in a few words. */
    String summary() {
        return words.graph(geometry.components().size(), geometry.linkCount());
    }

    /** All items in their order. */
    List<Node> all() {
        refresh();
        return List.copyOf(getChildren());
    }

    /** The items that are selected. */
    List<Node> selected() {
        refresh();
        Selection selection = document.selection();
        List<Object> keys = new ArrayList<>(selection.components());
        keys.addAll(selection.links());
        selection.notes().forEach(name -> keys.add(new NoteKey(name)));
        return keys.stream()
                .map(items::get)
                .filter(CanvasItem.class::isInstance)
                .<Node>map(item -> item)
                .toList();
    }

    /** The item that people are at: {@code box} where one is chosen, else what alone is selected. */
    Optional<Node> focused(Optional<BoxShape> box) {
        List<Node> chosen = selected();
        Optional<Node> at = box.map(shape -> items.get(new BoxKey(shape)));
        return at.or(() -> chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty());
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        items.clear();
        Bounds visible = viewport.get().visible();
        boolean whole = geometry.components().size() <= MOST;
        Comparator<ComponentShape> reading = Comparator.<ComponentShape>comparingDouble(
                        shape -> shape.bounds().x())
                .thenComparingDouble(shape -> shape.bounds().y());
        List<ComponentShape> components =
                new ArrayList<>(whole ? geometry.components() : geometry.componentsIn(visible));
        components.sort(reading);
        Collection<LinkShape> links = whole ? geometry.links() : geometry.linksIn(visible);
        List<Node> shown = new ArrayList<>();
        components.forEach(shape -> shown.add(component(shape, shown.size())));
        links.forEach(link -> shown.add(link(link, shown.size())));
        geometry.layout().groups().forEach(group -> shown.add(group(group, shown.size())));
        geometry.layout().notes().forEach(note -> shown.add(note(note, shown.size())));
        getChildren().setAll(shown);
    }

    private CanvasItem component(ComponentShape shape, int index) {
        Selection selection = document.selection();
        CanvasItem item = new CanvasItem(
                words.kind("component"),
                index,
                () -> selection.contains(shape.id()),
                () -> selection.select(shape.id()));
        item.show(words.component(shape), words.more(shape), onScreen(shape.bounds()));
        List<CanvasItem> boxes = new ArrayList<>();
        shape.boxes().forEach(box -> boxes.add(box(box, shape, boxes.size())));
        item.setParts(boxes, contents.apply(shape.id()));
        items.put(shape.id(), item);
        return item;
    }

    private CanvasItem box(BoxShape box, ComponentShape of, int index) {
        CanvasItem item = new CanvasItem(
                words.kind(box.side() == Side.INLET ? "inbox" : "outbox"),
                index,
                () -> false,
                () -> document.selection().select(of.id()));
        Point centre = box.centre();
        Bounds place = onScreen(new Bounds(
                centre.x() - BoxShape.RADIUS, centre.y() - BoxShape.RADIUS, 2 * BoxShape.RADIUS, 2 * BoxShape.RADIUS));
        Bounds around = onScreen(of.bounds());
        item.show(words.box(box, geometry.linksAt(of.id())), "", place.moved(-around.x(), -around.y()));
        items.put(new BoxKey(box), item);
        return item;
    }

    private CanvasItem link(LinkShape link, int index) {
        Selection selection = document.selection();
        LinkReference reference = link.reference();
        CanvasItem item = new CanvasItem(
                words.kind("link"), index, () -> selection.contains(reference), () -> selection.select(reference));
        Point start = link.path().start();
        Point end = link.path().end();
        Bounds place = new Bounds(
                Math.min(start.x(), end.x()),
                Math.min(start.y(), end.y()),
                Math.abs(end.x() - start.x()),
                Math.abs(end.y() - start.y()));
        items.put(reference, item.show(words.link(link), "", onScreen(place)));
        return item;
    }

    private CanvasItem group(GroupShape group, int index) {
        CanvasItem item = new CanvasItem(words.kind("group"), index, () -> false, () -> {});
        return item.show(words.group(group), "", onScreen(group.bounds()));
    }

    private CanvasItem note(NoteShape note, int index) {
        Selection selection = document.selection();
        CanvasItem item = new CanvasItem(
                words.kind("note"),
                index,
                () -> selection.notes().contains(note.name()),
                () -> selection.selectNote(note.name()));
        items.put(new NoteKey(note.name()), item.show(words.note(note), "", onScreen(note.bounds())));
        return item;
    }

    private Bounds onScreen(Bounds world) {
        return viewport.get().toScreen(world);
    }

    private record BoxKey(Object reference, Side side) {
        BoxKey(BoxShape box) {
            this(box.reference(), box.side());
        }
    }

    private record NoteKey(String name) {}
}
