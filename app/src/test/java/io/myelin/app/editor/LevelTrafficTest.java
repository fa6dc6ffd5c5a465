package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Inside a subgraph the figures are those of the component by which it was entered. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class LevelTrafficTest {
    private static final LinkReference WIRE =
            new LinkReference(new BoxReference("case", "outbox"), new BoxReference("again", "inbox"));
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": {
                "three": { "type": "source.values", "settings": { "values": ["a", "b", "c"] } },
                "two": { "type": "source.values", "settings": { "values": ["d", "e"] } },
                "first": { "type": "graph:letters" },
                "second": { "type": "graph:letters" },
                "print": { "type": "console.print" }
              },
              "links": [ { "from": "three.outbox", "to": "first.inbox" }, { "from": "two.outbox", "to": "second.inbox" },
                         { "from": "first.outbox", "to": "print.inbox" }, { "from": "second.outbox", "to": "print.inbox" } ],
              "graphs": {
                "letters": {
                  "components": { "case": { "type": "text.case" }, "again": { "type": "text.case", "settings": { "to": "upper" } } },
                  "links": [ { "from": "case.outbox", "to": "again.inbox" } ],
                  "inboxes": { "inbox": "case.inbox" }, "outboxes": { "outbox": "again.outbox" }
                }
              }
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void eachInstanceShowsItsOwnMessages() throws IOException {
        editor.openText("letters.graph.json", GRAPH);
        editor.keys(KeyCode.F8);
        EditorFixture.await("the run is over", () -> state().startsWith("Finished"));

        enter("first");
        click();
        awaitFigures("3 messages · every message");
        editor.picture("level-traffic-light");
        editor.action("view.leave");
        awaitLevel("the graph around is shown", false);
        enter("second");
        click();
        awaitFigures("2 messages · every message");
        assertThat(state()).startsWith("Finished");
    }

    /** On the wire, as the canvas tells the window of it. */
    private void click() {
        EditorFixture.run(() -> {
            editor.document().selection().select(WIRE);
            editor.window().canvases().linkClicked(WIRE);
        });
        editor.settle();
    }

    private void awaitFigures(String text) {
        EditorFixture.await(
                text,
                () -> EditorFixture.call(() ->
                                editor.node("#messages-figures", Label.class).getText())
                        .startsWith(text));
    }

    private String state() {
        return EditorFixture.call(() -> editor.node("#run-state", Label.class).getText());
    }

    private void enter(String id) {
        EditorFixture.run(() -> editor.document().selection().select(id));
        editor.action("view.enter");
        awaitLevel("the inside of '" + id + "' is shown", true);
    }

    private void awaitLevel(String what, boolean inside) {
        EditorFixture.await(what, () -> editor.open().levels().isInside() == inside);
        editor.settle();
    }
}
