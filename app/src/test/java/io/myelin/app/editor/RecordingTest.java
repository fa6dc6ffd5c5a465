package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.live.run.ConsoleBuffer;
import io.myelin.engine.component.ComponentCatalog;
import io.myelin.engine.watch.recording.RecordingFile;
import io.myelin.engine.watch.recording.ReplayLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run is recorded from the editor, and can be replayed. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class RecordingTest {
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": {
                "values": { "type": "source.values", "settings": { "values": ["one", "two"] } },
                "print": { "type": "console.print" }
              },
              "links": [ { "from": "values.outbox", "to": "print.inbox" } ]
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture();

    @Test
    void aRunIsRecordedInAFileThatReplaysTheSame() throws Exception {
        editor.openText("values.graph.json", GRAPH);
        Path file = editor.folder().resolve("values.recording");
        editor.dialogs().saveTo(file);
        editor.action("run.record");
        editor.awaitConsole("two");
        EditorFixture.await("it is recorded", () -> hint().startsWith("Recorded in values.recording"));

        RecordingFile recording = RecordingFile.open(file);
        ConsoleBuffer console = new ConsoleBuffer();
        var plan = recording
                .plan(ComponentCatalog.installed(), _ -> Optional.empty())
                .plan()
                .orElseThrow();
        var result = recording
                .replay(plan, console, new ReplayLimits(OptionalDouble.empty(), new ReplayLimits.Until.End()))
                .play();
        assertThat(result.difference()).isEmpty();
    }

    @Test
    void aRecordingIsReplayedOnItsOwnGraphAndStopsWhereItIsAskedTo() throws Exception {
        editor.openText("values.graph.json", GRAPH);
        Path file = editor.folder().resolve("values.recording");
        editor.dialogs().saveTo(file);
        editor.action("run.record");
        EditorFixture.await("it is recorded", () -> hint().startsWith("Recorded in"));

        editor.dialogs().choose(file);
        editor.action("run.replay");
        editor.picture("replay-light");
        editor.click("#replay-play");
        EditorFixture.await("it is replayed", () -> hint().startsWith("Replayed: 2 deliveries"));
        editor.awaitConsole("two");
        assertThat(EditorFixture.call(() -> editor.window().documents().all().size()))
                .isEqualTo(2);
        assertThat(editor.graph().components()).containsOnlyKeys("values", "print");
        assertThat(editor.document().name()).isEqualTo("Replay of values");
        assertThat(EditorFixture.call(() -> editor.open().tab().getText())).isEqualTo("Replay of values");

        editor.dialogs().choose(file);
        editor.action("run.replay");
        editor.click("#replay-until");
        editor.type("nonsense");
        editor.click("#replay-play");
        assertThat(editor.isShown("#replay")).isTrue();
        EditorFixture.run(() -> editor.node("#replay-until", javafx.scene.control.TextField.class)
                .setText("values.outbox:1"));
        editor.click("#replay-play");
        EditorFixture.await("it stops", () -> hint().startsWith("Stopped after"));
    }

    @Test
    void whileARunIsRecordedThatIsToBeSeen() throws Exception {
        editor.openText("ticks.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "tick": { "type": "source.timer", "settings": { "every": "50ms" } },
                    "print": { "type": "console.print" } },
                  "links": [ { "from": "tick.outbox", "to": "print.inbox" } ] }
                """);
        assertThat(editor.isShown("#run-recording")).isFalse();
        editor.action("run.start");
        EditorFixture.await("it runs", () -> state().startsWith("Running"));
        assertThat(editor.isShown("#run-recording")).isFalse();
        editor.action("run.stop");
        EditorFixture.await(
                "it has ended",
                () -> editor.window().actions().find("run.record").orElseThrow().isEnabled());

        editor.dialogs().saveTo(editor.folder().resolve("ticks.recording"));
        editor.action("run.record");
        EditorFixture.await("it runs", () -> state().startsWith("Running"));
        Label mark = editor.node("#run-recording", Label.class);
        assertThat(mark.getText()).isEqualTo("Recording");
        assertThat(mark.getAccessibleText()).isEqualTo("Recorded in ticks.recording");
        editor.picture("recording");
        editor.action("file.new");
        assertThat(editor.isShown("#run-recording")).isFalse();
        editor.action("view.previous-tab");
        assertThat(editor.isShown("#run-recording")).isTrue();
        editor.action("run.stop");
        EditorFixture.await("it has ended", () -> !editor.isShown("#run-recording"));
        EditorFixture.await("it is recorded", () -> hint().startsWith("Recorded in"));
    }

    private String state() {
        return EditorFixture.call(() -> editor.node("#run-state", Label.class).getText());
    }

    @Test
    void theRunAfterIsNotRecordedAndAFileThatCannotBeWrittenIsSaid() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        Path nowhere = editor.folder().resolve("none/values.recording");
        editor.dialogs().saveTo(nowhere);
        editor.action("run.record");
        EditorFixture.await(
                "it is refused",
                () -> EditorFixture.call(() -> editor.document().problems().all().stream()
                        .anyMatch(problem -> problem.message().contains("could not be started"))));

        editor.action("run.start");
        editor.awaitConsole("two");
        assertThat(Files.exists(nowhere)).isFalse();
    }

    @Test
    void aGraphWithProblemsIsSaidToHaveThemBeforeAnybodyIsAskedForAFile() throws IOException {
        editor.openText("values.graph.json", GRAPH.replace("console.print", "console.prnt"));
        editor.action("run.record");
        EditorFixture.await("it is said", () -> hint().contains("problems"));
        assertThat(editor.dialogs().suggestions()).isEmpty();
        EditorFixture.await("they are shown", () -> editor.isShown("#problem-list"));
    }

    @Test
    void aNameIsOfferedForTheRecordingAndOneWithoutEndingGetsIt() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        Path there = editor.folder().resolve("mine.recording");
        Files.writeString(there, "kept");
        editor.dialogs().saveTo(editor.folder().resolve("mine")).answer("Cancel");
        editor.action("run.record");
        EditorFixture.await("it is asked", () -> !editor.dialogs().questions().isEmpty());
        assertThat(editor.dialogs().suggestions())
                .containsExactly(editor.folder().resolve("values.recording"));
        assertThat(there).hasContent("kept");
    }

    private String hint() {
        return EditorFixture.call(() -> editor.node("#status-hint", Label.class).getText());
    }
}
