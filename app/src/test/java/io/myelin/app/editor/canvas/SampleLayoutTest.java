package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentFaces;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.TextMeasure;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.geometry.Viewport;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples as they are drawn: each card with its view's content, in letters somewhat wider than usual. */
@DisplayName("The layout of the samples")
class SampleLayoutTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();
    private static final double LEAST_GAP = 56;
    private static final double LEAST_MARGIN = 8;
    private static final double MARGIN = 48;
    private static final TextMeasure LETTERS =
            (text, style) -> text.length() * (style == TextStyle.TITLE ? 7.5 : style == TextStyle.DETAIL ? 6.3 : 6);

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".graph.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_two_cards_overlap_and_wires_have_room(Path sample) throws IOException {
        Graph graph = read(sample);
        Stream.concat(Stream.of(graph), graph.graphs().values().stream())
                .map(SampleLayoutTest::draw)
                .forEach(drawn -> {
                    assertThat(overlaps(drawn)).as("cards that overlap").isEmpty();
                    assertThat(drawn.links())
                            .allSatisfy(link -> assertThat(gap(link))
                                    .as("gap of %s", link.reference())
                                    .isGreaterThanOrEqualTo(LEAST_GAP));
                });
    }

    @Test
    void word_count_is_read_easily_on_a_canvas_of_900_pixels() throws IOException {
        Bounds contents =
                draw(read(SAMPLES.resolve("word-count.graph.json"))).contents().orElseThrow();
        assertThat(new Viewport(0, 0, 1, 900, 600).fitting(contents, MARGIN, 1).zoom())
                .isGreaterThanOrEqualTo(0.65);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_picture_of_each_is_taken(Path sample) throws IOException {
        try (CanvasFixture canvas = CanvasFixture.open(read(sample), 1500, 480)) {
            String name = sample.getFileName().toString().replace(".graph.json", "");
            assertThat(canvas.picture("sample-" + name, 1)).isNotEmptyFile();
        }
    }

    private static double gap(LinkShape link) {
        return link.to().centre().x() - link.from().centre().x();
    }

    private static List<String> overlaps(CanvasGeometry drawn) {
        List<ComponentShape> shapes = drawn.components();
        return shapes.stream()
                .flatMap(one -> shapes.stream()
                        .filter(other -> one.id().compareTo(other.id()) < 0)
                        .filter(other -> one.bounds().grown(LEAST_MARGIN).intersects(other.bounds()))
                        .map(other -> one.id() + " and " + other.id()))
                .toList();
    }

    private static CanvasGeometry draw(Graph graph) {
        CanvasGeometry geometry = new CanvasGeometry(
                new ComponentFaces(ComponentCatalog.installed(), SAMPLES, _ -> Optional.empty()), LETTERS);
        geometry.update(graph);
        return geometry;
    }

    private static Graph read(Path sample) throws IOException {
        return GraphFile.read(sample).graph().orElseThrow();
    }
}
