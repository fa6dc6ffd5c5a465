package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.geometry.Bounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is pasted comes in order, and where nothing is. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PastingTest {
    private static final String BY_HAND = """
            {
              "format": "myelin-graph/1",
              "components": {
                "tick": { "type": "time.timer" },
                "shape": { "type": "data.map" },
                "out": { "type": "console.print" }
              },
              "links": [
                { "from": "tick.outbox", "to": "shape.inbox" },
                { "from": "shape.outbox", "to": "out.inbox" }
              ]
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    private static void copy(String text) {
        EditorFixture.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private Bounds bounds(String id) {
        return EditorFixture.call(() -> editor.open().canvas().placeOf(id).orElseThrow());
    }

    @Test
    void aGraphWithoutPlacesIsArrangedAsWhenItIsOpened() throws IOException {
        editor.openText("by-hand.graph.json", BY_HAND);
        double toShape = bounds("shape").x() - bounds("tick").x();
        double toOut = bounds("out").x() - bounds("shape").x();
        editor.openText("words.graph.json", GraphTexts.WORDS);
        copy(BY_HAND);
        editor.action("edit.paste");
        assertThat(bounds("shape").x() - bounds("tick").x()).isEqualTo(toShape).isPositive();
        assertThat(bounds("out").x() - bounds("shape").x()).isEqualTo(toOut).isPositive();
        assertThat(bounds("out").y()).isEqualTo(bounds("tick").y());
    }

    @Test
    void howeverOftenItIsDoneNothingLiesOnAnything() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        copy(GraphTexts.WORDS);
        for (int time = 0; time < 4; time++) {
            editor.action("edit.paste");
        }
        List<String> ids = new ArrayList<>(editor.graph().components().keySet());
        assertThat(ids).hasSize(20);
        for (String one : ids) {
            for (String other : ids.subList(ids.indexOf(one) + 1, ids.size())) {
                assertThat(bounds(one).intersects(bounds(other)))
                        .as(one + " on " + other)
                        .isFalse();
            }
        }
    }
}
