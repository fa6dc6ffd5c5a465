package io.myelin.app.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.Note;
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
