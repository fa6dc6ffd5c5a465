package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.ShapeNews;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.editor.canvas.gesture.PointerShape;
import io.myelin.app.editor.canvas.paint.BreakpointMark;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.Marks;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The layers of the canvas, from below: the notes, the painted graph with what the pointer is on and the figures of a run,
 * the components' nodes, the tokens, what gestures show. The graph is painted again at the next pulse after something
 * of it has changed, and at no other time.
 */
final class CanvasPane extends Region {
    private static final Texts TEXTS = Texts.of(CanvasPane.class);

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    // What is looked at to lead links round components before one picture: some milliseconds. The rest waits for the
    // next.
    private static final long ROUTING = 15_000;

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasTones tones = new CanvasTones(this::tonesChanged);
    private final PaintedGraph graph;
    private final ComponentNodes nodes = new ComponentNodes();
    private final NoteNodes notes = new NoteNodes();
    private final LiveLayer live;
    private final MarkLayer marks;
    private final FeedbackLayer gestures = new FeedbackLayer();
    private final HintLabel hint = new HintLabel();
    private final VBox empty = emptyHint();
    private final Hints hints;
    private final CanvasItems items;
    private final Rectangle clip = new Rectangle();
    private final BiConsumer<Double, Double> resized;
    private Viewport viewport = Viewport.START;
    private Feedback feedback = Feedback.NONE;
    private Point pointer = new Point(0, 0);
    private Set<LinkReference> held = Set.of();
    private boolean hushed;
    private boolean dirty = true;
    private boolean figuresChanged;
    private boolean shapesMoved;
    private boolean reselected;
    private ShapeNews news = ShapeNews.NONE;

    /** Tells {@code resized} its new width and height whenever they change. */
    CanvasPane(Document document, CanvasGeometry geometry, CanvasFonts fonts, BiConsumer<Double, Double> resized) {
        this.document = document;
        this.geometry = geometry;
        this.resized = resized;
        this.hints = new Hints(document.problems());
        this.graph = new PaintedGraph(document, geometry, tones, fonts, this::breakpoints, this::repaint);
        this.live = new LiveLayer(geometry, tones, fonts);
        this.marks = new MarkLayer(geometry, tones, fonts);
        setId("graph-canvas");
        getStyleClass().add("graph-canvas");
        getStylesheets()
                .add(Objects.requireNonNull(CanvasPane.class.getResource("canvas.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        this.items = new CanvasItems(
                document,
                geometry,
                new CanvasItemWords(document.problems(), live::frame),
                () -> viewport,
                live::content);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setClip(clip);
        getChildren().addAll(tones, notes, graph, nodes, live, marks, empty, gestures, hint, items);
    }

    private void tonesChanged() {
        pseudoClassStateChanged(DARK, tones.isDark());
        repaint();
    }

    private static VBox emptyHint() {
        FontIcon icon = new FontIcon("mdi2g-gesture-tap-hold");
        icon.setIconSize(32);
        Label title = new Label(TEXTS.get("empty.title"));
        title.getStyleClass().add("empty-title");
        Label text = new Label(TEXTS.get("empty.text"));
        text.getStyleClass().add("empty-text");
        VBox box = new VBox(8, icon, title, text);
        box.setId("canvas-empty-hint");
        box.getStyleClass().add("canvas-empty");
        box.setAlignment(Pos.CENTER);
        box.setMouseTransparent(true);
        box.setManaged(false);
        return box;
    }

    /** Puts a node over all layers, such as a field to type in. */
    void addOverlay(Node node) {
        getChildren().add(node);
    }

    /** Marks parts of the graph, and takes other marks away. */
    void show(Marks changed) {
        marks.show(changed);
        repaint();
    }

    /** Says, and shows, that nobody adds anything here. */
    void becomeReadOnly() {
        getChildren().remove(empty);
        setAccessibleText(TEXTS.get("read-only"));
    }

    LiveLayer live() {
        return live;
    }

    /** How often the graph was painted since the beginning. */
    long paintings() {
        return graph.paintings();
    }

    /** How often all of the graph was. */
    long wholePaintings() {
        return graph.wholePaintings();
    }

    /** The part of the screen that is ours, in our own pixels. */
    Bounds area() {
        return new Bounds(0, 0, getWidth(), getHeight());
    }

    void show(Viewport changed) {
        viewport = changed;
        items.changed();
        live.stay(changed);
        if (!dirty && graph.follow(changed)) {
            nodes.follow(changed);
            notes.follow(changed);
            marks.paint(changed);
            showFeedback();
        } else {
            repaint();
        }
    }

    void show(Feedback changed) {
        Optional<BoxShape> before = chosenBox();
        boolean isOther = !changed.equals(feedback);
        feedback = changed;
        setCursor(cursor(changed.pointer()));
        showFeedback();
        if (!before.equals(chosenBox())) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        }
        // Components that are dragged are painted with it, once a frame.
        if (isOther && !dirty && !shapesMoved && !graph.show(changed, live.frame())) {
            repaint();
        }
    }

    /** Follows the pointer, in pixels, so that hints stand beside it. */
    void pointerAt(Point place) {
        pointer = place;
        hushed = false;
    }

    /** Says nothing of what the pointer was on until it does something again: something lies over it. */
    void hush() {
        hushed = true;
        hint.hide();
    }

    private void showFeedback() {
        gestures.show(feedback, viewport);
        if (hushed) {
            return;
        }
        hints.of(feedback, live.frame()).ifPresentOrElse(words -> hint.show(words, hintPlace(), area()), hint::hide);
    }

    private Point hintPlace() {
        Optional<BoxShape> target = feedback.draft().flatMap(LinkDraft::target);
        if (target.isPresent()) {
            return viewport.toScreen(target.get().centre());
        }
        if (feedback.hover() instanceof Hit.OnBox(BoxShape box)) {
            return viewport.toScreen(box.centre());
        }
        return pointer;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> items.summary();
            case CHILDREN -> FXCollections.observableList(items.all());
            case ITEM_COUNT -> items.all().size();
            case ITEM_AT_INDEX ->
                itemAt(parameters)
                        .<Object>map(item -> item)
                        .orElseGet(() -> super.queryAccessibleAttribute(attribute, parameters));
            case MULTIPLE_SELECTION -> true;
            case SELECTED_ITEMS -> FXCollections.observableList(items.selected());
            case FOCUS_ITEM -> items.focused(chosenBox()).orElse(this);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private Optional<Node> itemAt(Object... parameters) {
        List<Node> all = items.all();
        return parameters.length > 0 && parameters[0] instanceof Integer at && at >= 0 && at < all.size()
                ? Optional.of(all.get(at))
                : Optional.empty();
    }

    /** The box that is pointed at, or that a link would be joined to. */
    private Optional<BoxShape> chosenBox() {
        return feedback.draft()
                .flatMap(LinkDraft::target)
                .or(() -> feedback.hover() instanceof Hit.OnBox(BoxShape box) ? Optional.of(box) : Optional.empty());
    }

    /** Another thing is selected than before: says so to assistive technology. */
    void selectionChanged() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED_ITEMS);
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        items.changed();
        reselected = true;
        setNeedsLayout(true);
    }

    /** Asks for the graph to be painted at the next pulse. */
    void repaint() {
        items.changed();
        live.repaint();
        dirty = true;
        setNeedsLayout(true);
    }

    /** The shapes have followed the graph, and are as {@code told}. */
    void graphChanged(ShapeNews told) {
        items.changed();
        news = news.and(told);
        setNeedsLayout(true);
    }

    /** Components are shown away from their places, or back in them. */
    void shapesMoved() {
        shapesMoved = true;
        setNeedsLayout(true);
    }

    /** A frame of what moves has been painted. */
    void moved() {
        graph.beUnder(live.isVisible());
    }

    /** There are other figures of the run. */
    void figuresChanged() {
        figuresChanged = true;
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != graph.getWidth() || getHeight() != graph.getHeight()) {
            resizeLayers(getWidth(), getHeight());
        }
        if (getWidth() > 0 && getHeight() > 0) {
            paint();
            live.stay(viewport);
        }
    }

    private void paint() {
        boolean isNews = reselected || !news.equals(ShapeNews.NONE);
        boolean isMore = shapesMoved || figuresChanged;
        boolean all = dirty
                || isNews && !followNews()
                || shapesMoved && !graph.drag(feedback, live.frame())
                || figuresChanged && !graph.show(live.frame());
        // First, so that what is asked for while this paints is painted at the next pulse.
        dirty = false;
        news = ShapeNews.NONE;
        reselected = false;
        shapesMoved = false;
        figuresChanged = false;
        if (all) {
            paintAll();
        } else if (isNews || isMore) {
            showNodes();
        }
    }

    /** Paints what has changed of the graph, or of what is selected; false where that takes painting all of it. */
    private boolean followNews() {
        boolean isBare = geometry.graph().components().isEmpty();
        if (isBare || empty.isVisible() || !graph.follow(news, feedback, live.frame())) {
            return false;
        }
        marks.paint(viewport);
        return true;
    }

    private void resizeLayers(double width, double height) {
        clip.setWidth(width);
        clip.setHeight(height);
        graph.setSize(width, height);
        live.setWidth(width);
        live.setHeight(height);
        live.repaint();
        nodes.resize(width, height);
        notes.resize(width, height);
        gestures.resize(width, height);
        resized.accept(width, height);
        dirty = true;
    }

    private void paintAll() {
        geometry.routes().pace(ROUTING);
        graph.paint(viewport, feedback, live.frame());
        // What is dragged is led anew with each step, and the rest when it is let go.
        if (geometry.routes().isWaiting() && geometry.displaced().isEmpty()) {
            Platform.runLater(this::repaint);
        }
        showNodes();
        marks.paint(viewport);
        boolean isEmpty = geometry.graph().components().isEmpty()
                && geometry.layout().notes().isEmpty();
        empty.setVisible(isEmpty);
        if (isEmpty) {
            empty.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        showFeedback();
    }

    private void showNodes() {
        Selection selection = document.selection();
        List<ComponentShape> visible = graph.isFarAway() ? List.of() : geometry.componentsIn(viewport.visible());
        nodes.show(visible, viewport, selection, live.frame(), live::content);
        notes.show(geometry.layout().notesIn(viewport.visible()), viewport, selection.notes());
    }

    /** Shows that messages are held on {@code links}, and on no others. */
    void showHeld(Set<LinkReference> links) {
        if (!links.equals(held)) {
            held = Set.copyOf(links);
            repaint();
        }
    }

    private Map<LinkReference, BreakpointMark> breakpoints() {
        Map<LinkReference, BreakpointMark> marks = new HashMap<>();
        document.breakpoints()
                .all()
                .forEach((link, rule) ->
                        marks.put(link, rule.isConditional() ? BreakpointMark.SOME : BreakpointMark.EVERY));
        held.forEach(link -> marks.put(link, BreakpointMark.HOLDING));
        return marks;
    }

    private static Cursor cursor(PointerShape shape) {
        return switch (shape) {
            case ARROW -> Cursor.DEFAULT;
            case OPEN_HAND -> Cursor.OPEN_HAND;
            case CLOSED_HAND -> Cursor.CLOSED_HAND;
            case MOVE -> Cursor.MOVE;
            case CROSS -> Cursor.CROSSHAIR;
            case POINTING -> Cursor.HAND;
            case RESIZE -> Cursor.SE_RESIZE;
        };
    }
}
