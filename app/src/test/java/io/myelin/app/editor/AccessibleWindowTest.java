package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The window with assistive technology")
@Timeout(180)
class AccessibleWindowTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();
    private static final List<String> SHEETS = List.of(
            "edit.preferences",
            "edit.keys",
            "help.keys",
            "view.commands",
            "run.parameters",
            "edit.find",
            "edit.add-here");

    private final Locale usual = Locale.getDefault();

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void usualLanguage() {
        Locale.setDefault(usual);
    }

    @Test
    void every_control_has_a_name() throws Exception {
        Set<String> nameless = new TreeSet<>();
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        look("the graph's form", nameless);
        for (String id : List.copyOf(editor.graph().components().keySet())) {
            EditorFixture.run(() -> editor.document().selection().select(id));
            look("the form of " + id, nameless);
        }
        EditorFixture.run(() -> editor.document()
                .selection()
                .select(io.myelin.app.editor.document.LinkReference.of(
                        editor.document().graph().links().getFirst())));
        look("the form of a link", nameless);
        for (String panel : List.of("view.problems", "view.history", "run.console", "run.messages", "run.outcome")) {
            editor.action(panel);
            look(panel, nameless);
        }
        for (String sheet : SHEETS) {
            editor.action(sheet);
            look(sheet, nameless);
            editor.keys(KeyCode.ESCAPE);
        }
        assertThat(nameless).as("controls without a name").isEmpty();
    }

    @Test
    void what_happens_is_announced() throws Exception {
        editor.openText("print.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "one": { "type": "source.values", "settings": { "values": ["a"] } },
                    "print": { "type": "console.print" } },
                  "links": [ { "from": "one.outbox", "to": "print.inbox" } ] }
                """);
        List<String> said = new ArrayList<>();
        Node announcer = editor.scene().lookup("#announcer");
        EditorFixture.run(() -> announcer.accessibleTextProperty().addListener((_, _, now) -> said.add(now)));
        editor.action("run.start");
        EditorFixture.await("the end is announced", () -> said.stream().anyMatch(one -> one.startsWith("Finished in")));
        assertThat(said).anyMatch(one -> one.startsWith("Running"));
        EditorFixture.run(() -> editor.document().selection().select("print"));
        editor.action("edit.delete");
        assertThat(asked(announcer)).startsWith("Delete");
        editor.action("edit.undo");
        assertThat(asked(announcer)).startsWith("Undone: Delete");
        EditorFixture.run(() -> editor.document().selection().clear());
        editor.action("canvas.link");
        assertThat(asked(announcer)).startsWith("Select one component");
    }

    private static String asked(Node announcer) {
        return EditorFixture.call(() -> String.valueOf(announcer.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private void look(String where, Set<String> nameless) {
        editor.settle();
        EditorFixture.run(() -> collect(editor.scene().getRoot(), where, nameless));
    }

    private static void collect(Node node, String where, Set<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && isOperated(control) && !isNamed(control)) {
            nameless.add(control.getClass().getSimpleName() + " #" + control.getId() + " " + control.getStyleClass()
                    + " in "
                    + (control.getParent() == null ? "" : control.getParent().getId()) + " of " + where);
        }
        // What a choice is made of inside is no control of ours.
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, where, nameless));
        }
    }

    private static boolean isOperated(Control control) {
        return control instanceof ButtonBase
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?>
                || control instanceof Spinner<?>
                || control instanceof Slider
                || control instanceof ListView<?>
                || control instanceof TableView<?>
                || control instanceof TitledPane
                || control instanceof RichTextArea;
    }

    /** By its own words, by a label for it, or by a text for assistive technology; what a field holds is no name. */
    private static boolean isNamed(Control control) {
        boolean speaks = control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        String text = control.getAccessibleText();
        return speaks
                || text != null && !text.isBlank()
                || control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
    }
}
