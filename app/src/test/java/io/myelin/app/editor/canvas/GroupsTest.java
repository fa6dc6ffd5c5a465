package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import io.myelin.engine.graph.GroupFrame;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups on a real canvas, by whole events through the scene. */
class GroupsTest {
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 700);

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void the_selection_becomes_a_group_that_is_titled_at_once() {
        group("words", "count");
        assertThat(canvas.find("title-editor").orElseThrow().isVisible()).isTrue();
        canvas.write("Counting").type(KeyCode.ENTER);
        // A field keeps what is in it on its own action.
        CanvasFixture.run(() -> canvas.canvas().node().requestFocus());
        assertThat(groups().get("group").title()).isEqualTo("Counting");
        assertThat(groups().get("group").members()).containsExactly("words", "count");
    }

    @Test
    void a_drag_at_its_title_moves_all_of_a_group() {
        group("words", "count");
        CanvasFixture.run(() -> canvas.canvas().node().requestFocus());
        Point2D words = canvas.title("words");
        Point2D count = canvas.title("count");
        Point2D read = canvas.title("read");
        Point2D bar = bar("group");
        canvas.click(20, 680).drag(bar.getX(), bar.getY(), bar.getX() + 40, bar.getY() + 80);
        assertThat(canvas.title("words").distance(canvas.moved(words, 40, 80))).isLessThan(1e-3);
        assertThat(canvas.title("count").distance(canvas.moved(count, 40, 80))).isLessThan(1e-3);
        assertThat(canvas.title("read")).isEqualTo(read);
        assertThat(bar("group").distance(canvas.moved(bar, 40, 80))).isLessThan(1e-3);
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(canvas.title("words")).isEqualTo(words);
    }

    @Test
    void a_click_on_its_title_selects_what_is_in_it_and_ungrouping_takes_only_the_frame() {
        group("words", "count");
        CanvasFixture.run(() -> canvas.canvas().node().requestFocus());
        Point2D bar = bar("group");
        canvas.click(20, 680).click(bar.getX(), bar.getY());
        assertThat(canvas.document().selection().components()).containsExactly("words", "count");
        CanvasFixture.run(() -> canvas.canvas().ungroupSelection());
        assertThat(groups()).isEmpty();
        assertThat(canvas.document().graph().components()).hasSize(4);
    }

    @Test
    void a_double_click_on_its_title_gives_it_another() {
        group("words", "count");
        CanvasFixture.run(() -> canvas.canvas().node().requestFocus());
        Point2D bar = bar("group");
        canvas.doubleClick(bar.getX(), bar.getY());
        assertThat(canvas.find("title-editor").orElseThrow().isVisible()).isTrue();
        canvas.write("Other").click(20, 680);
        assertThat(groups().get("group").title()).isEqualTo("Other");
    }

    @Test
    void what_joins_a_new_group_leaves_the_old_and_an_empty_group_goes() {
        group("words");
        group("words", "count");
        assertThat(groups().keySet()).containsExactly("group2");
        CanvasFixture.run(() -> {
            canvas.document().selection().select(List.of("words", "count"), List.of());
            canvas.canvas().deleteSelection();
        });
        assertThat(groups()).isEmpty();
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(groups().get("group2").members()).containsExactly("words", "count");
    }

    private void group(String... ids) {
        CanvasFixture.run(() -> {
            canvas.document().selection().select(List.of(ids), List.of());
            canvas.canvas().groupSelection();
        });
        CanvasFixture.pulse();
    }

    private Map<String, GroupFrame> groups() {
        return CanvasFixture.call(() -> canvas.document().graph().layout().groups());
    }

    private Point2D bar(String name) {
        Bounds title = CanvasFixture.call(() ->
                canvas.canvas().geometry().layout().group(name).orElseThrow().title());
        return canvas.at(title.x() + title.width() / 2, title.y() + 6);
    }
}
