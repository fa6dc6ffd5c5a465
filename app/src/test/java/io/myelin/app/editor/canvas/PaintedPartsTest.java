package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.app.editor.canvas.paint.Marks;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.GroupFrame;
import io.myelin.engine.graph.LinkLayout;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a graph seen from afar only what an edit has changed is painted, and it looks as if all had been. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PaintedPartsTest {
    private static final String MIDDLE = "c5-4";
    private static final double FAR = 0.2;
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.grid(12, 9), WIDTH, HEIGHT);

    @AfterEach
    void close() {
        canvas.close();
    }

    private void look(double zoom) {
        CanvasFixture.run(() -> canvas.canvas().zoomTo(zoom));
        paint();
    }

    /** What was painted may ask for more to be painted, as lines are found. */
    private static void paint() {
        for (int pulse = 0; pulse < 5; pulse++) {
            CanvasFixture.pulse();
        }
    }

    private Graph graph() {
        return CanvasFixture.call(canvas.document()::graph);
    }

    private void perform(GraphEdit edit) {
        CanvasFixture.run(() -> canvas.document().perform("Edit", edit));
        paint();
    }

    private long wholePaintings() {
        return CanvasFixture.call(canvas.canvas()::wholePaintings);
    }

    private long paintings() {
        return CanvasFixture.call(canvas.canvas()::paintings);
    }

    private int[] picture() {
        return CanvasFixture.call(() -> {
            WritableImage image = canvas.canvas().node().snapshot(null, null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            PixelReader reader = image.getPixelReader();
            for (int at = 0; at < pixels.length; at++) {
                pixels[at] = reader.getArgb(at % width, at / width);
            }
            return pixels;
        });
    }

    private void assertPaintedAsAll() {
        int[] painted = picture();
        CanvasFixture.run(() -> canvas.canvas().showMarks(Marks.NONE));
        paint();
        assertThat(differing(painted, picture()))
                .as("pixels that are others when all is painted")
                .isEmpty();
    }

    /** Where two pictures differ, in a few words. */
    private static List<String> differing(int[] one, int[] other) {
        return IntStream.range(0, one.length)
                .filter(at -> one[at] != other[at])
                .mapToObj(at -> at % WIDTH + ", " + at / WIDTH)
                .limit(20)
                .toList();
    }

    private GraphEdit titled(String id, String title) {
        return new GraphEdit.ChangeComponent(id, graph().components().get(id).withTitle(title));
    }

    private static GraphEdit moved(String id, double x, double y) {
        return new GraphEdit.MoveComponents(
                List.of(new GraphEdit.MoveComponents.Move(id, Optional.of(new Position(x, y)))));
    }

    private void assertPaintedInPart(GraphEdit edit) {
        int[] before = picture();
        long whole = wholePaintings();
        perform(edit);
        assertThat(wholePaintings()).as("paintings of all").isEqualTo(whole);
        assertThat(differing(picture(), before)).isNotEmpty();
        assertPaintedAsAll();
    }

    @Test
    void a_component_that_is_moved_is_painted_in_its_new_place_and_not_in_the_old_one() {
        look(FAR);
        Bounds place = CanvasFixture.call(() -> canvas.canvas().placeOf(MIDDLE)).orElseThrow();
        assertPaintedInPart(moved(MIDDLE, place.x() + 136, place.y() - 72));
    }

    @Test
    void a_component_that_grows_with_its_title_is_painted_alone() {
        look(FAR);
        assertPaintedInPart(titled(MIDDLE, "A title that is longer than the usual ones"));
    }

    @Test
    void a_link_that_is_removed_is_painted_no_more() {
        look(FAR);
        GraphLink link = graph().links().get(graph().links().size() / 2);
        assertPaintedInPart(new GraphEdit.RemoveLink(link.from(), link.to()));
    }

    private void assertPaintedInPart(Runnable change) {
        int[] before = picture();
        long whole = wholePaintings();
        CanvasFixture.run(change::run);
        paint();
        assertThat(wholePaintings()).as("paintings of all").isEqualTo(whole);
        assertThat(differing(picture(), before)).isNotEmpty();
        assertPaintedAsAll();
    }

    @Test
    void many_that_are_deleted_and_brought_back_are_painted_where_they_are() {
        look(FAR);
        List<String> ids = List.copyOf(graph().components().keySet());
        CanvasFixture.run(() -> canvas.document().selection().select(ids.subList(36, 60), Set.of()));
        paint();
        assertPaintedInPart(() -> canvas.canvas().deleteSelection());
        assertPaintedInPart(() -> canvas.document().undo());
        assertPaintedInPart(() -> canvas.document().redo());
    }

    @Test
    void what_is_selected_is_painted_where_it_is_and_what_was_selected_too() {
        look(FAR);
        assertPaintedInPart(() -> canvas.document().selection().select(MIDDLE));
        assertPaintedInPart(() -> canvas.document().selection().select("c5-5"));
        LinkReference link =
                LinkReference.of(graph().links().get(graph().links().size() / 2));
        assertPaintedInPart(() -> canvas.document().selection().select(link));
        assertPaintedInPart(() -> canvas.document().selection().clear());
    }

    @Test
    void a_component_of_another_family_gets_its_colour() {
        look(FAR);
        GraphComponent component = graph().components().get(MIDDLE);
        int[] before = picture();
        perform(new GraphEdit.ChangeComponent(MIDDLE, component.withType("no.such")));
        assertThat(differing(picture(), before)).isNotEmpty();
        assertPaintedAsAll();
    }

    @Test
    void typing_a_title_too_small_to_be_read_paints_nothing() {
        perform(titled(MIDDLE, "A title that is longer than the usual ones"));
        look(FAR);
        long before = paintings();
        perform(titled(MIDDLE, "A title that is longer than the usual ones, by far"));
        assertThat(paintings()).isEqualTo(before);
        assertPaintedAsAll();
    }

    @Test
    void typing_a_title_that_can_be_read_shows_it() {
        look(1);
        CanvasFixture.run(() -> canvas.canvas().centreOn(MIDDLE));
        paint();
        perform(titled(MIDDLE, "Other"));
        int[] other = picture();
        perform(titled(MIDDLE, "Title"));
        assertThat(differing(picture(), other)).isNotEmpty();
        assertPaintedAsAll();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void after_any_edits_and_undoing_some_everything_looks_as_if_painted_anew(long seed) {
        Random random = new Random(seed);
        look(FAR);
        for (int step = 0; step < 40; step++) {
            GraphEdit edit = someEdit(random, step);
            boolean takesBack = random.nextInt(3) == 0;
            CanvasFixture.run(() -> {
                if (takesBack) {
                    canvas.document().undo();
                } else {
                    canvas.document().perform("Edit", edit);
                }
            });
            paint();
            assertPaintedAsAll();
            CanvasFixture.run(() -> selectSome(random));
            paint();
            assertPaintedAsAll();
        }
    }

    private void selectSome(Random random) {
        Graph graph = canvas.document().graph();
        List<String> ids = List.copyOf(graph.components().keySet());
        int first = random.nextInt(ids.size() - 4);
        GraphLink link = graph.links().get(random.nextInt(graph.links().size()));
        canvas.document()
                .selection()
                .select(
                        ids.subList(first, first + random.nextInt(4)),
                        random.nextBoolean() ? Set.of(LinkReference.of(link)) : Set.of());
    }

    private GraphEdit someEdit(Random random, int step) {
        Graph graph = graph();
        List<String> ids = List.copyOf(graph.components().keySet());
        String one = ids.get(random.nextInt(ids.size()));
        GraphLink link = graph.links().get(random.nextInt(graph.links().size()));
        return switch (random.nextInt(8)) {
            case 0 -> titled(one, "x".repeat(random.nextInt(40)));
            case 1, 2 -> moved(one, 8 * random.nextInt(300), 8 * random.nextInt(120));
            case 3 -> new GraphEdit.RemoveLink(link.from(), link.to());
            case 4 -> new GraphEdit.RemoveComponent(one);
            case 5 ->
                new GraphEdit.AddComponent(
                        "new" + step,
                        GraphComponent.ofType("text.case"),
                        Optional.of(new Position(8 * random.nextInt(300), 8 * random.nextInt(120))),
                        random.nextInt(ids.size()));
            case 6 ->
                GraphEdit.ChangeLinkLayout.to(
                        LinkLayout.plain(link.from(), link.to()).withHidden(random.nextBoolean()));
            default ->
                new GraphEdit.ChangeGroup(
                        "group",
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(GroupFrame.of("Group", "", ids.subList(0, 3), List.of())
                                        .withCollapsed(random.nextBoolean())));
        };
    }
}
