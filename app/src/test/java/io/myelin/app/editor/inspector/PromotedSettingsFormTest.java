package io.myelin.app.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.EditorFixture;
import io.myelin.engine.graph.Graph;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.ParameterType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Settings inside a subgraph are given outside by a button, and taken back. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PromotedSettingsFormTest {
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": { "letters": { "type": "graph:letters" } },
              "graphs": {
                "letters": {
                  "components": { "case": { "type": "text.case", "settings": { "to": "upper" } } },
                  "inboxes": { "inbox": "case.inbox" }, "outboxes": { "outbox": "case.outbox" },
                  "graphs": { "deep": { "components": { "again": { "type": "graph:letters" } } } }
                }
              }
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1000, 980);

    @Test
    void aSettingGivenOutsideIsAFieldOfTheComponentOutsideAndOneUndoTakesItBack() throws IOException {
        editor.openText("letters.graph.json", GRAPH);
        String before = GraphFile.format(root());
        enter("letters");
        select("case");
        editor.click("#promote-to");

        assertThat(editor.graph().components().get("case").settings()).hasToString("{to=${to}}");
        assertThat(editor.graph().parameters().get("to").type()).isEqualTo(ParameterType.TEXT);
        assertThat(editor.graph().parameters().get("to").defaultValue()).contains("upper");
        editor.picture("promoted-light");

        // Out of the inspector, of the selection, of the level.
        editor.keys(KeyCode.ESCAPE);
        editor.keys(KeyCode.ESCAPE);
        editor.keys(KeyCode.ESCAPE);
        select("letters");
        assertThat(editor.isShown("#setting-to")).isTrue();
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(GraphFile.format(root())).isEqualTo(before);
    }

    @Test
    void theSameButtonTakesItBack() throws IOException {
        editor.openText("letters.graph.json", GRAPH);
        String before = GraphFile.format(root());
        enter("letters");
        select("case");
        editor.click("#promote-to");
        editor.click("#promote-to");

        assertThat(GraphFile.format(root())).isEqualTo(before);
    }

    @Test
    void aGraphDefinedFurtherOutHasItsParametersAsFields() throws IOException {
        editor.openText("letters.graph.json", GRAPH);
        enter("letters");
        select("case");
        editor.click("#promote-to");
        EditorFixture.run(
                () -> editor.open().levels().enter(editor.open().root().level(List.of("letters", "deep"))));
        editor.settle();
        select("again");

        assertThat(editor.isShown("#setting-to")).isTrue();
    }

    @Test
    void aGraphInAFileHasItsParametersAsFields() throws IOException {
        Files.writeString(editor.folder().resolve("other.graph.json"), """
                {"format": "myelin-graph/1", "parameters": {"speed": {"type": "number", "default": 2}}}
                """);
        editor.openText("user.graph.json", """
                {"format": "myelin-graph/1", "components": {"other": {"type": "graph:./other.graph.json"}}}
                """);
        select("other");

        EditorFixture.await("the file is read", () -> editor.isShown("#setting-speed"));
    }

    @Test
    void theOutermostGraphOffersNothingOutside() throws IOException {
        editor.openText("plain.graph.json", """
                {"format": "myelin-graph/1", "components": {"case": {"type": "text.case"}}}
                """);
        select("case");

        assertThat(editor.isShown("#setting-to")).isTrue();
        assertThat(editor.isShown("#promote-to")).isFalse();
    }

    private Graph root() {
        return EditorFixture.call(() -> editor.open().root().graph());
    }

    private void enter(String name) {
        EditorFixture.run(
                () -> editor.open().levels().enter(editor.open().root().level(List.of(name))));
        editor.settle();
    }

    private void select(String id) {
        EditorFixture.run(() -> {
            editor.document().selection().select(id);
            editor.open().canvas().node().requestFocus();
        });
        editor.settle();
    }
}
