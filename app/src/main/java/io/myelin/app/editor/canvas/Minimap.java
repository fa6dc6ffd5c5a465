package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.NoteShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.FamilyLook;
import io.myelin.app.editor.canvas.paint.Hue;
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

    private static final double WIDEST = 220;
    private static final double HIGHEST = 150;

    /** It takes at most this part of the canvas' width and of its height. */
    private static final double PART = 0.25;

    /** Smaller than this, one can neither read it nor hit a place on it. */
    private static final double NARROWEST = 96;

    private static final double LOWEST = 60;
    private static final double MARGIN = 8;
    private static final double FROM_EDGE = 12;
    private static final double LEAST_PIXELS = 1.5;
    private static final double NOTE_TINT = 0.35;

    /** With more of them one sees nothing but links. */
    private static final int MOST_LINKS = 3_000;

    private final CanvasGeometry geometry;
    private final Consumer<Point> show;
    private final CanvasTones tones = new CanvasTones(this::graphChanged);
    private final Canvas picture = new Canvas(WIDEST, HIGHEST);
    private final Rectangle clip = new Rectangle(WIDEST, HIGHEST);
    private final Region frame = new Region();
    private Bounds world = new Bounds(0, 0, 1, 1);
    private double scale = 1;
    private Viewport viewport = Viewport.START;
    private boolean dirty = true;
    private boolean wanted;
    private double roomAcross;
    private double roomDown;
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
        clip.setArcWidth(2 * MARGIN);
        clip.setArcHeight(2 * MARGIN);
        setClip(clip);
        getChildren().addAll(tones, picture, frame);
        resize(WIDEST, HIGHEST);
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
        return new Point(middle.x() + (x - getWidth() / 2) / scale, middle.y() + (y - getHeight() / 2) / scale);
    }

    private Bounds toMap(Bounds bounds) {
        Point middle = world.centre();
        return new Bounds(
                (bounds.x() - middle.x()) * scale + getWidth() / 2,
                (bounds.y() - middle.y()) * scale + getHeight() / 2,
                bounds.width() * scale,
                bounds.height() * scale);
    }

    /** Shows it where the canvas is large enough, or puts it away. */
    void setShown(boolean shown) {
        wanted = shown;
        fit();
        if (isVisible()) {
            graphChanged();
        }
    }

    /** Follows the canvas to another size. */
    void resized(double canvasWidth, double canvasHeight) {
        roomAcross = canvasWidth;
        roomDown = canvasHeight;
        fit();
    }

    private void fit() {
        double width = Math.floor(Math.min(WIDEST, roomAcross * PART));
        double height = Math.floor(Math.min(HIGHEST, roomDown * PART));
        setVisible(wanted && width >= NARROWEST && height >= LOWEST);
        if (!isVisible()) {
            return;
        }
        relocate(roomAcross - width - FROM_EDGE, roomDown - height - FROM_EDGE);
        if (width != getWidth() || height != getHeight()) {
            resize(width, height);
            picture.setWidth(width);
            picture.setHeight(height);
            clip.setWidth(width);
            clip.setHeight(height);
            dirty = true;
        }
        if (dirty) {
            requestLayout();
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
                    (getWidth() - 2 * MARGIN) / Math.max(1, world.width()),
                    (getHeight() - 2 * MARGIN) / Math.max(1, world.height()));
            paint(picture.getGraphicsContext2D());
            showFrame();
        }
    }

    private void paint(GraphicsContext context) {
        context.setFill(tones.of(Tone.CARD));
        context.fillRect(0, 0, getWidth(), getHeight());
        geometry.layout().notes().forEach(note -> paint(context, note));
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
        context.strokeRoundRect(0.5, 0.5, getWidth() - 1, getHeight() - 1, 2 * MARGIN, 2 * MARGIN);
    }

    private void paint(GraphicsContext context, NoteShape note) {
        Bounds at = toMap(note.bounds());
        context.setFill(Hue.named(note.note().color()).orElse(Hue.NOTE).at(NOTE_TINT));
        context.fillRect(at.x(), at.y(), at.width(), at.height());
    }

    private void paint(GraphicsContext context, LinkShape link) {
        Bounds from = toMap(Bounds.between(link.path().start(), link.path().start()));
        Bounds to = toMap(Bounds.between(link.path().end(), link.path().end()));
        context.strokeLine(from.x(), from.y(), to.x(), to.y());
    }
}
