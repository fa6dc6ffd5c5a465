package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ShapeNews;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.gesture.Feedback;
import io.myelin.app.editor.canvas.gesture.LinkDraft;
import io.myelin.app.editor.canvas.gesture.LinkRules;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.paint.BlockRaster;
import io.myelin.app.editor.canvas.paint.BreakpointMark;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.Detail;
import io.myelin.app.editor.canvas.paint.GraphPainter;
import io.myelin.app.editor.canvas.paint.PaintState;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

/**
 * The painted graph: a picture of all that is visible, over it what the pointer is on or drags, and the figures of a run.
 * The picture is painted again only where the graph, the selection or the view is another. Where painting takes long, a
 * moving view moves the bitmaps there are and has them painted again some times a second.
 */
final class PaintedGraph extends Pane {
    private static final int MANY = 200;
    private static final int SOME = 60;
    // Between these a bitmap that is scaled for a moment looks right, and leaves no broad empty rim.
    private static final double SMALLEST = 0.92;
    private static final double LARGEST = 1.25;
    private static final double LONGEST_PAUSE = 70;
    private static final double SHORTEST_PAUSE = 12;
    /** How much more than what is visible is painted on each side, in pixels, where a moving view moves the bitmap. */
    private static final double MARGIN = 96;
    /** Painting takes at the most one part of so many of the time while the view moves. */
    private static final double PARTS = 4;

    private final Document document;
    private final CanvasGeometry geometry;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private final Supplier<Map<LinkReference, BreakpointMark>> breakpoints;
    private final Canvas picture = new Canvas();
    private final RaisedLayer raised;
    private final LifeLayer life;
    private final Group content = new Group();
    private final Group layers = new Group();
    private final ZoomedPicture zoomed = new ZoomedPicture();
    private final boolean zoomsHere = ZoomedPicture.isWorthwhile();
    private final BlockRaster blocks = new BlockRaster();
    private final Affine moved = new Affine();
    private final PauseTransition pause = new PauseTransition();
    private Viewport painted = Viewport.START;
    private Feedback underneath = Feedback.NONE.underneath();
    private SelectedParts selected = SelectedParts.NONE;
    private Set<String> without = Set.of();
    private Map<LinkReference, Double> busy = Map.of();
    private boolean wasRunning;
    private boolean crowded;
    private boolean some;
    private long paintings;
    private long wholePaintings;
    private long restedAt;
    private long zoomedFrom = -1;
    private double margin;
    private double pauseMillis = LONGEST_PAUSE;

    /** Runs {@code paint} when the bitmaps have been moved for long enough. */
    PaintedGraph(
            Document document,
            CanvasGeometry geometry,
            CanvasTones tones,
            CanvasFonts fonts,
            Supplier<Map<LinkReference, BreakpointMark>> breakpoints,
            Runnable paint) {
        this.document = document;
        this.geometry = geometry;
        this.tones = tones;
        this.fonts = fonts;
        this.breakpoints = breakpoints;
        raised = new RaisedLayer(geometry, tones, fonts);
        life = new LifeLayer(geometry, tones, fonts);
        setMouseTransparent(true);
        setManaged(false);
        picture.setManaged(false);
        layers.getTransforms().add(moved);
        layers.getChildren().add(content);
        content.getChildren().addAll(picture, raised, life);
        getChildren().addAll(layers, zoomed);
        pause.setOnFinished(_ -> paint.run());
    }

    /** Gives it its size, in pixels. */
    void setSize(double width, double height) {
        resize(width, height);
        life.setWidth(width);
        life.setHeight(height);
    }

    /** Moves the bitmaps to where {@code viewport} shows them, if that will do for now; false where they must be painted. */
    boolean follow(Viewport viewport) {
        boolean sameSize = viewport.width() == painted.width() && viewport.height() == painted.height();
        double scale = viewport.zoom() / painted.zoom();
        if (!sameSize || !(crowded || scale != 1 && some && scale > SMALLEST && scale < LARGEST)) {
            return false;
        }
        double dx = (painted.x() - viewport.x()) * viewport.zoom();
        double dy = (painted.y() - viewport.y()) * viewport.zoom();
        // Put together at another size, they would be so again with each step.
        layers.setCache(layers.isCache() && scale == 1);
        moved.setToTransform(scale, 0, dx, 0, scale, dy);
        if (scale != 1 && zoomsHere) {
            zoom(scale, dx, dy);
        } else {
            showLayers();
        }
        if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.setDuration(Duration.millis(pauseMillis));
            pause.playFromStart();
        }
        return true;
    }

    /** Shows the bitmaps so many times as large. */
    private void zoom(double scale, double dx, double dy) {
        if (zoomedFrom != paintings) {
            layers.setVisible(true);
            Viewport pictured = pictured();
            zoomed.take(content, new Bounds(-margin, -margin, pictured.width(), pictured.height()), outputScale());
            zoomedFrom = paintings;
        }
        zoomed.show(scale, dx, dy, painted.width(), painted.height());
        layers.setVisible(false);
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }

    private void showLayers() {
        layers.setVisible(true);
        zoomed.setVisible(false);
    }

    /** Paints all of it. */
    void paint(Viewport viewport, Feedback feedback, LiveFrame frame) {
        pause.stop();
        moved.setToIdentity();
        if (!zoomed.isVisible()) {
            // Nothing is zoomed any more. Who goes on zooming needs as many pixels again at once.
            zoomed.forget();
            zoomedFrom = -1;
        }
        showLayers();
        painted = viewport;
        underneath = feedback.underneath();
        without = apart();
        busy = GraphPainter.busyLinks(geometry, viewport.visible(), Detail.at(viewport.zoom()), frame);
        wasRunning = isRunning(frame);
        long start = System.nanoTime();
        paintPicture(frame);
        // Blocks are painted here, all else for the most part later by the thread that renders.
        boolean paintsHere = Detail.at(viewport.zoom()) == Detail.BLOCKS;
        double millis = (System.nanoTime() - start) / 1e6;
        pauseMillis = paintsHere ? Math.clamp(millis * (PARTS - 1), SHORTEST_PAUSE, LONGEST_PAUSE) : LONGEST_PAUSE;
        raised.paint(viewport, state(feedback, frame));
        life.paint(viewport, frame, document.selection().links());
        paintings++;
        wholePaintings++;
    }

    private void paintPicture(LiveFrame frame) {
        crowded = geometry.hasMoreIn(painted.visible(), MANY);
        some = crowded || geometry.hasMoreIn(painted.visible(), SOME);
        margin = crowded ? MARGIN : 0;
        selected = SelectedParts.of(document.selection());
        Viewport part = pictured();
        picture.setWidth(part.width());
        picture.setHeight(part.height());
        picture.relocate(-margin, -margin);
        GraphPainter.paint(new Brush(picture, part, tones, fonts), geometry, state(underneath, frame), without, blocks);
    }

    /**
     * Paints only where something is other than before, by {@code news} and by what is selected, if it is anything that is
     * seen; false where that takes painting all of it.
     */
    boolean follow(ShapeNews news, Feedback feedback, LiveFrame frame) {
        Viewport pictured = pictured();
        Detail detail = Detail.at(painted.zoom());
        List<Bounds> places = GraphPainter.changedPlaces(news, pictured.visible(), detail);
        SelectedParts nowSelected = SelectedParts.of(document.selection());
        if (!news.more() && places.isEmpty() && nowSelected.equals(selected)) {
            return true;
        }
        // Nearer, lines of other links may be led round what has changed.
        boolean changesOnlyThere = !news.more() && detail == Detail.BLOCKS && (places.isEmpty() || !isRunning(frame));
        boolean sameOtherwise = without.isEmpty()
                && geometry.displaced().isEmpty()
                && feedback.underneath().equals(underneath)
                && crowded == geometry.hasMoreIn(painted.visible(), MANY);
        return changesOnlyThere
                && sameOtherwise
                && nowSelected
                        .placesOtherThan(selected, geometry)
                        .filter(others -> paintPart(others, places, feedback, frame))
                        .isPresent();
    }

    /** Paints what is round {@code places} and {@code others}; false, and nothing, where that is most of the picture. */
    private boolean paintPart(List<Bounds> places, List<Bounds> others, Feedback feedback, LiveFrame frame) {
        Viewport pictured = pictured();
        Optional<Bounds> found = GraphPainter.pixelsAround(
                Stream.concat(places.stream(), others.stream()).toList(), pictured);
        double all = pictured.width() * pictured.height();
        if (found.filter(part -> part.width() * part.height() > all / 2).isPresent()) {
            return false;
        }
        selected = SelectedParts.of(document.selection());
        found.ifPresent(part -> {
            Brush brush = Brush.ofPart(picture, pictured, part, tones, fonts);
            // Pixels of its own, since nobody knows how long the thread that renders will read them.
            GraphPainter.paint(brush, geometry, state(underneath, frame), Set.of(), new BlockRaster());
            brush.endPart();
        });
        raised.paint(painted, state(feedback, frame));
        paintings++;
        return true;
    }

    /** What the picture is of: somewhat more than what is painted for. */
    private Viewport pictured() {
        return new Viewport(
                painted.x() - margin / painted.zoom(),
                painted.y() - margin / painted.zoom(),
                painted.zoom(),
                painted.width() + 2 * margin,
                painted.height() + 2 * margin);
    }

    /**
     * Says with each frame whether something {@code moves} over it. While that is so and nothing was painted since the
     * frame before, its bitmaps are put together once and not with each frame, which would cost as much as all that moves.
     */
    void beUnder(boolean moves) {
        layers.setCache(moves && life.isVisible() && paintings == restedAt);
        restedAt = paintings;
    }

    /** Whether the picture shows so much that components have no nodes. */
    boolean isFarAway() {
        return crowded && !Detail.at(painted.zoom()).shows(Detail.TITLES);
    }

    /** Follows to another feedback; false where that takes painting all of it. */
    boolean show(Feedback feedback, LiveFrame frame) {
        if (!feedback.underneath().equals(underneath)) {
            return false;
        }
        if (raised.paint(painted, state(feedback, frame))) {
            paintings++;
        }
        return true;
    }

    /** Follows components that are dragged; false where that takes painting all of it. */
    boolean drag(Feedback feedback, LiveFrame frame) {
        boolean sameUnderneath = feedback.underneath().equals(underneath);
        if (without.isEmpty() || !apart().equals(without) || !sameUnderneath) {
            return false;
        }
        raised.paint(painted, state(feedback, frame));
        if (isRunning(frame)) {
            life.paint(painted, frame, document.selection().links());
        }
        paintings++;
        return true;
    }

    /** Follows to new figures; false where that takes painting all of it. */
    boolean show(LiveFrame frame) {
        Map<LinkReference, Double> now =
                GraphPainter.busyLinks(geometry, painted.visible(), Detail.at(painted.zoom()), frame);
        if (isRunning(frame) != wasRunning || !now.equals(busy)) {
            return false;
        }
        if (life.follow(frame)) {
            paintings++;
        }
        return true;
    }

    private static boolean isRunning(LiveFrame frame) {
        return !frame.components().isEmpty();
    }

    /**
     * The components that are dragged; the frame of a group would have to be painted with each step, and all over it, and
     * so would the gaps for notes that are dragged with them.
     */
    private Set<String> apart() {
        Set<String> displaced = geometry.displaced();
        boolean moreMoves =
                geometry.layout().isGrouped(displaced) || geometry.layout().hasDisplacedNotes();
        return moreMoves ? Set.of() : displaced;
    }

    private PaintState state(Feedback feedback, LiveFrame frame) {
        return new PaintState(
                document.selection().components(),
                document.selection().links(),
                feedback,
                document.problems(),
                frame,
                breakpoints.get(),
                (one, other) -> joinable(feedback, one, other));
    }

    private boolean joinable(Feedback feedback, BoxShape one, BoxShape other) {
        Optional<LinkReference> lifted = feedback.draft().flatMap(LinkDraft::lifted);
        return LinkRules.refusal(
                        one, other, link -> geometry.link(link).isPresent() && !lifted.equals(Optional.of(link)))
                .isEmpty();
    }

    /** How often it, or one of its layers, was painted since the beginning. */
    long paintings() {
        return paintings;
    }

    /** How often all of it was. */
    long wholePaintings() {
        return wholePaintings;
    }
}
