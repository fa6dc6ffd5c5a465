package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Document;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphLink;
import io.myelin.engine.graph.Position;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Editing a graph while it runs")
@Timeout(120)
class EditingWhileRunningTest {
    private static final String TICKS = """
            { "format": "myelin-graph/1",
              "parameters": { "start": { "type": "integer" } },
              "components": {
                "tick": { "type": "source.timer", "settings": { "every": "50ms" } },
                "wrap": { "type": "flow.number", "settings": { "from": "${start}" } },
                "print": { "type": "console.print" } },
              "links": [
                { "from": "tick.outbox", "to": "wrap.inbox" },
                { "from": "wrap.outbox", "to": "print.inbox" } ],
              "layout": { "components": {
                "tick": { "x": 0, "y": 0 }, "wrap": { "x": 320, "y": 0 }, "print": { "x": 640, "y": 0 } } } }
            """;

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    private void start() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        editor.action("run.start");
        EditorFixture.run(() -> editor.node("#parameter-start", TextField.class).setText("1000"));
        editor.click("#parameters-run");
        editor.awaitConsole("\"number\":1001");
    }

    private void perform(GraphEdit... edits) {
        EditorFixture.run(() -> {
            Document document = editor.document();
            document.perform("Edit", new GraphEdit.Several(List.of(edits)));
        });
    }

    private static GraphEdit link(String from, String to) {
        return new GraphEdit.AddLink(new GraphLink(box(from), box(to)));
    }

    private static BoxReference box(String text) {
        String[] parts = text.split("\\.");
        return new BoxReference(parts[0], parts[1]);
    }

    private void set(String id, String setting, Object value) {
        GraphComponent component = editor.graph().components().get(id);
        perform(new GraphEdit.ChangeComponent(
                id, component.withSettings(component.settings().with(setting, value))));
    }

    @Test
    void aComponentAddedToARunningGraphGetsItsMessages() throws Exception {
        start();
        perform(
                new GraphEdit.AddComponent("again", GraphComponent.ofType("flow.number"), new Position(320, 200)),
                new GraphEdit.AddComponent("out", GraphComponent.ofType("console.print"), new Position(640, 200)),
                link("wrap.outbox", "again.inbox"),
                link("again.outbox", "out.inbox"));
        editor.awaitConsole("\"value\":{\"number\"");
        editor.awaitConsole("added again, out; 2 links made");
        editor.picture("run-edited");
        clickWire("again", "out");
        EditorFixture.await(
                "messages of the new wire are listed",
                () -> editor.scene().lookup("#messages") instanceof TableView<?> table
                        && table.getItems().size() > 3);
        assertThat(state()).startsWith("Running");
    }

    @Test
    void aComponentWithAnotherSettingRestartsAndIsMarked() throws Exception {
        start();
        set("wrap", "from", 5000L);
        editor.awaitConsole("restarted wrap");
        EditorFixture.await("the card says so", () -> life("wrap").startsWith("restarted"));
        editor.picture("run-restarted");
        editor.picture("run-restarted-200", 2);
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-restarted-dark");
        editor.awaitConsole("\"number\":5000");
        EditorFixture.await("the mark goes", () -> !life("wrap").startsWith("restarted"));
        assertThat(editor.console()).doesNotContain("restarted tick").doesNotContain("restarted print");
    }

    @Test
    void aGraphWithProblemsLeavesTheRunAsItWasAndSaysSo() throws Exception {
        start();
        set("tick", "every", "never");
        Button chip = editor.node("#run-edits", Button.class);
        assertThat(EditorFixture.call(chip::getText)).isEqualTo("The run has not followed: 1 problem");
        editor.picture("run-not-followed");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-not-followed-dark");
        int before = lines();
        EditorFixture.await("the run goes on", () -> lines() > before + 5);
        editor.click(chip);
        EditorFixture.await(
                "the problems are shown", () -> !problems().getItems().isEmpty());
        editor.action("edit.undo");
        EditorFixture.await("nothing is said any more", () -> !editor.isShown("#run-edits"));
        assertThat(editor.console()).doesNotContain("Edits applied");
    }

    @Test
    void undoOfAnEditIsAppliedToo() throws Exception {
        start();
        set("tick", "every", "40ms");
        editor.awaitConsole("restarted tick");
        int told = count("restarted tick");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        EditorFixture.await("it is applied back", () -> count("restarted tick") > told);
        int before = lines();
        EditorFixture.await("messages go on", () -> lines() > before + 5);
    }

    @Test
    void whileSwitchedOffEditsWaitUntilAskedFor() throws Exception {
        start();
        editor.action("run.follow-edits");
        set("tick", "every", "40ms");
        assertThat(EditorFixture.call(editor.node("#run-edits", Button.class)::getText))
                .isEqualTo("Edits not applied");
        assertThat(editor.console()).doesNotContain("restarted");
        editor.keys(KeyCode.CONTROL, KeyCode.F7);
        editor.awaitConsole("restarted tick");
        EditorFixture.await("nothing is said any more", () -> !editor.isShown("#run-edits"));
    }

    @Test
    void aComponentThatIsMovedDoesNotRestart() throws Exception {
        start();
        perform(new GraphEdit.MoveComponents(
                List.of(new GraphEdit.MoveComponents.Move("wrap", Optional.of(new Position(320, 80))))));
        int before = lines();
        EditorFixture.await("the run goes on", () -> lines() > before + 20);
        assertThat(editor.console()).doesNotContain("Edits applied");
    }

    @Test
    void aViewAddedToARunningGraphShowsWhatItGets() throws Exception {
        start();
        perform(
                new GraphEdit.AddComponent("look", GraphComponent.ofType("view.table"), new Position(640, 200)),
                link("wrap.outbox", "look.inbox"));
        editor.node("#panel-view-look");
        EditorFixture.run(() -> {
            Document document = editor.document();
            document.perform("Delete", new GraphEdit.RemoveComponent("look"));
        });
        EditorFixture.await("its panel is gone", () -> !editor.isShown("#panel-view-look"));
    }

    private void clickWire(String from, String to) {
        EditorFixture.run(() -> {
            Document document = editor.document();
            document.graph().links().stream()
                    .filter(link -> link.from().component().equals(from)
                            && link.to().component().equals(to))
                    .forEach(link -> document.selection().select(LinkReference.of(link)));
        });
        editor.action("run.messages");
    }

    private String life(String id) {
        return editor.scene().lookup("#component-" + id).getAccessibleHelp();
    }

    private ListView<?> problems() {
        return (ListView<?>) editor.scene().lookup("#problem-list");
    }

    private String state() {
        return EditorFixture.call(editor.node("#run-state", Label.class)::getText);
    }

    private int lines() {
        return editor.consoleLines().size();
    }

    private int count(String text) {
        return editor.console().split(text, -1).length;
    }
}
