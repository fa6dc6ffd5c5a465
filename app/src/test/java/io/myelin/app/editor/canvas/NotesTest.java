package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Note;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notes on a real canvas, by whole events through the scene. */
class NotesTest {
    private final CanvasFixture canvas = CanvasFixture.open(SampleGraphs.wordCount(), 1000, 700);

    @AfterEach
    void close() {
        canvas.close();
    }

    @Test
    void a_new_note_is_written_where_the_pointer_is_and_shown_as_markdown() {
        canvas.move(500, 500);
        CanvasFixture.run(() -> canvas.canvas().addNote());
        assertThat(editor().isVisible()).isTrue();
        canvas.write("# Title\nSome **strong** `code`\n\n- one\n- two").type(KeyCode.ESCAPE);

        assertThat(editor().isVisible()).isFalse();
        assertThat(notes().values())
                .singleElement()
                .satisfies(note -> assertThat(note.text()).startsWith("# Title"));
        Point2D middle = at(notes().get("note"), 0.5, 0.5);
        assertThat(middle.distance(500, 500)).isLessThan(10);
        assertThat(texts("note")).containsExactly("Title", "Some ", "strong", " ", "code", "•", "one", "•", "two");
    }

    @Test
    void a_double_click_opens_a_note_and_a_click_elsewhere_keeps_what_was_written() {
        note("n", 300, 216, "old");
        Point2D middle = at(notes().get("n"), 0.5, 0.5);
        canvas.doubleClick(middle.getX(), middle.getY()).write(" and new").click(20, 680);
        assertThat(notes().get("n").text()).isEqualTo("old and new");
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(notes().get("n").text()).isEqualTo("old");
    }

    @Test
    void a_drag_moves_a_note_and_the_selected_components_with_it() {
        note("n", 304, 216, "text");
        Point2D words = canvas.title("words");
        Point2D middle = at(notes().get("n"), 0.5, 0.5);
        canvas.click(words.getX(), words.getY())
                .hold(KeyCode.SHIFT)
                .click(middle.getX(), middle.getY())
                .letGo()
                .drag(words.getX(), words.getY(), words.getX() + 80, words.getY() + 40);
        assertThat(notes().get("n")).extracting(Note::x, Note::y).containsExactly(384.0, 256.0);
        assertThat(canvas.title("words").distance(canvas.moved(words, 80, 40))).isLessThan(1e-3);
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(notes().get("n")).extracting(Note::x, Note::y).containsExactly(304.0, 216.0);
        assertThat(canvas.title("words")).isEqualTo(words);
    }

    @Test
    void a_drag_at_a_note_moves_it_alone() {
        note("n", 304, 216, "text");
        Point2D words = canvas.title("words");
        Point2D middle = at(notes().get("n"), 0.5, 0.5);
        canvas.drag(middle.getX(), middle.getY(), middle.getX() + 80, middle.getY() + 40);
        assertThat(notes().get("n")).extracting(Note::x, Note::y).containsExactly(384.0, 256.0);
        assertThat(canvas.title("words")).isEqualTo(words);
    }

    @Test
    void escape_gives_a_drag_of_a_note_up() {
        note("n", 304, 216, "text");
        Point2D middle = at(notes().get("n"), 0.5, 0.5);
        canvas.press(MouseButton.PRIMARY, middle.getX(), middle.getY())
                .move(middle.getX() + 90, middle.getY())
                .type(KeyCode.ESCAPE)
                .release(middle.getX() + 90, middle.getY());
        assertThat(notes().get("n").x()).isEqualTo(304);
    }

    @Test
    void the_corner_of_a_note_resizes_it_in_one_step() {
        note("n", 304, 216, "text");
        Point2D corner = at(notes().get("n"), 1, 1).subtract(5, 5);
        canvas.drag(corner.getX(), corner.getY(), corner.getX() + 40, corner.getY() + 80);
        assertThat(notes().get("n")).extracting(Note::width, Note::height).containsExactly(280.0, 200.0);
        CanvasFixture.run(() -> canvas.document().undo());
        assertThat(notes().get("n").width()).isEqualTo(Note.DEFAULT_WIDTH);
    }

    @Test
    void delete_removes_a_note_and_duplicate_makes_another() {
        note("n", 304, 216, "text");
        Point2D middle = at(notes().get("n"), 0.5, 0.5);
        canvas.click(middle.getX(), middle.getY());
        CanvasFixture.run(() -> canvas.canvas().duplicateSelection());
        assertThat(notes().keySet()).containsExactly("n", "n2");
        assertThat(canvas.document().selection().notes()).containsExactly("n2");
        CanvasFixture.run(() -> canvas.canvas().deleteSelection());
        assertThat(notes().keySet()).containsExactly("n");
    }

    @Test
    void a_marquee_selects_notes_and_everything_is_selected_with_them() {
        note("n", 304, 216, "text");
        Point2D first = at(notes().get("n"), 0, 0).subtract(20, 20);
        Point2D last = at(notes().get("n"), 0.5, 0.5);
        canvas.drag(first.getX(), first.getY(), last.getX(), last.getY());
        assertThat(canvas.document().selection().notes()).containsExactly("n");
        CanvasFixture.run(() -> {
            canvas.document().selection().clear();
            canvas.canvas().selectAll();
        });
        assertThat(canvas.document().selection().notes()).containsExactly("n");
    }

    @Test
    void the_colour_of_a_note_goes_round() {
        note("n", 304, 216, "text");
        CanvasFixture.run(() -> {
            canvas.document().selection().selectNote("n");
            canvas.canvas().recolourSelection();
        });
        assertThat(notes().get("n").color()).isEqualTo("green");
        assertThat(GraphFile.format(canvas.document().graph()))
                .contains("\"n\": { \"text\": \"text\", \"x\": 304, \"y\": 216, \"color\": \"green\" }");
    }

    @Test
    void a_note_lies_under_components_and_wires_as_paper_on_the_table() throws IOException {
        Point2D words = canvas.title("words");
        Point2D wire = middleOf("words.outbox", "count.inbox");
        BufferedImage bare = picture("notes-none");
        paper("n", 240, 40, 560, 320);
        BufferedImage covered = picture("notes-under");

        assertThat(patch(covered, words, 8)).as("the title of a component").isEqualTo(patch(bare, words, 8));
        // The edges of a wire are mixed with what is under it.
        assertThat(new Color(patch(covered, wire, 0).getFirst()))
                .as("a wire")
                .satisfies(there -> assertThat(
                                distance(there, new Color(patch(bare, wire, 0).getFirst())))
                        .isLessThan(16));
        Point2D empty = canvas.at(400, 320);
        assertThat(patch(covered, empty, 0)).as("paper").isNotEqualTo(patch(bare, empty, 0));

        CanvasFixture.run(() -> canvas.canvas().zoomTo(0.3));
        CanvasFixture.pulse();
        Point2D block = middleOf(canvas.socket("words.inbox"), canvas.socket("words.outbox"));
        int there = patch(picture("notes-under-blocks"), block, 0).getFirst();
        CanvasFixture.run(() -> canvas.document().undo());
        CanvasFixture.pulse();
        assertThat(patch(picture("notes-none-blocks"), block, 0))
                .as("a component from afar")
                .containsExactly(there);
    }

    @Test
    void what_lies_on_a_note_is_clicked_and_the_note_where_nothing_does() {
        paper("n", 240, 40, 560, 320);
        Point2D words = canvas.title("words");
        canvas.click(words.getX(), words.getY());
        assertThat(canvas.document().selection().components()).containsExactly("words");
        Point2D wire = middleOf("words.outbox", "count.inbox");
        canvas.click(wire.getX(), wire.getY());
        assertThat(canvas.document().selection().links()).hasSize(1);
        Point2D from = canvas.socket("read.outbox");
        Point2D to = canvas.socket("count.inbox");
        canvas.drag(from.getX(), from.getY(), to.getX(), to.getY());
        assertThat(CanvasFixture.call(() -> canvas.document().graph().links())).hasSize(4);

        Point2D bare = canvas.at(400, 320);
        canvas.click(bare.getX(), bare.getY());
        assertThat(canvas.document().selection().notes()).containsExactly("n");
        assertThat(canvas.document().selection().links()).isEmpty();
        canvas.drag(bare.getX() + 60, bare.getY(), bare.getX() + 60, bare.getY() + 40);
        assertThat(notes().get("n").y()).isEqualTo(80);
        canvas.doubleClick(bare.getX() - 60, bare.getY()).write(" on paper").type(KeyCode.ESCAPE);
        assertThat(notes().get("n").text()).isEqualTo("# Paper on paper");
    }

    @Test
    void a_note_that_is_dragged_with_a_component_shows_the_ground_where_it_was() throws IOException {
        BufferedImage bare = picture("notes-before-drag");
        paper("n", 240, 240, 200, 80);
        Point2D words = canvas.title("words");
        Point2D paper = canvas.at(300, 280);
        canvas.click(words.getX(), words.getY())
                .hold(KeyCode.SHIFT)
                .click(paper.getX(), paper.getY())
                .letGo()
                .press(MouseButton.PRIMARY, words.getX(), words.getY())
                .move(words.getX() + 80, words.getY() + 160)
                .move(words.getX() + 80, words.getY() + 200);
        CanvasFixture.pulse();
        BufferedImage dragged = picture("notes-dragged");
        canvas.release(words.getX() + 80, words.getY() + 200);
        Point2D grid = canvas.at(264, 264);
        assertThat(patch(dragged, grid, 4)).as("the dots of the grid").isEqualTo(patch(bare, grid, 4));
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(canvas.picture(name, 1).toFile());
    }

    private static List<Integer> patch(BufferedImage picture, Point2D middle, int reach) {
        List<Integer> colours = new ArrayList<>();
        for (int x = -reach; x <= reach; x++) {
            for (int y = -reach; y <= reach; y++) {
                colours.add(picture.getRGB((int) middle.getX() + x, (int) middle.getY() + y));
            }
        }
        return colours;
    }

    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }

    private Point2D middleOf(String from, String to) {
        return middleOf(canvas.socket(from), canvas.socket(to)).subtract(12, 0);
    }

    private static Point2D middleOf(Point2D from, Point2D to) {
        return from.midpoint(to);
    }

    private void paper(String name, double x, double y, double width, double height) {
        CanvasFixture.run(() -> canvas.document()
                .perform(
                        "Note",
                        new GraphEdit.ChangeNote(
                                name, Optional.of(Note.at(x, y, "# Paper").resizedTo(width, height)))));
        CanvasFixture.pulse();
    }

    private void note(String name, double x, double y, String text) {
        CanvasFixture.run(() ->
                canvas.document().perform("Note", new GraphEdit.ChangeNote(name, Optional.of(Note.at(x, y, text)))));
        CanvasFixture.pulse();
    }

    private Map<String, Note> notes() {
        return CanvasFixture.call(() -> canvas.document().graph().layout().notes());
    }

    @Test
    void a_table_in_a_note_is_drawn_in_rows_and_columns() {
        canvas.move(500, 500);
        CanvasFixture.run(() -> canvas.canvas().addNote());
        canvas.write("| Word | Count |\n| --- | ---: |\n| the | 1800 |\n| **and** | 800 |")
                .type(KeyCode.ESCAPE);
        CanvasFixture.pulse();

        assertThat(texts("note")).containsExactly("Word", "Count", "the", "1800", "and", "800");
        Parent note = (Parent) canvas.find("note-note").orElseThrow();
        List<Node> cells =
                CanvasFixture.call(() -> List.copyOf(((GridPane) note.lookup(".markdown-table")).getChildren()));
        assertThat(cells).extracting(GridPane::getRowIndex).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(cells).extracting(GridPane::getColumnIndex).containsExactly(0, 1, 0, 1, 0, 1);
    }

    private TextArea editor() {
        return (TextArea) canvas.find("note-editor").orElseThrow();
    }

    private Point2D at(Note note, double right, double down) {
        return canvas.at(note.x() + right * note.width(), note.y() + down * note.height());
    }

    private List<String> texts(String name) {
        CanvasFixture.pulse();
        Node node = canvas.find("note-" + name).orElseThrow();
        return CanvasFixture.call(() -> ((Parent) node)
                .lookupAll(".markdown-text").stream()
                        .map(text -> ((Text) text).getText())
                        .toList());
    }
}
