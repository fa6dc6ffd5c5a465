package io.myelin.app.editor.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.SampleGraphs;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.ComponentShape;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.Point;
import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.journal.Journals;
import io.myelin.app.editor.journal.LeftJournal;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to a canvas, nothing breaks and nothing is lost. As many things as {@code -Dmyelin.monkey} says; the
 * seed of a failure is printed, and {@code -Dmyelin.monkey.seed} does the same again.
 */
class MonkeyTest {
    private static final int ACTIONS = Integer.getInteger("myelin.monkey", 8_000);
    /** What dragging to and fro may lose in rounding, in units of the canvas. */
    private static final double DRIFT = 1e-6;

    private static final int LOOK_EVERY = 25;
    private static final int UNDO_ALL_EVERY = 2_000;

    static Stream<Graph> graphs() {
        return Stream.of(
                Graph.EMPTY,
                new SampleGraphs()
                        .component("lines", "file.lines", 0, 0)
                        .component("words", "text.split", 260, 0)
                        .component("count", "data.count", 520, 0)
                        .link("lines.outbox", "words.inbox")
                        .link("words.outbox", "count.inbox")
                        .graph());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whateverIsDoneNothingBreaksAndUndoGivesBackTheFirstGraph(Graph graph, @TempDir Path folder)
            throws IOException {
        long seed = Long.getLong("myelin.monkey.seed", new Random().nextLong());
        Monkey monkey = new Monkey(seed, graph);
        Journals journals = journals(folder);
        journals.begin(monkey.root(), "");
        String first = GraphFile.format(graph);
        int done = 0;
        try {
            for (done = 0; done < ACTIONS; done++) {
                monkey.act();
                if (done % LOOK_EVERY == 0) {
                    look(monkey);
                }
                if (done % UNDO_ALL_EVERY == UNDO_ALL_EVERY - 1) {
                    undoAndRedoAll(monkey, first);
                }
            }
            undoAndRedoAll(monkey, first);
            journals.close();
            isRecovered(monkey.root(), folder);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "seed " + seed + ", action " + done + ", " + monkey.latest() + ": " + failure, failure);
        } finally {
            journals.close();
        }
    }

    private static Journals journals(Path folder) {
        return new Journals(folder, trouble -> {
            throw new AssertionError(trouble);
        });
    }

    /** As after a crash: what the journals hold is found by another editor, which sees a copy of them. */
    private static void isRecovered(Document document, Path folder) throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        try (Stream<Path> written = Files.list(folder)) {
            for (Path journal : written.filter(Files::isRegularFile).toList()) {
                Files.copy(journal, copies.resolve("another-" + journal.getFileName()));
            }
        }
        try (Journals journals = journals(copies)) {
            List<LeftJournal> left = journals.left(document.catalog());
            if (!document.isModified()) {
                assertThat(left).as("work where all has been taken back").isEmpty();
                return;
            }
            Document recovered = left.getFirst().open().document();
            assertThat(GraphFile.format(recovered.graph()))
                    .as("the graph in the journal")
                    .isEqualTo(GraphFile.format(document.graph()));
            assertThat(recovered.history().size())
                    .as("the steps in the journal")
                    .isEqualTo(document.history().size());
        }
    }

    private static void undoAndRedoAll(Monkey monkey, String first) {
        monkey.rest();
        Document root = monkey.root();
        int position = root.history().position();
        String now = GraphFile.format(root.graph());
        root.goTo(0);
        assertThat(GraphFile.format(root.graph())).as("all undone").isEqualTo(first);
        root.goTo(position);
        assertThat(GraphFile.format(root.graph())).as("all done again").isEqualTo(now);
    }

    private static void look(Monkey monkey) {
        Graph whole = monkey.root().graph();
        String text = GraphFile.format(whole);
        Graph read = GraphFile.parse(text).graph().orElseThrow();
        assertThat(GraphFile.format(read))
                .as("the file, read and written again")
                .isEqualTo(text);
        assertThat(read).as("the file, read again").isEqualTo(whole);
        Hands here = monkey.here();
        if (here.document.isThere()) {
            selectsWhatIsThere(here.document);
            if (!here.interaction.isBusy()) {
                drawsWhatIsThere(here);
            }
        }
    }

    private static void selectsWhatIsThere(Document document) {
        Graph graph = document.graph();
        assertThat(graph.components().keySet()).containsAll(document.selection().components());
        assertThat(graph.layout().notes().keySet())
                .containsAll(document.selection().notes());
        assertThat(Stream.concat(graph.links().stream().map(LinkReference::of), LinkReference.publicOf(graph).stream()))
                .containsAll(document.selection().links());
    }

    private static boolean isAbout(double a, double b) {
        return Math.abs(a - b) < DRIFT;
    }

    /** What has been followed edit by edit is what a canvas opened just now would show. */
    private static void drawsWhatIsThere(Hands here) {
        Graph graph = here.document.graph();
        CanvasGeometry fresh = here.freshGeometry();
        fresh.update(graph);
        assertThat(here.geometry.components())
                .extracting(ComponentShape::id)
                .containsExactlyInAnyOrderElementsOf(graph.components().keySet());
        Set<String> placed = graph.layout().components().keySet();
        for (String id : placed) {
            assertThat(here.geometry.component(id).orElseThrow())
                    .as(id)
                    .usingRecursiveComparison()
                    .withEqualsForType(MonkeyTest::isAbout, Double.class)
                    .isEqualTo(fresh.component(id).orElseThrow());
        }
        assertThat(here.geometry.links())
                .extracting(LinkShape::reference)
                .containsExactlyInAnyOrderElementsOf(
                        fresh.links().stream().map(LinkShape::reference).toList());
        // A line depends also on what stands in its way: where that is off by its last digit, another way may be as
        // short.
        if (placed.containsAll(graph.components().keySet()) && areAtTheVerySamePlaces(placed, here.geometry, fresh)) {
            for (LinkShape plain : fresh.links()) {
                LinkReference link = plain.reference();
                assertThat(middle(here.geometry, link).distance(middle(fresh, link)))
                        .as("how far the drawn %s is from where it should be", link)
                        .isLessThan(DRIFT);
            }
        }
    }

    private static boolean areAtTheVerySamePlaces(Set<String> ids, CanvasGeometry one, CanvasGeometry other) {
        return ids.stream()
                .allMatch(id -> one.component(id)
                        .map(ComponentShape::bounds)
                        .equals(other.component(id).map(ComponentShape::bounds)));
    }

    private static Point middle(CanvasGeometry geometry, LinkReference link) {
        return geometry.link(link).orElseThrow().path().at(0.5);
    }
}
