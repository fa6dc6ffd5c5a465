package io.myelin.app.editor.canvas;

import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.canvas.live.LiveFrame;
import io.myelin.app.editor.canvas.live.LiveView;
import io.myelin.app.editor.canvas.live.TokenBirth;
import io.myelin.app.editor.canvas.live.TokenFlow;
import io.myelin.app.editor.canvas.paint.Brush;
import io.myelin.app.editor.canvas.paint.CanvasFonts;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.TokenPainter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/** Follows a run: takes its figures once a frame, and paints what moves on a canvas of its own. */
final class LiveLayer extends Canvas {
    private static final double HOVER_PIXELS = 14;

    private final CanvasGeometry geometry;
    private final CanvasTones tones;
    private final CanvasFonts fonts;
    private final TokenFlow flow;
    private final Map<String, Optional<Node>> contents = new HashMap<>();
    private @Nullable LiveView view;
    private LiveFrame frame = LiveFrame.NONE;
    private LiveFrame moving = LiveFrame.NONE;
    private boolean painted;
    private @Nullable Stillness stillness;
    private Optional<Point> pointed = Optional.empty();
    private long searches;
    private @Nullable Sight sight;
    private List<LinkShape> streams = List.of();
    private boolean still;

    LiveLayer(CanvasGeometry geometry, CanvasTones tones, CanvasFonts fonts) {
        this.geometry = geometry;
        this.tones = tones;
        this.fonts = fonts;
        this.flow = new TokenFlow(geometry);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Follows {@code shown} from now on; empty for nothing, which takes all figures away. */
    void follow(Optional<LiveView> shown) {
        view = shown.orElse(null);
        frame = LiveFrame.NONE;
        moving = LiveFrame.NONE;
        streams = List.of();
        sight = null;
        stillness = null;
        flow.clear();
        contents.clear();
        setVisible(false);
    }

    /** Whether nothing slides: the figures on the links alone tell what goes along them. */
    void setStill(boolean wanted) {
        still = wanted;
        stillness = null;
        if (still) {
            flow.clear();
        }
    }

    /** The last figures. */
    LiveFrame frame() {
        return frame;
    }

    /** What a component shows. */
    Optional<Node> content(String id) {
        LiveView shown = view;
        return shown == null ? Optional.empty() : contents.computeIfAbsent(id, shown::content);
    }

    /** Whether a run is shown that may still have other figures, or whose tokens are still under way. */
    boolean isFollowing() {
        return view != null && (!frame.ended() || frame.equals(LiveFrame.NONE) || !flow.isEmpty());
    }

    /** Whether anything moves, so that the next frame would look different. */
    boolean isMoving() {
        return view != null && !frame.paused() && (!flow.isEmpty() || !streams.isEmpty());
    }

    /** Whether a token is under way. */
    boolean hasTokens() {
        return !flow.isEmpty();
    }

    /** Takes new figures; tells whether they may differ from the last ones. */
    @SuppressWarnings("ReferenceEquality") // Comparing all figures would cost more than looking at the visible ones.
    boolean advance(long now) {
        LiveView shown = view;
        if (shown == null) {
            return false;
        }
        LiveFrame latest = shown.frame();
        boolean changed = latest != frame;
        frame = latest;
        if (!latest.paused()) {
            // A paused run has no rates; those from before say how its tokens look.
            moving = latest;
        }
        flow.hold(latest.paused(), now);
        List<TokenBirth> births = shown.births();
        if (!still) {
            flow.add(births);
        }
        flow.advance(now);
        return changed;
    }

    /** Paints what moves; {@code pointer} is in the world, empty where it is elsewhere. */
    void paint(Viewport viewport, Optional<Point> pointer, long now) {
        pointed = pointer;
        findStreams(viewport);
        boolean needed = !streams.isEmpty() || !flow.isEmpty();
        if (needed || painted) {
            setVisible(needed);
            Optional<TokenFlow.Token> hovered =
                    pointer.flatMap(place -> flow.at(place, HOVER_PIXELS / viewport.zoom(), now));
            Stillness wanted =
                    new Stillness(viewport, geometry.changes(), hovered, flow.shown(now), flow.changes(), searches);
            if (!frame.paused() || !wanted.equals(stillness)) {
                Brush brush = new Brush(this, viewport, tones, fonts);
                TokenPainter.paint(brush, flow, moving, streams, hovered, flow.shown(now));
            }
            stillness = wanted;
            painted = needed;
        }
    }

    /** Has everything painted anew, as when colours are others, also where nothing has moved. */
    void repaint() {
        stillness = null;
    }

    /** Keeps a run that is held under the view and on its lines, as these are now; one that goes on has frames for that. */
    void stay(Viewport viewport) {
        if (view != null && frame.paused()) {
            paint(viewport, pointed, System.nanoTime());
        }
    }

    /** Looked for anew only where the figures, the view or the lines are others. */
    private void findStreams(Viewport viewport) {
        if (still || frame.ended()) {
            streams = List.of();
            sight = null;
            return;
        }
        Sight wanted = new Sight(moving, viewport, geometry.changes());
        if (!wanted.isSameAs(sight)) {
            streams = TokenPainter.streams(moving, geometry, viewport.visible());
            searches++;
            // Looking for them may itself find lines.
            sight = new Sight(moving, viewport, geometry.changes());
        }
    }

    /** What the picture of a run that is held depends on; it is painted anew only where that is another. */
    private record Stillness(
            Viewport viewport,
            long changes,
            Optional<TokenFlow.Token> hovered,
            long shown,
            long tokens,
            long searches) {}

    /** What the links on which streams move depend on. */
    private record Sight(LiveFrame figures, Viewport viewport, long changes) {
        @SuppressWarnings("ReferenceEquality") // Equal ones that are others only have the links looked for once more.
        boolean isSameAs(@Nullable Sight other) {
            return other != null
                    && figures == other.figures
                    && changes == other.changes
                    && viewport.equals(other.viewport);
        }
    }
}
