package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.CanvasFixture;
import io.myelin.app.editor.canvas.CanvasHooks;
import io.myelin.app.editor.canvas.CanvasProbe;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Frames of the canvas: with a run going on, while the view moves, and while components are dragged. */
final class CanvasRows {
    private static final int FRAMES = 120;
    /** At this zoom everything of a component is painted, and few enough are in view to have nodes of their own. */
    private static final double REGIONS = 0.65;

    private static final String BARE = "bare canvases";

    private final SpeedWindow window;

    CanvasRows(SpeedWindow window) {
        this.window = window;
    }

    private static Graph thousand() {
        return SpeedGraphs.grid(25, 40, 1_500);
    }

    static Graph twentyThousand() {
        return SpeedGraphs.grid(125, 160, 30_000);
    }

    CanvasProbe open(Graph graph, double zoom) {
        return CanvasFixture.call(() -> {
            Document document = new Document(ComponentCatalog.installed(), graph, Optional.empty());
            CanvasProbe probe = new CanvasProbe(document, new GraphCanvas(document, CanvasHooks.none()));
            window.show(probe.canvas().node());
            probe.canvas().zoomTo(zoom);
            probe.show(probe.viewport()
                    .centredOn(probe.geometry().contents().orElseThrow().centre()));
            return probe;
        });
    }

    private void close(CanvasProbe probe) {
        CanvasFixture.run(probe.canvas()::close);
    }

    /** The same run against the bare reference. */
    List<Figure> running(String what, Graph graph, double zoom, int tokens) {
        CanvasProbe probe = open(graph, zoom);
        double[] ours = new double[Rounds.COUNT];
        double[] bare = new double[Rounds.COUNT];
        for (int round = 0; round < Rounds.COUNT; round++) {
            bare[round] = bare(probe, tokens).mean();
            ours[round] = run(probe, tokens, FRAMES, _ -> {}).mean();
        }
        close(probe);
        return List.of(Figure.atLeast(what, "ms", Rounds.median(ours), BARE, Rounds.median(bare), 0.6, 0.9));
    }

    private FrameTimes bare(CanvasProbe probe, int tokens) {
        List<LinkShape> links = CanvasFixture.call(() -> probe.nearest(tokens));
        BareReference reference = CanvasFixture.call(() -> {
            BareReference made = new BareReference(probe.geometry(), probe.viewport());
            window.show(made);
            return made;
        });
        return SpeedWindow.frames(FRAMES, _ -> reference.paintTokens(links, System.nanoTime() / 1e9 / 0.6 % 1));
    }

    private FrameTimes run(CanvasProbe probe, int tokens, int frames, IntConsumer step) {
        CanvasFixture.run(() -> {
            window.show(probe.canvas().node());
            probe.canvas().showLive(new TokenTraffic(probe.geometry(), probe.nearest(tokens)));
        });
        FrameTimes times = SpeedWindow.frames(frames, step);
        CanvasFixture.run(probe.canvas()::hideLive);
        return times;
    }

    /** Panning, zooming and dragging among 20,000, against those standing still while 1,000 tokens move. */
    List<Figure> moving() {
        CanvasProbe probe = open(twentyThousand(), Viewport.MIN_ZOOM);
        double[] still = new double[Rounds.COUNT];
        double[][] moved = new double[4][Rounds.COUNT];
        double worst = 0;
        // Once through all sizes first: fonts are read in and code is compiled, as in the first seconds of any window.
        atPlace(probe, () -> SpeedWindow.frames(FRAMES, frame -> zoom(probe, frame)));
        for (int round = 0; round < Rounds.COUNT; round++) {
            still[round] = run(probe, 1_000, FRAMES, _ -> {}).mean();
            FrameTimes pan = atPlace(probe, () -> SpeedWindow.frames(FRAMES, frame -> pan(probe, frame)));
            FrameTimes zoom = atPlace(probe, () -> SpeedWindow.frames(FRAMES, frame -> zoom(probe, frame)));
            worst = Math.max(worst, Math.max(pan.worst(), zoom.worst()));
            moved[0][round] = pan.mean();
            moved[1][round] = zoom.mean();
            moved[2][round] = drag(probe, 1).mean();
            moved[3][round] = drag(probe, 500).mean();
        }
        close(probe);
        double base = Rounds.median(still);
        String against = "20,000 running";
        return List.of(
                Figure.atLeast("panning 20,000", "ms", Rounds.median(moved[0]), against, base, 0.5, 0.8),
                Figure.atLeast("zooming 20,000", "ms", Rounds.median(moved[1]), against, base, 0.5, 0.8),
                Figure.alone("the worst frame of panning and zooming 20,000", "ms", worst, 100, 100),
                Figure.atLeast("dragging 1 of 20,000", "ms", Rounds.median(moved[2]), against, base, 0.5, 0.8),
                Figure.atLeast("dragging 500 of 20,000", "ms", Rounds.median(moved[3]), against, base, 0.5, 0.8));
    }

    private interface Measured {
        FrameTimes take();
    }

    private static FrameTimes atPlace(CanvasProbe probe, Measured measured) {
        Viewport before = CanvasFixture.call(probe::viewport);
        FrameTimes times = measured.take();
        CanvasFixture.run(() -> probe.show(before));
        return times;
    }

    private static void pan(CanvasProbe probe, int frame) {
        probe.show(probe.viewport().panned(frame / 40 % 2 == 0 ? -7 : 7, -3));
    }

    private static void zoom(CanvasProbe probe, int frame) {
        // In and out again, through all levels of detail.
        double factor = frame / 60 % 2 == 0 ? 1.04 : 1 / 1.04;
        probe.show(probe.viewport().zoomedTo(probe.viewport().zoom() * factor));
    }

    private FrameTimes drag(CanvasProbe probe, int count) {
        double[] start = CanvasFixture.call(() -> {
            window.show(probe.canvas().node());
            Point middle = probe.viewport().visible().centre();
            var chosen = probe.geometry().components().stream()
                    .sorted((one, other) -> Double.compare(
                            one.bounds().centre().distance(middle),
                            other.bounds().centre().distance(middle)))
                    .limit(count)
                    .toList();
            Set<String> ids = new HashSet<>();
            chosen.forEach(shape -> ids.add(shape.id()));
            probe.document().selection().select(ids, Set.of());
            Bounds grabbed = chosen.getFirst().bounds();
            Point at = probe.viewport().toScreen(new Point(grabbed.centre().x(), grabbed.y() + 12));
            mouse(probe, MouseEvent.MOUSE_MOVED, at.x(), at.y());
            mouse(probe, MouseEvent.MOUSE_PRESSED, at.x(), at.y());
            return new double[] {at.x(), at.y()};
        });
        FrameTimes times = SpeedWindow.frames(
                FRAMES,
                frame -> mouse(
                        probe,
                        MouseEvent.MOUSE_DRAGGED,
                        start[0] + 20 + 200 * Math.sin(frame / 20.0),
                        start[1] + 20 + 100 * Math.cos(frame / 20.0)));
        CanvasFixture.run(() -> {
            mouse(probe, MouseEvent.MOUSE_RELEASED, start[0] + 40, start[1]);
            probe.document().undo();
            probe.document().selection().clear();
        });
        return times;
    }

    private static void mouse(CanvasProbe probe, EventType<MouseEvent> type, double x, double y) {
        Node node = probe.canvas().node();
        MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        node.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                button,
                button == MouseButton.NONE ? 0 : 1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    /** What a frame costs in a graph of 20,000 and in one of 1,000, the same number in view. */
    List<Figure> growth() {
        CanvasProbe small = open(thousand(), REGIONS);
        CanvasProbe large = open(twentyThousand(), REGIONS);
        List<double[]> figures = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            figures.add(new double[Rounds.COUNT]);
        }
        for (int round = 0; round < Rounds.COUNT; round++) {
            figures.get(0)[round] = run(small, 200, FRAMES, _ -> {}).mean();
            figures.get(1)[round] = run(large, 200, FRAMES, _ -> {}).mean();
            figures.get(2)[round] = pannedIn(small);
            figures.get(3)[round] = pannedIn(large);
        }
        close(small);
        close(large);
        String against = "1,000, as many in view";
        return List.of(
                Figure.atMost(
                        "20,000, 200 tokens",
                        "ms",
                        Rounds.median(figures.get(1)),
                        against,
                        Rounds.median(figures.get(0)),
                        1.3,
                        1),
                Figure.atMost(
                        "20,000, panning",
                        "ms",
                        Rounds.median(figures.get(3)),
                        against,
                        Rounds.median(figures.get(2)),
                        1.3,
                        1));
    }

    private double pannedIn(CanvasProbe probe) {
        CanvasFixture.run(() -> window.show(probe.canvas().node()));
        return atPlace(
                        probe,
                        () -> SpeedWindow.frames(
                                FRAMES, frame -> probe.show(probe.viewport().panned(frame / 20 % 2 == 0 ? -5 : 5, 0))))
                .mean();
    }

    List<Figure> thousandRunning() {
        return running("1,000 components, 1,500 links, 200 tokens, as Regions", thousand(), REGIONS, 200);
    }

    List<Figure> twentyThousandRunning() {
        return running("20,000 components, 30,000 links, 1,000 tokens", twentyThousand(), Viewport.MIN_ZOOM, 1_000);
    }
}
