package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.theme.ThemeChoice;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Following a run with the eye")
@Timeout(120)
class FollowingARunTest {
    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    private void awaitState(String text) {
        EditorFixture.await(
                "the state says " + text,
                () -> editor.scene().lookup("#run-state") instanceof Label label
                        && label.getText().contains(text));
    }

    @Test
    void aRunGoesInSlowMotionAndItsPaceIsSaid() throws Exception {
        editor.openText("many.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "numbers": { "type": "source.sequence", "settings": { "to": 20000 } },
                    "wrap": { "type": "flow.number" },
                    "drop": { "type": "flow.discard" } },
                  "links": [
                    { "from": "numbers.outbox", "to": "wrap.inbox" },
                    { "from": "wrap.outbox", "to": "drop.inbox" } ],
                  "layout": { "components": {
                    "numbers": { "x": 0, "y": 0 }, "wrap": { "x": 320, "y": 0 }, "drop": { "x": 640, "y": 0 } } } }
                """);
        editor.keys(KeyCode.SHIFT, KeyCode.F7);
        editor.action("run.start");
        awaitState("a step every 500 ms");
        editor.picture("run-slow");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-slow-dark");
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.MINUS);
        awaitState("a step every 1 s");
        editor.click("#slow-motion-button");
        awaitState("Finished");
    }

    @Test
    void whatPeopleShouldKnowOfARunIsShownWithItsComponent() throws Exception {
        String words = IntStream.range(0, 60).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        editor.openText("loop.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "text": { "type": "source.values", "settings": { "values": ["%s"] } },
                    "split": { "type": "text.split", "settings": { "pattern": " " }, "inboxes": { "inbox": { "capacity": 4 } } } },
                  "links": [
                    { "from": "text.outbox", "to": "split.inbox" },
                    { "from": "split.outbox", "to": "split.inbox" } ],
                  "layout": { "components": { "text": { "x": 0, "y": 0 }, "split": { "x": 320, "y": 0 } } } }
                """.formatted(words));
        editor.action("run.start");
        editor.action("run.outcome");
        editor.node("#show-notice");
        assertThat(EditorFixture.call(() -> editor.scene().getRoot().lookupAll(".notice-card .label").stream()
                        .map(node -> ((Label) node).getText())
                        .collect(Collectors.joining(" "))))
                .contains("The inbox split.inbox closes a loop in which everybody waited for room.");
        editor.picture("run-notice");
        editor.click("#show-notice");
        assertThat(EditorFixture.call(() -> editor.document().selection().components()))
                .containsExactly("split");
        editor.action("run.stop");
        awaitState("Stopped");
    }
}
