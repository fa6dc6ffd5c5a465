package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was done is a list to step through. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class EditorHistoryTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void everyStepIsListedAndAClickGoesThere() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph opened = editor.graph();
        delete("print");
        Graph first = editor.graph();
        editor.action("file.save");
        delete("count");
        delete("words");
        Graph last = editor.graph();
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);

        assertThat(rows()).hasSize(4);
        assertThat(rows().getFirst()).isEqualTo("As it was opened");
        assertThat(rows().get(1)).isEqualTo("Delete print, as in the file");
        assertThat(rows().getLast()).isEqualTo("Delete words, the graph now");

        editor.click(row(1));
        assertThat(editor.graph()).isEqualTo(first);
        assertThat(editor.document().isModified()).isFalse();
        assertThat(rows().get(1)).isEqualTo("Delete print, the graph now, as in the file");
        assertThat(rows().get(2)).isEqualTo("Delete count, taken back");
        editor.picture("history-light", 2);
        editor.action("view.theme");
        editor.picture("history-dark");

        editor.click(row(0));
        assertThat(editor.graph()).isEqualTo(opened);
        editor.click(row(3));
        assertThat(editor.graph()).isEqualTo(last);
    }

    @Test
    void theTimeOfAStepIsThatOfTheConsoleAndTheMessages() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        delete("print");
        editor.action("view.history");
        editor.settle();
        List<String> times = EditorFixture.call(() -> editor.node("#history-list").lookupAll(".history-time").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> !text.isEmpty())
                .toList());
        assertThat(times).isNotEmpty().allMatch(time -> time.matches("\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void theListIsSteppedThroughByKeysAndFollowsUndoAndNewSteps() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        Graph opened = editor.graph();
        delete("print");
        delete("count");
        editor.action("view.history");
        EditorFixture.await(
                "the list has the focus", () -> editor.node("#history-list").isFocused());
        editor.keys(KeyCode.UP);
        editor.keys(KeyCode.UP);
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph()).isEqualTo(opened);
        editor.action("edit.redo");
        assertThat(rows()).hasSize(3);
        assertThat(rows().get(1)).contains("the graph now");
        delete("words");
        assertThat(rows()).hasSize(3);
        assertThat(rows().getLast()).isEqualTo("Delete words, the graph now");
        editor.action("file.new");
        assertThat(rows()).hasSize(1);
    }

    private void delete(String id) {
        EditorFixture.run(() -> {
            editor.document().selection().select(id);
            editor.document().perform("Delete " + id, new GraphEdit.RemoveComponent(id));
        });
    }

    /** What a screen reader says of each row. */
    private List<String> rows() {
        editor.settle();
        return EditorFixture.call(() -> {
            List<String> texts = new ArrayList<>();
            ListView<?> list = editor.node("#history-list", ListView.class);
            for (int i = 0; i < list.getItems().size(); i++) {
                texts.add(cell(i).getAccessibleText());
            }
            return texts;
        });
    }

    private Node row(int index) {
        editor.settle();
        return EditorFixture.call(() -> cell(index).lookup(".history-name"));
    }

    private ListCell<?> cell(int index) {
        return editor.node("#history-list").lookupAll(".history-row").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.getIndex() == index && !cell.isEmpty() && cell.isVisible())
                .findFirst()
                .orElseThrow(() -> new AssertionError("row " + index + " is not shown"));
    }
}
