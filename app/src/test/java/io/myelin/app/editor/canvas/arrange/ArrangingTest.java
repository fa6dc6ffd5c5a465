package io.myelin.app.editor.canvas.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Components of three sizes are brought into line and evenly apart. */
class ArrangingTest {
    private final Graph graph = new SampleGraphs()
            .component("take", "flow.take", 0, 0)
            .component("match", "text.match", 304, 104)
            .component("gate", "flow.gate", 504, 400)
            .component("other", "flow.gate", 900, 900)
            .graph();
    private final Document document = new Document(ComponentCatalog.installed(), graph, Optional.empty());
    private final CanvasGeometry geometry = new CanvasGeometry(
            new ComponentFaces(document.catalog(), Path.of("/data"), _ -> Optional.empty()),
            (text, _) -> 7.0 * text.length());
    private final Arranging arranging = new Arranging(document, geometry);

    ArrangingTest() {
        geometry.update(graph);
        document.onChange(change -> geometry.update(change.after()));
        document.selection().select(List.of("gate", "take", "match"), List.of());
    }

    private Bounds bounds(String id) {
        return geometry.component(id).orElseThrow().bounds();
    }

    private List<Bounds> three() {
        return List.of(bounds("take"), bounds("match"), bounds("gate"));
    }

    @Test
    void edgesAndMiddlesComeOntoOneLineOfTheWholeSelection() {
        Bounds all = geometry.contents(document.selection().components()).orElseThrow();
        arranging.align(Alignment.LEFT);
        assertThat(three()).extracting(Bounds::x).containsOnly(all.x());
        document.undo();
        arranging.align(Alignment.RIGHT);
        assertThat(three()).extracting(Bounds::right).containsOnly(all.right());
        document.undo();
        arranging.align(Alignment.CENTRE);
        assertThat(three())
                .extracting(one -> one.centre().x())
                .containsOnly(all.centre().x());
        document.undo();
        arranging.align(Alignment.TOP);
        assertThat(three()).extracting(Bounds::y).containsOnly(all.y());
        document.undo();
        arranging.align(Alignment.BOTTOM);
        assertThat(three()).extracting(Bounds::bottom).containsOnly(all.bottom());
        document.undo();
        arranging.align(Alignment.MIDDLE);
        assertThat(three())
                .extracting(one -> one.centre().y())
                .containsOnly(all.centre().y());
        document.undo();
        assertThat(document.graph()).isEqualTo(graph);
        assertThat(bounds("other").x()).isEqualTo(900);
    }

    @Test
    void gapsBetweenNeighboursBecomeEqualAndTheOutermostStay() {
        Bounds first = bounds("take");
        Bounds last = bounds("gate");
        arranging.distribute(Distribution.ACROSS);
        assertThat(bounds("take")).isEqualTo(first);
        assertThat(bounds("gate")).isEqualTo(last);
        assertThat(bounds("match").x() - bounds("take").right())
                .isEqualTo(bounds("gate").x() - bounds("match").right());
        arranging.distribute(Distribution.DOWN);
        assertThat(bounds("match").y() - bounds("take").bottom())
                .isEqualTo(bounds("gate").y() - bounds("match").bottom());
        assertThat(document.undoName()).isEqualTo("Distribute Vertically");
    }

    @Test
    void whatStandsInLineAlreadyIsNoStep() {
        arranging.align(Alignment.LEFT);
        document.undo();
        document.selection().select("take");
        arranging.align(Alignment.LEFT);
        arranging.distribute(Distribution.ACROSS);
        assertThat(document.canUndo()).isFalse();
    }
}
