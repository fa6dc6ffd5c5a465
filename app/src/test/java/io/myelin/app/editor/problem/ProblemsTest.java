package io.myelin.app.editor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.EditorFixture;
import io.myelin.engine.graph.Problem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Problems are found while one edits, listed, and gone to. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ProblemsTest {
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": {
                "timer": { "type": "source.timer", "settings": { "every": "often" } },
                "ghost": { "type": "magic.wand" }
              },
              "links": [ { "from": "timer.outbox", "to": "ghost.inbox" } ]
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void anUnknownTypeAndAWrongSettingAreListedWithLineAndColumn() throws IOException {
        editor.openText("bad.graph.json", GRAPH);
        EditorFixture.await(
                "two problems are found",
                () -> editor.document().problems().all().size() == 2);
        assertThat(editor.document().problems().all()).allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
        });
        assertThat(editor.document().problems().of("ghost")).hasSize(1);
        EditorFixture.await(
                "the status bar counts them",
                () -> editor.node("#status-problems", Button.class).getText().equals("2 errors"));
    }

    @Test
    void theListNamesTheComponentAndItsTipTheLineAndColumn() throws IOException {
        editor.openText("bad.graph.json", GRAPH);
        editor.click("#status-problems");
        EditorFixture.await("it is listed", () -> problems().getItems().size() == 2);
        editor.settle();
        ListCell<?> cell = EditorFixture.call(() -> (ListCell<?>) problems().lookupAll(".list-cell").stream()
                .filter(one -> String.valueOf(one.getAccessibleText()).contains("magic.wand"))
                .findFirst()
                .orElseThrow());

        assertThat(EditorFixture.call(() -> cell.lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .contains("ghost")
                .anyMatch(text -> text.contains("a type from the palette"))
                .noneMatch(text -> text.contains("myelin components") || text.startsWith("line "));
        assertThat(EditorFixture.call(() -> cell.getTooltip().getText())).contains("line 5, column ");
    }

    @Test
    void aClickOnAProblemSelectsItsComponentAndGoesToItsField() throws IOException {
        editor.openText("bad.graph.json", GRAPH);
        editor.click("#status-problems");
        EditorFixture.await("it is listed", () -> problems().getItems().size() == 2);
        editor.settle();
        editor.click(EditorFixture.call(() -> problems().lookupAll(".list-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).contains("often"))
                .findFirst()
                .orElseThrow()));
        assertThat(EditorFixture.call(() -> editor.document().selection().onlyComponent()))
                .contains("timer");
        EditorFixture.await(
                "the field has the focus",
                () -> editor.scene().getFocusOwner() instanceof TextField field
                        && field.getText().equals("often"));
    }

    @Test
    void enterOnAProblemGoesThereToo() throws IOException {
        editor.openText("bad.graph.json", GRAPH);
        editor.action("view.problems");
        EditorFixture.await("it is listed", () -> problems().getItems().size() == 2);
        EditorFixture.run(() -> {
            problems().requestFocus();
            problems().getSelectionModel().selectLast();
        });
        editor.keys(KeyCode.ENTER);
        assertThat(EditorFixture.call(() -> editor.document().selection().onlyComponent()))
                .contains("ghost");
    }

    @Test
    void mendingAProblemTakesItAway() throws IOException {
        editor.openText("bad.graph.json", GRAPH);
        EditorFixture.await(
                "it is found", () -> editor.document().problems().all().size() == 2);
        EditorFixture.run(() -> editor.document().selection().select("ghost"));
        editor.action("edit.delete");
        EditorFixture.await(
                "one is left", () -> editor.document().problems().all().size() == 1);
        Problem left = editor.document().problems().all().getFirst();
        assertThat(left.message()).contains("often");
    }

    @SuppressWarnings("unchecked")
    private ListView<Problem> problems() {
        return (ListView<Problem>) editor.node("#problem-list");
    }
}
