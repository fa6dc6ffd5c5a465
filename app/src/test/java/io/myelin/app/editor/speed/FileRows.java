package io.myelin.app.editor.speed;

import io.myelin.app.editor.canvas.CanvasFixture;
import io.myelin.app.editor.canvas.CanvasHooks;
import io.myelin.app.editor.canvas.CanvasProbe;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.diff.GraphDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Opening a large file, and comparing two. */
final class FileRows {
    private static final int WARM_UP = 2;

    private final SpeedWindow window;

    FileRows(SpeedWindow window) {
        this.window = window;
    }

    /** From the file to its first picture, against Jackson's tree of the same file and one bare painting of it. */
    List<Figure> opening() {
        Graph graph = CanvasRows.twentyThousand();
        double[] ours = new double[Rounds.COUNT];
        double[] bare = new double[Rounds.COUNT];
        try {
            Path file = Files.createTempFile("speed", ".graph.json");
            GraphFile.write(graph, file);
            for (int round = -WARM_UP; round < Rounds.COUNT; round++) {
                int at = Math.max(0, round);
                CanvasProbe[] opened = new CanvasProbe[1];
                ours[at] = SpeedWindow.untilPainted(() -> opened[0] = open(file));
                BareReference reference =
                        CanvasFixture.call(() -> new BareReference(opened[0].geometry(), opened[0].viewport()));
                CanvasFixture.run(() -> window.show(reference));
                SpeedWindow.untilPainted(() -> {});
                bare[at] = SpeedWindow.untilPainted(() -> {
                    tree(file);
                    reference.paint(opened[0].geometry());
                });
                CanvasFixture.run(opened[0].canvas()::close);
            }
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.of(Figure.atMost(
                "opening 20,000 to the first picture",
                "ms",
                Rounds.median(ours),
                "Jackson's tree, one bare painting",
                Rounds.median(bare),
                3,
                1.5));
    }

    private CanvasProbe open(Path file) {
        try {
            Graph graph = GraphFile.read(file).draft().orElseThrow();
            Document document = new Document(ComponentCatalog.installed(), graph, Optional.of(file));
            CanvasProbe probe = new CanvasProbe(document, new GraphCanvas(document, CanvasHooks.none()));
            window.show(probe.canvas().node());
            return probe;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void tree(Path file) {
        try {
            JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Two versions of a graph of 5,000 of which a tenth differs: ids, settings, links, places. */
    List<Figure> comparing() {
        Graph before = SpeedGraphs.grid(50, 100, 7_500);
        Graph after = changed(before);
        byte[] one = GraphFile.format(before).getBytes(StandardCharsets.UTF_8);
        byte[] two = GraphFile.format(after).getBytes(StandardCharsets.UTF_8);
        double[] ours = new double[Rounds.COUNT];
        double[] parsing = new double[Rounds.COUNT];
        for (int round = -3 * WARM_UP; round < Rounds.COUNT; round++) {
            int at = Math.max(0, round);
            long start = System.nanoTime();
            Graph first = GraphFile.parse(one).draft().orElseThrow();
            Graph second = GraphFile.parse(two).draft().orElseThrow();
            parsing[at] = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            if (GraphDiff.of(first, second).isEmpty()) {
                throw new IllegalStateException("the two versions came out the same");
            }
            ours[at] = (System.nanoTime() - start) / 1e6;
        }
        return List.of(Figure.atMost(
                "comparing two versions of 5,000",
                "ms",
                Rounds.median(ours),
                "parsing both",
                Rounds.median(parsing),
                3,
                1.5));
    }

    private static Graph changed(Graph graph) {
        List<GraphEdit> edits = new ArrayList<>();
        int index = 0;
        for (var entry : graph.components().entrySet()) {
            GraphComponent component = entry.getValue();
            switch (index++ % 40) {
                case 0 -> edits.add(new GraphEdit.RenameComponent(entry.getKey(), "renamed" + index));
                case 10 ->
                    edits.add(new GraphEdit.ChangeComponent(entry.getKey(), component.withTitle("Other " + index)));
                case 20 -> edits.add(new GraphEdit.RemoveComponent(entry.getKey()));
                case 30 -> {
                    var link = graph.links().get(index);
                    if (!isTouched(graph, link.from().component())
                            && !isTouched(graph, link.to().component())) {
                        edits.add(new GraphEdit.RemoveLink(link.from(), link.to()));
                    }
                }
                default -> {}
            }
        }
        return new GraphEdit.Several(edits).applyTo(graph).graph();
    }

    private static boolean isTouched(Graph graph, String id) {
        int index = List.copyOf(graph.components().keySet()).indexOf(id) % 40;
        return index == 0 || index == 20;
    }
}
