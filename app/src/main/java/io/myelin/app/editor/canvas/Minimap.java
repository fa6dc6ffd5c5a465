package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.FamilyLook;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.app.text.Texts;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * The whole graph in a corner of the canvas, with a frame around what the canvas shows. It is painted again after the
 * graph has changed, and at no other time; only the frame follows the canvas.
 */
final class Minimap extends Region {
    private static final Texts TEXTS = Texts.of(Minimap.class);

    private static final double WIDTH = 220;
    private static final double HEIGHT = 150;
    private static final double MARGIN = 8;
    private static final double FROM_EDGE = 12;
    private static final double LEAST_PIXELS = 1.5;

    /** With more of them one sees nothing but links. */
    private static final int MOST_LINKS = 3_000;

    private final CanvasGeometry geometry;
    private final Consumer<Point> show;
    private final CanvasTones tones = new CanvasTones(this::graphChanged);
    private final Canvas picture = new Canvas(WIDTH, HEIGHT);
    private final Region frame = new Region();
    private Bounds world = new Bounds(0, 0, 1, 1);
    private double scale = 1;
    private Viewport viewport = Viewport.START;
    private boolean dirty = true;
    private long paintings;

    /** A map of {@code geometry}; {@code show} brings a place of the world into the middle of the canvas. */
    Minimap(CanvasGeometry geometry, Consumer<Point> show) {
        this.geometry = geometry;
        this.show = show;
        setId("minimap");
        getStyleClass().add("minimap");
        setManaged(false);
        setVisible(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(TEXTS.get("minimap"));
        frame.getStyleClass().add("minimap-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        Rectangle clip = new Rectangle(WIDTH, HEIGHT);
        clip.setArcWidth(2 * MARGIN);
        clip.setArcHeight(2 * MARGIN);
        setClip(clip);
        getChildren().addAll(tones, picture, frame);
        resize(WIDTH, HEIGHT);
        addEventHandler(MouseEvent.ANY, this::mouse);
    }

    private void mouse(MouseEvent event) {
        boolean goes =
                event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
        if (goes && event.getButton() == MouseButton.PRIMARY) {
            show.accept(toWorld(event.getX(), event.getY()));
        }
        event.consume();
    }

    private Point toWorld(double x, double y) {
        Point middle = world.centre();
        return new Point(middle.x() + (x - WIDTH / 2) / scale, middle.y() + (y - HEIGHT / 2) / scale);
    }

    private Bounds toMap(Bounds bounds) {
        Point middle = world.centre();
        return new Bounds(
                (bounds.x() - middle.x()) * scale + WIDTH / 2,
                (bounds.y() - middle.y()) * scale + HEIGHT / 2,
                bounds.width() * scale,
                bounds.height() * scale);
    }

    /** Shows it, or puts it away. */
    void setShown(boolean shown) {
        if (shown && !layoutXProperty().isBound()) {
            CanvasPane pane = (CanvasPane) getParent();
            layoutXProperty().bind(pane.widthProperty().subtract(WIDTH + FROM_EDGE));
            layoutYProperty().bind(pane.heightProperty().subtract(HEIGHT + FROM_EDGE));
        }
        setVisible(shown);
        if (shown) {
            graphChanged();
        }
    }

    /** Asks for it to be painted at the next pulse. */
    void graphChanged() {
        dirty = true;
        if (isVisible()) {
            requestLayout();
        }
    }

    /** Follows the canvas to another part of the world. */
    void follow(Viewport shown) {
        viewport = shown;
        showFrame();
    }

    private void showFrame() {
        Bounds at = toMap(viewport.visible());
        frame.resizeRelocate(Math.round(at.x()), Math.round(at.y()), Math.ceil(at.width()), Math.ceil(at.height()));
    }

    /** How often it has been painted. */
    long paintings() {
        return paintings;
    }

    @Override
    protected void layoutChildren() {
        if (dirty && isVisible()) {
            dirty = false;
            paintings++;
            world = geometry.contents().orElse(viewport.visible());
            scale = Math.min(
                    (WIDTH - 2 * MARGIN) / Math.max(1, world.width()),
                    (HEIGHT - 2 * MARGIN) / Math.max(1, world.height()));
            paint(picture.getGraphicsContext2D());
            showFrame();
        }
    }

    private void paint(GraphicsContext context) {
        context.setFill(tones.of(Tone.CARD));
        context.fillRect(0, 0, WIDTH, HEIGHT);
        if (geometry.linkCount() <= MOST_LINKS) {
            context.setStroke(tones.of(Tone.LINK, 0.6));
            context.setLineWidth(1);
            geometry.links().forEach(link -> paint(context, link));
        }
        for (ComponentShape shape : geometry.components()) {
            Bounds at = toMap(shape.bounds());
            context.setFill(tones.of(FamilyLook.of(shape.face().family()).tone()));
            context.fillRect(at.x(), at.y(), Math.max(LEAST_PIXELS, at.width()), Math.max(LEAST_PIXELS, at.height()));
        }
        context.setStroke(tones.of(Tone.CARD_BORDER));
        context.setLineWidth(1);
        context.strokeRoundRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 2 * MARGIN, 2 * MARGIN);
    }

    private void paint(GraphicsContext context, LinkShape link) {
        Bounds from = toMap(Bounds.between(link.path().start(), link.path().start()));
        Bounds to = toMap(Bounds.between(link.path().end(), link.path().end()));
        context.strokeLine(from.x(), from.y(), to.x(), to.y());
    }
}
