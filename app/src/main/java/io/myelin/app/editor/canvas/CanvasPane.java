package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.Hit;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.editor.canvas.gesture.LinkRules;
import io.myelin.app.editor.canvas.gesture.PointerShape;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.GraphPainter;
import io.myelin.app.editor.canvas.paint.Marks;
import io.myelin.app.editor.canvas.paint.PaintState;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.document.Selection;
import io.myelin.app.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
 * The layers of the canvas, from below: the painted graph, the components' nodes, the notes, the tokens, what gestures show. The
 * graph is painted again at the next pulse after something of it has changed, and at no other time.
 */
final class CanvasPane extends Region {
    private static final Texts TEXTS = Texts.of(CanvasPane.class);
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasFonts fonts;
    private final CanvasTones tones = new CanvasTones(this::tonesChanged);
    private final PaintedGraph graph = new PaintedGraph(this::repaint);
    private final ComponentNodes nodes = new ComponentNodes();
    private final NoteNodes notes = new NoteNodes();
    private final LiveLayer live;
    private final MarkLayer marks;
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

    /** Tells {@code resized} its new width and height whenever they change. */
    CanvasPane(Document document, CanvasGeometry geometry, CanvasFonts fonts, BiConsumer<Double, Double> resized) {
        this.document = document;
        this.geometry = geometry;
        this.fonts = fonts;
        this.resized = resized;
        this.hints = new Hints(document.problems());
        this.live = new LiveLayer(geometry, tones, fonts);
        this.marks = new MarkLayer(geometry, tones, fonts);
        setId("graph-canvas");
        getStyleClass().add("graph-canvas");
        getStylesheets()
                .add(Objects.requireNonNull(CanvasPane.class.getResource("canvas.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Graph");
        setClip(clip);
        getChildren().addAll(tones, graph, nodes, notes, live, marks, empty, gestures, hint);
    }

    private void tonesChanged() {
        pseudoClassStateChanged(DARK, tones.isDark());
        repaint();
    }

    private static VBox emptyHint() {
        FontIcon icon = new FontIcon("mdi2g-gesture-tap-hold");
        icon.setIconSize(32);
        Label title = new Label("Drag a component here, or double-click");
        title.getStyleClass().add("empty-title");
        Label text = new Label("Then draw links from outboxes (right) to inboxes (left), and press Run.");
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

    /** The part of the screen that is ours, in our own pixels. */
    Bounds area() {
        return new Bounds(0, 0, getWidth(), getHeight());
    }

    void show(Viewport changed) {
        viewport = changed;
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
        boolean repaints = !Decorations.of(changed).equals(Decorations.of(feedback));
        feedback = changed;
        setCursor(cursor(changed.pointer()));
        showFeedback();
        if (repaints) {
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

    @Override
    protected void layoutChildren() {
        if (getWidth() != graph.getWidth() || getHeight() != graph.getHeight()) {
            resizeLayers(getWidth(), getHeight());
        }
        if (dirty && getWidth() > 0 && getHeight() > 0) {
            dirty = false;
            paint();
        }
    }

    private void resizeLayers(double width, double height) {
        clip.setWidth(width);
        clip.setHeight(height);
        graph.setWidth(width);
        graph.setHeight(height);
        live.setWidth(width);
        live.setHeight(height);
        nodes.resize(width, height);
        notes.resize(width, height);
        gestures.resize(width, height);
        resized.accept(width, height);
        dirty = true;
    }

    private void paint() {
        Selection selection = document.selection();
        Set<LinkReference> links = selection.links();
        PaintState state = new PaintState(
                selection.components(), links, feedback, document.problems(), live.frame(), this::joinable);
        Brush brush = new Brush(graph, viewport, tones, fonts);
        GraphPainter.paint(brush, geometry, state);
        List<ComponentShape> visible = geometry.componentsIn(viewport.visible());
        graph.painted(viewport, visible.size());
        nodes.show(visible, viewport, selection, live.frame(), live::content);
        notes.show(geometry.layout().notesIn(viewport.visible()), viewport, selection.notes());
        marks.paint(viewport);
        boolean isEmpty = geometry.graph().components().isEmpty()
                && geometry.layout().notes().isEmpty();
        empty.setVisible(isEmpty);
        if (isEmpty) {
            empty.resizeRelocate(0, 0, getWidth(), getHeight());
        }
        showFeedback();
    }

    private boolean joinable(BoxShape one, BoxShape other) {
        Optional<LinkReference> lifted = feedback.draft().flatMap(LinkDraft::lifted);
        return LinkRules.refusal(
                        one, other, link -> geometry.link(link).isPresent() && !lifted.equals(Optional.of(link)))
                .isEmpty();
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

    /** What of a feedback is painted into the graph itself. */
    private record Decorations(Hit hover, Optional<BoxShape> fixed, Set<LinkReference> marked) {
        static Decorations of(Feedback feedback) {
            return new Decorations(feedback.hover(), feedback.draft().map(LinkDraft::fixed), feedback.marked());
        }
    }
}
