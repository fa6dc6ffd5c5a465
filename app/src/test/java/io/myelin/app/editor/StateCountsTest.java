package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.theme.ThemeChoice;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The line at the bottom counts the components by state while a graph runs")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class StateCountsTest {
    /** Two that read wait for what is typed, one of them inside; one that counts without end waits for room. */
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": {
                "endless": { "type": "source.sequence", "settings": { "to": 1000000000000 } },
                "slow": { "type": "flow.rate-limit", "settings": { "messages": 1, "per": "1h" } },
                "part": { "type": "graph:reader" },
                "print": { "type": "console.print" }
              },
              "links": [ { "from": "endless.outbox", "to": "slow.inbox" }, { "from": "slow.outbox", "to": "print.inbox" },
                         { "from": "part.outbox", "to": "print.inbox" } ],
              "graphs": {
                "reader": {
                  "components": { "read": { "type": "console.read" }, "case": { "type": "text.case" } },
                  "links": [ { "from": "read.outbox", "to": "case.inbox" } ],
                  "outboxes": { "outbox": "case.outbox" },
                  "layout": { "components": { "read": { "x": 0, "y": 0 }, "case": { "x": 240, "y": 0 } } }
                }
              },
              "layout": { "components": {
                "endless": { "x": 0, "y": 0 }, "slow": { "x": 300, "y": 0 },
                "part": { "x": 300, "y": 160 }, "print": { "x": 620, "y": 60 } } }
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1280, 800);

    @Test
    void aClickGoesFromOneComponentInAStateToTheNextAlsoIntoLevels() throws IOException {
        start();
        assertThat(text("blocked")).isEqualTo("1");
        editor.click("#run-state-blocked");
        assertThat(selected()).isEqualTo("[endless]");

        editor.click("#run-state-waiting");
        String first = place();
        editor.click("#run-state-waiting");
        String second = place();
        editor.click("#run-state-waiting");
        String third = place();
        editor.click("#run-state-waiting");
        String fourth = place();
        assertThat(java.util.List.of(first, second, third, fourth))
                .containsExactlyInAnyOrder("[slow]", "reader[read]", "reader[case]", "[print]");
        editor.click("#run-state-waiting");
        assertThat(place()).as("after the last comes the first").isEqualTo(first);
    }

    @Test
    void shiftAndAClickSelectAllInTheStateThatTheLevelShows() throws IOException {
        start();
        Point2D at = editor.middle(editor.node("#run-state-waiting"));
        editor.click(at.getX(), at.getY(), KeyCode.SHIFT);
        assertThat(selected()).isEqualTo("[slow, part, print]");
        editor.picture("run-states-light");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-states-dark-200", 2);
    }

    @Test
    void theSameIsDoneByNameAndTheCountsStayForWhatTheRunCameTo() throws IOException {
        start();
        editor.action("run.next-blocked");
        assertThat(selected()).isEqualTo("[endless]");
        editor.action("run.stop");
        // Those that were at their end when it was stopped have finished.
        EditorFixture.await("all have ended", () -> count("stopped") + count("finished") == 5);
        assertThat(count("blocked") + count("waiting") + count("working")).isZero();
        assertThat(EditorFixture.call(
                        () -> editor.node("#run-state-stopped", Button.class).getAccessibleText()))
                .isEqualTo(count("stopped") + " stopped");
    }

    @Test
    void nothingIsCountedBeforeAnythingRan() throws IOException {
        editor.openText("counts.graph.json", GRAPH);
        assertThat(editor.isShown("#run-states")).isFalse();
    }

    private void start() throws IOException {
        editor.openText("counts.graph.json", GRAPH);
        editor.keys(KeyCode.F8);
        EditorFixture.await(
                "one is blocked, the others wait",
                () -> text("waiting").equals("4") && text("blocked").equals("1"));
    }

    private String text(String state) {
        return EditorFixture.call(
                () -> editor.scene().lookup("#run-state-" + state) instanceof Button button && button.isVisible()
                        ? button.getText()
                        : "");
    }

    private int count(String state) {
        String text = text(state);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private String selected() {
        return EditorFixture.call(
                () -> editor.open().document().selection().components().toString());
    }

    private String place() {
        return EditorFixture.call(
                () -> String.join("/", editor.open().document().path()) + selected());
    }
}
