package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.PointerShape;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The layers of the canvas, from below: the painted graph with what the pointer is on and the figures of a run, the
 * components' nodes, the notes, the tokens, what gestures show. The graph is painted again at the next pulse after something
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
    private final FeedbackLayer gestures = new FeedbackLayer();
    private final HintLabel hint = new HintLabel();
    private final VBox empty = emptyHint();
    private final Hints hints;
    private final Rectangle clip = new Rectangle();
    private final BiConsumer<Double, Double> resized;
    private Viewport viewport = Viewport.START;
    private Feedback feedback = Feedback.NONE;
    private Point pointer = new Point(0, 0);
    private boolean dirty = true;
    private boolean figuresChanged;
    private boolean shapesMoved;

    /** Tells {@code resized} its new width and height whenever they change. */
    CanvasPane(Document document, CanvasGeometry geometry, CanvasFonts fonts, BiConsumer<Double, Double> resized) {
        this.document = document;
        this.geometry = geometry;
        this.resized = resized;
        this.hints = new Hints(document.problems());
        this.graph = new PaintedGraph(document, geometry, tones, fonts, this::repaint);
        this.live = new LiveLayer(geometry, tones, fonts);
        setId("graph-canvas");
        getStyleClass().add("graph-canvas");
        getStylesheets()
                .add(Objects.requireNonNull(CanvasPane.class.getResource("canvas.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(TEXTS.get("canvas"));
        setClip(clip);
        getChildren().addAll(tones, graph, nodes, notes, live, empty, gestures, hint);
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

    LiveLayer live() {
        return live;
    }

    /** How often the graph was painted since the beginning. */
    long paintings() {
        return graph.paintings();
    }

    /** The part of the screen that is ours, in our own pixels. */
    Bounds area() {
        return new Bounds(0, 0, getWidth(), getHeight());
    }

    void show(Viewport changed) {
        viewport = changed;
        if (!dirty && graph.follow(changed)) {
            nodes.follow(changed);
            notes.follow(changed);
            showFeedback();
        } else {
            repaint();
        }
    }

    void show(Feedback changed) {
        boolean isOther = !changed.equals(feedback);
        feedback = changed;
        setCursor(cursor(changed.pointer()));
        showFeedback();
        // Components that are dragged are painted with it, once a frame.
        if (isOther && !dirty && !shapesMoved && !graph.show(changed, live.frame())) {
            repaint();
        }
    }

    /** Follows the pointer, in pixels, so that hints stand beside it. */
    void pointerAt(Point place) {
        pointer = place;
    }

    private void showFeedback() {
        gestures.show(feedback, viewport);
        hints.of(feedback, live.frame()).ifPresentOrElse(words -> hint.show(words, hintPlace(), area()), hint::hide);
    }

    private Point hintPlace() {
        if (feedback.hover() instanceof Hit.OnBox(BoxShape box)) {
            return viewport.toScreen(box.centre());
        }
        return pointer;
    }

    /** Asks for the graph to be painted at the next pulse. */
    void repaint() {
        dirty = true;
        setNeedsLayout(true);
    }

    /** Components are shown away from their places, or back in them. */
    void shapesMoved() {
        shapesMoved = true;
        setNeedsLayout(true);
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
        }
    }

    private void paint() {
        boolean all = dirty
                || shapesMoved && !graph.drag(feedback, live.frame())
                || figuresChanged && !graph.show(live.frame());
        if (all) {
            paintAll();
        } else if (shapesMoved || figuresChanged) {
            showNodes(graph.isFarAway() ? List.of() : geometry.componentsIn(viewport.visible()));
        }
        dirty = false;
        shapesMoved = false;
        figuresChanged = false;
    }

    private void resizeLayers(double width, double height) {
        clip.setWidth(width);
        clip.setHeight(height);
        graph.setSize(width, height);
        live.setWidth(width);
        live.setHeight(height);
        nodes.resize(width, height);
        notes.resize(width, height);
        gestures.resize(width, height);
        resized.accept(width, height);
        dirty = true;
    }

    private void paintAll() {
        geometry.routes().pace(ROUTING);
        graph.paint(viewport, feedback, live.frame());
        if (geometry.routes().isWaiting()) {
            Platform.runLater(this::repaint);
        }
        List<ComponentShape> visible = geometry.componentsIn(viewport.visible());
        graph.painted(visible);
        showNodes(visible);
        boolean isEmpty = geometry.graph().components().isEmpty()
                && geometry.layout().notes().isEmpty();
        empty.setVisible(isEmpty);
        if (isEmpty) {
            empty.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        showFeedback();
    }

    private void showNodes(List<ComponentShape> visible) {
        Selection selection = document.selection();
        nodes.show(visible, viewport, selection, live.frame(), live::content);
        notes.show(geometry.layout().notesIn(viewport.visible()), viewport, selection.notes());
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
