package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finding one's way in a graph: the field to search in, and the map in the corner. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FindAndMapTest {
    private final CanvasFixture canvas = CanvasFixture.open(CanvasPicturesTest.mixed(), 1200, 760);

    @AfterEach
    void close() {
        canvas.close();
    }

    private void find(String text) {
        CanvasFixture.run(() -> canvas.canvas().findBar().open());
        canvas.write(text);
    }

    private SequencedSet<String> selected() {
        return CanvasFixture.call(() -> canvas.document().selection().components());
    }

    private String count() {
        Label count = (Label) canvas.find("find-count").orElseThrow();
        return CanvasFixture.call(count::getText);
    }

    private int frames() {
        return CanvasFixture.call(() -> {
            Path all = (Path) canvas.canvas().node().lookup(".find-mark");
            return (int) all.getElements().stream()
                    .filter(javafx.scene.shape.ClosePath.class::isInstance)
                    .count();
        });
    }

    @Test
    void titlesIdsTypesAndSettingsAreSearchedAndAllThatIsFoundIsFramed() {
        find("a-rather-long");
        assertThat(selected()).containsExactly("read");
        assertThat(count()).isEqualTo("1 of 1");
        find("FLOW.");
        assertThat(selected()).containsExactly("gate");
        assertThat(count()).isEqualTo("1 of 2");
        assertThat(frames()).isEqualTo(2);
        find("ghost");
        assertThat(selected()).containsExactly("ghost");
        find("Match text");
        assertThat(selected()).containsExactly("match");
        find("nowhere to be found");
        assertThat(count()).isEqualTo("Nothing found");
        assertThat(frames()).isZero();
    }

    @Test
    void whatStandsInsideASubgraphIsFoundAtTheComponentThatItIs() {
        Graph inner = new SampleGraphs()
                .component("deep", "text.replace", "pattern", "needle", 0, 0)
                .graph();
        CanvasFixture.run(() -> {
            Document document = canvas.document();
            document.perform("Graph", new GraphEdit.ChangeGraph(document.graph().withGraphs(Map.of("inner", inner))));
            document.perform(
                    "Add",
                    new GraphEdit.AddComponent("outer", GraphComponent.ofType("graph:inner"), new Position(48, 560)));
        });
        find("needle");
        assertThat(selected()).containsExactly("outer");
        find("text.replace");
        assertThat(selected()).contains("outer");
    }

    @Test
    void theFieldKeepsTheKeyboardWhereAComponentWasBeingChosen() {
        canvas.type(KeyCode.TAB);
        assertThat(canvas.find("quick-add").map(Node::isVisible)).hasValue(true);
        find("flow.");
        assertThat(canvas.find("quick-add").map(Node::isVisible)).hasValue(false);
        assertThat(count()).isEqualTo("1 of 2");
        canvas.type(KeyCode.ESCAPE);
        assertThat(CanvasFixture.call(() -> canvas.canvas().findBar().isOpen())).isFalse();
    }

    @Test
    void whatIsFoundWhereEverythingIsSmallIsShownSoThatItCanBeRead() {
        CanvasFixture.run(() -> canvas.canvas().zoomTo(0.05));
        find("view.table");
        assertThat(CanvasFixture.call(() -> canvas.canvas().viewport().zoom())).isGreaterThan(0.5);
    }

    @Test
    void enterGoesFromOneToTheNextRoundAndRound() {
        find("text.");
        List<String> order = List.of("words", "match", "muted");
        assertThat(selected()).containsExactly(order.get(0));
        canvas.type(KeyCode.ENTER);
        assertThat(selected()).containsExactly(order.get(1));
        canvas.type(KeyCode.ENTER).type(KeyCode.ENTER);
        assertThat(selected()).containsExactly(order.get(0));
        CanvasFixture.run(() -> canvas.canvas().findBar().step(-1));
        assertThat(selected()).containsExactly(order.get(2));
        assertThat(count()).isEqualTo("3 of 3");
        CanvasFixture.run(() -> canvas.canvas().findBar().selectAll());
        assertThat(selected()).containsExactlyElementsOf(order);
    }

    @Test
    void whatIsFoundIsBroughtIntoView() {
        CanvasFixture.run(() -> canvas.canvas().zoomTo(2));
        find("view.table");
        Point2D title = canvas.title("table");
        assertThat(title.getX()).isBetween(0.0, 1200.0);
        assertThat(title.getY()).isBetween(0.0, 760.0);
        assertThat(canvas.picture("find-at-200", 1)).isNotEmptyFile();
    }

    @Test
    void theFramesFollowTheGraphAndEscapeTakesThemAway() {
        find("flow.");
        assertThat(frames()).isEqualTo(2);
        assertThat(canvas.picture("find", 1)).isNotEmptyFile();
        assertThat(canvas.dark().picture("find-dark-200", 2)).isNotEmptyFile();
        CanvasFixture.run(() -> canvas.document()
                .perform(
                        "Add",
                        new GraphEdit.AddComponent("more", GraphComponent.ofType("flow.take"), new Position(48, 560))));
        assertThat(count()).isEqualTo("1 of 3");
        assertThat(frames()).isEqualTo(3);
        canvas.type(KeyCode.ESCAPE);
        assertThat(CanvasFixture.call(() -> canvas.canvas().findBar().isOpen())).isFalse();
        assertThat(frames()).isZero();
        assertThat(selected()).containsExactly("gate");
    }

    @Test
    void theMapIsPaintedOnlyWhenTheGraphHasChangedAndAClickGoesThere() {
        CanvasFixture.run(() -> {
            canvas.canvas().showMinimap(true);
            canvas.canvas().zoomTo(2);
        });
        CanvasFixture.await("the map is painted", () -> canvas.canvas().mapPaintings() > 0);
        assertThat(canvas.picture("minimap", 1)).isNotEmptyFile();
        assertThat(canvas.dark().picture("minimap-dark-200", 2)).isNotEmptyFile();
        CanvasFixture.pulse();
        long before = CanvasFixture.call(() -> canvas.canvas().mapPaintings());
        Node map = canvas.find("minimap").orElseThrow();
        Bounds place = CanvasFixture.call(() -> map.localToScene(map.getLayoutBounds()));
        canvas.press(MouseButton.PRIMARY, place.getMaxX() - 12, place.getMinY() + 40)
                .release(place.getMaxX() - 12, place.getMinY() + 40);
        assertThat(canvas.title("table").getX()).as("the far right is in view").isLessThan(1200);
        CanvasFixture.run(() -> canvas.document().selection().select("gate"));
        CanvasFixture.pulse();
        assertThat(CanvasFixture.call(() -> canvas.canvas().mapPaintings())).isEqualTo(before);
        CanvasFixture.run(() -> canvas.document().perform("Delete", new GraphEdit.RemoveComponent("gate")));
        CanvasFixture.await("the map is painted again", () -> canvas.canvas().mapPaintings() == before + 1);
    }

    @Test
    void theMapTakesAtMostAQuarterOfTheCanvasAndIsNotThereWhereThatIsTooSmall() {
        for (int width : new int[] {1200, 500, 300}) {
            try (CanvasFixture other = CanvasFixture.open(CanvasPicturesTest.mixed(), width, width / 2.0)) {
                CanvasFixture.run(() -> other.canvas().showMinimap(true));
                CanvasFixture.pulse();
                Node map = other.find("minimap").orElseThrow();
                assertThat(map.isVisible()).isEqualTo(width > 300);
                Bounds size = CanvasFixture.call(map::getLayoutBounds);
                if (map.isVisible()) {
                    assertThat(size.getWidth()).isLessThanOrEqualTo(width / 4.0);
                    assertThat(size.getHeight()).isLessThanOrEqualTo(width / 8.0);
                }
            }
        }
    }
}
