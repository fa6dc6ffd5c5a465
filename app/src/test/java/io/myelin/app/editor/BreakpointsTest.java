package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.Breakpoints;
import io.myelin.app.editor.document.LinkReference;
import io.myelin.engine.graph.BoxReference;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.GraphFile;
import io.myelin.engine.graph.GraphLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Breakpoints are set on wires by F9, and what they hold is let go by F5 and F10. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class BreakpointsTest {
    private static final LinkReference WIRE = link("values.outbox", "letters.inbox");
    private static final LinkReference AFTER = link("letters.outbox", "print.inbox");
    private static final LinkReference INNER = link("case.outbox", "again.inbox");
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "components": {
                "values": { "type": "source.values", "settings": { "values": ["one", "two", "three"] } },
                "letters": { "type": "graph:letters" },
                "print": { "type": "console.print" }
              },
              "links": [ { "from": "values.outbox", "to": "letters.inbox" }, { "from": "letters.outbox", "to": "print.inbox" } ],
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

    private static LinkReference link(String from, String to) {
        return new LinkReference(box(from), box(to));
    }

    private static BoxReference box(String text) {
        int dot = text.indexOf('.');
        return new BoxReference(text.substring(0, dot), text.substring(dot + 1));
    }

    @Test
    void f9SetsABreakpointThatHoldsF10LetsOneMessagePassAndF5TheRest() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        String before = GraphFile.format(editor.graph());
        select(WIRE);
        editor.keys(KeyCode.F9);
        assertThat(breakpoints()).containsExactly(WIRE);
        editor.picture("breakpoint-light");
        editor.keys(KeyCode.F8);
        awaitHeld("Held at values.outbox → letters/case.inbox: one");
        assertThat(EditorFixture.call(
                        () -> editor.node("#messages-held", Label.class).getText()))
                .contains("one");
        editor.picture("breakpoint-held-light");

        editor.keys(KeyCode.F10);
        awaitHeld("Held at values.outbox → letters/case.inbox: two");
        editor.keys(KeyCode.F9);
        editor.awaitConsole("THREE");
        assertThat(breakpoints()).isEmpty();
        assertThat(GraphFile.format(editor.graph())).isEqualTo(before);
    }

    @Test
    void f5GoesOnToTheNextMessageThatTheConditionHoldsOf() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        EditorFixture.run(() -> editor.document().breakpoints().set(WIRE, new Breakpoints.Rule("$ != \"two\"", 1)));
        editor.keys(KeyCode.F8);
        awaitHeld("Held at values.outbox → letters/case.inbox: one");
        editor.keys(KeyCode.F5);
        awaitHeld("Held at values.outbox → letters/case.inbox: three");
        editor.keys(KeyCode.F5);
        editor.awaitConsole("THREE");
    }

    @Test
    void aBreakpointInsideASubgraphHoldsThere() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        EditorFixture.run(
                () -> editor.open().levels().enter(editor.open().root().level(List.of("letters"))));
        editor.settle();
        select(INNER);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.F8);
        awaitHeld("Held at letters/case.outbox → letters/again.inbox: one");
        editor.action("view.theme");
        editor.picture("breakpoint-level-dark", 2);

        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F9);
        editor.awaitConsole("THREE");
    }

    @Test
    void aRunIsStoppedWhileAMessageIsHeld() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(AFTER);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.F8);
        awaitHeld("Held at letters/again.outbox → print.inbox: ONE");
        editor.keys(KeyCode.SHIFT, KeyCode.F8);

        EditorFixture.await("the run is over", () -> state().startsWith("Stopped"));
        assertThat(editor.isShown("#messages-held")).isFalse();
    }

    @Test
    void whatIsHeldIsHeldOnWhenAComponentAtTheWireIsRenamed() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        editor.action("run.follow-edits");
        select(WIRE);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.F8);
        String held = "Held at values.outbox → letters/case.inbox: one";
        awaitHeld(held);

        EditorFixture.run(
                () -> editor.document().perform("Rename", new GraphEdit.RenameComponent("values", "numbers")));
        assertThat(breakpoints()).containsExactly(link("numbers.outbox", "letters.inbox"));
        editor.settle();
        assertThat(state()).isEqualTo(held);
        editor.keys(KeyCode.F10);
        awaitHeld("Held at values.outbox → letters/case.inbox: two");
        editor.action("run.breakpoints-clear");
        editor.awaitConsole("THREE");
    }

    @Test
    void theFormOfAWireSaysWhichMessagesAreHeld() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.click(editor.node("#link-breakpoint", CheckBox.class));
        editor.click("#link-breakpoint-condition");
        editor.type("$ = \"three\"");
        editor.keys(KeyCode.ENTER);

        assertThat(EditorFixture.call(() -> editor.document().breakpoints().on(WIRE)))
                .contains(new Breakpoints.Rule("$ = \"three\"", 1));
        editor.keys(KeyCode.F8);
        awaitHeld("Held at values.outbox → letters/case.inbox: three");
        editor.keys(KeyCode.F5);
        editor.awaitConsole("THREE");
    }

    @Test
    void breakpointsHoldAgainInTheNextRun() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        for (int run = 0; run < 2; run++) {
            editor.keys(KeyCode.F8);
            awaitHeld("Held at values.outbox → letters/case.inbox: one");
            editor.keys(KeyCode.SHIFT, KeyCode.F8);
            EditorFixture.await("the run is over", () -> state().startsWith("Stopped"));
        }
    }

    @Test
    void breakpointsAreThereAgainWhenTheFileIsOpenedAgain() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        String before = Files.readString(editor.folder().resolve("values.graph.json"));
        select(WIRE);
        editor.keys(KeyCode.F9);
        editor.click("#link-breakpoint-condition");
        editor.type("$ = \"two\"");
        editor.keys(KeyCode.ENTER);
        EditorFixture.run(
                () -> editor.open().levels().enter(editor.open().root().level(List.of("letters"))));
        editor.settle();
        select(INNER);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.CONTROL, KeyCode.W);
        EditorFixture.await("it is closed", () -> isOpen("values").isEmpty());

        editor.open(editor.folder().resolve("values.graph.json"));
        assertThat(breakpoints()).containsExactly(WIRE);
        editor.picture("breakpoint-kept-light");
        editor.keys(KeyCode.F8);
        EditorFixture.await("both hold", () -> state().startsWith("Held at ") && state().endsWith(" (1 more held)"));
        editor.keys(KeyCode.SHIFT, KeyCode.F8);
        EditorFixture.await("the run is over", () -> state().startsWith("Stopped"));
        assertThat(Files.readString(editor.folder().resolve("values.graph.json")))
                .isEqualTo(before);
    }

    private List<String> isOpen(String name) {
        return EditorFixture.call(() -> editor.window().documents().all().stream()
                .map(open -> open.root().name())
                .filter(name::equals)
                .toList());
    }

    @Test
    void breakpointsAreThereAgainWhenTheEditorIsStartedAgainAndUnderTheNewNameOfAComponent() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        EditorFixture.run(
                () -> editor.document().perform("Rename", new GraphEdit.RenameComponent("values", "numbers")));
        editor.keys(KeyCode.CONTROL, KeyCode.S);
        EditorFixture.run(() -> editor.window().close());
        editor.start();

        EditorFixture.await(
                "the breakpoint is there",
                () -> breakpoints().equals(List.of(link("numbers.outbox", "letters.inbox"))));
        editor.keys(KeyCode.F8);
        awaitHeld("Held at numbers.outbox → letters/case.inbox: one");
        editor.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F9);
        editor.awaitConsole("THREE");
        EditorFixture.run(() -> editor.window().close());
        editor.start();
        assertThat(breakpoints()).isEmpty();
    }

    @Test
    void theBreakpointOfAWireThatWasDeletedIsThereAgainWhenThatIsUndone() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.DELETE);
        assertThat(breakpoints()).isEmpty();

        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(breakpoints()).containsExactly(WIRE);
    }

    @Test
    void breakpointsGoAlongWhenTheGraphIsSavedUnderAnotherName() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        Path other = editor.folder().resolve("other.graph.json");
        Files.writeString(other, GRAPH);
        EditorFixture.run(() -> editor.document().savedTo(other));
        EditorFixture.run(() -> editor.window().close());
        editor.start(other);

        assertThat(breakpoints()).containsExactly(WIRE);
    }

    @Test
    void aConditionSeesTheNumberOfTheMessageOnItsWireAndTheEndsOfThat() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        editor.click("#link-breakpoint-condition");
        editor.type("$sequence = 2 and $from = \"values.outbox\" and $to = \"letters/case.inbox\"");
        editor.keys(KeyCode.ENTER);
        editor.keys(KeyCode.F8);
        awaitHeld("Held at values.outbox → letters/case.inbox: two");
        editor.keys(KeyCode.F5);
        editor.awaitConsole("THREE");
    }

    @Test
    void aRecordedRunAndItsReplayAreHeldAsAnyOther() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        select(WIRE);
        editor.keys(KeyCode.F9);
        Path recording = editor.folder().resolve("values.recording");
        editor.dialogs().saveTo(recording);
        editor.action("run.record");
        awaitHeld("Held at values.outbox → letters/case.inbox: one");
        editor.keys(KeyCode.F10);
        awaitHeld("Held at values.outbox → letters/case.inbox: two");
        editor.keys(KeyCode.F5);
        awaitHeld("Held at values.outbox → letters/case.inbox: three");
        editor.keys(KeyCode.F5);
        EditorFixture.await("it is recorded", () -> hint().startsWith("Recorded in values.recording"));

        editor.dialogs().choose(recording);
        editor.action("run.replay");
        editor.click("#replay-play");
        awaitHeld("Held at values.outbox → letters/case.inbox: one");
        assertThat(breakpoints()).containsExactly(WIRE);
        editor.picture("breakpoint-replay-light");
        editor.keys(KeyCode.F5);
        awaitHeld("Held at values.outbox → letters/case.inbox: two");
        editor.action("run.breakpoints-clear");
        EditorFixture.await("it is replayed", () -> hint().startsWith("Replayed:"));
        editor.awaitConsole("THREE");
    }

    @Test
    void aWireThatIsDrawnWhileARecordedRunIsHeldHoldsItsFirstMessage() throws IOException {
        editor.openText("ticks.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "tick": { "type": "source.timer", "settings": { "every": "50ms" } },
                    "number": { "type": "flow.number" },
                    "print": { "type": "console.print" } },
                  "links": [
                    { "from": "tick.outbox", "to": "number.inbox" },
                    { "from": "number.outbox", "to": "print.inbox" } ] }
                """);
        editor.action("run.follow-edits");
        select(link("tick.outbox", "number.inbox"));
        editor.keys(KeyCode.F9);
        editor.dialogs().saveTo(editor.folder().resolve("ticks.recording"));
        editor.action("run.record");
        EditorFixture.await("one is held", () -> state().startsWith("Held at tick.outbox → number.inbox"));

        LinkReference drawn = link("tick.outbox", "print.inbox");
        EditorFixture.run(() -> {
            editor.document().perform("Link", new GraphEdit.AddLink(new GraphLink(drawn.from(), drawn.to())));
            editor.document().breakpoints().set(drawn, new Breakpoints.Rule("$sequence = 1", 1));
        });
        editor.node("#run-edits");
        editor.keys(KeyCode.CONTROL, KeyCode.F7);
        EditorFixture.await("the run is told of it", () -> !editor.isShown("#run-edits"));
        select(link("tick.outbox", "number.inbox"));
        editor.keys(KeyCode.F9);
        EditorFixture.await("its first is held", () -> state().startsWith("Held at tick.outbox → print.inbox"));
        editor.keys(KeyCode.SHIFT, KeyCode.F8);
        EditorFixture.await("the run is over", () -> state().startsWith("Stopped"));
    }

    @Test
    void aReplayIsStoppedWhileAMessageIsHeld() throws IOException {
        editor.openText("values.graph.json", GRAPH);
        Path recording = editor.folder().resolve("values.recording");
        editor.dialogs().saveTo(recording);
        editor.action("run.record");
        EditorFixture.await("it is recorded", () -> hint().startsWith("Recorded in values.recording"));
        select(WIRE);
        editor.keys(KeyCode.F9);
        editor.dialogs().choose(recording);
        editor.action("run.replay");
        editor.click("#replay-play");
        awaitHeld("Held at values.outbox → letters/case.inbox: one");

        editor.keys(KeyCode.SHIFT, KeyCode.F8);
        EditorFixture.await("the replay is over", () -> hint().startsWith("Stopped after"));
    }

    /** The inner graph above in a file of its own, and one that uses it. */
    private void writeGraphOfTwoFiles() throws IOException {
        Files.writeString(editor.folder().resolve("letters.graph.json"), """
                {
                  "format": "myelin-graph/1",
                  "components": { "case": { "type": "text.case" }, "again": { "type": "text.case", "settings": { "to": "upper" } } },
                  "links": [ { "from": "case.outbox", "to": "again.inbox" } ],
                  "inboxes": { "inbox": "case.inbox" }, "outboxes": { "outbox": "again.outbox" }
                }
                """);
        Files.writeString(editor.folder().resolve("whole.graph.json"), """
                {
                  "format": "myelin-graph/1",
                  "components": {
                    "values": { "type": "source.values", "settings": { "values": ["one", "two", "three"] } },
                    "letters": { "type": "graph:./letters.graph.json" },
                    "print": { "type": "console.print" }
                  },
                  "links": [ { "from": "values.outbox", "to": "letters.inbox" }, { "from": "letters.outbox", "to": "print.inbox" } ]
                }
                """);
    }

    @Test
    void aBreakpointInAGraphOfAFileHoldsWhereThatIsUsed() throws IOException {
        writeGraphOfTwoFiles();
        editor.open(editor.folder().resolve("letters.graph.json"));
        select(INNER);
        editor.keys(KeyCode.F9);
        editor.open(editor.folder().resolve("whole.graph.json"));
        editor.keys(KeyCode.F8);
        awaitHeld("Held at letters/case.outbox → letters/again.inbox: one");

        // In its own tab the wire holds too, and is let go there.
        EditorFixture.run(() -> editor.window()
                .documents()
                .select(editor.window().documents().all().getFirst()));
        editor.settle();
        assertThat(EditorFixture.call(() -> editor.document().name())).isEqualTo("letters");
        editor.picture("breakpoint-held-in-file-light");
        select(INNER);
        editor.keys(KeyCode.F10);
        awaitHeld("Held at letters/case.outbox → letters/again.inbox: two");
        editor.keys(KeyCode.F9);
        EditorFixture.run(() -> editor.window()
                .documents()
                .select(editor.window().documents().all().getLast()));
        editor.awaitConsole("THREE");
    }

    @Test
    void aBreakpointInAGraphOfAFileThatIsNotOpenHoldsToo() throws IOException {
        writeGraphOfTwoFiles();
        editor.open(editor.folder().resolve("letters.graph.json"));
        select(INNER);
        editor.keys(KeyCode.F9);
        editor.keys(KeyCode.CONTROL, KeyCode.W);
        EditorFixture.await("it is closed", () -> isOpen("letters").isEmpty());
        editor.open(editor.folder().resolve("whole.graph.json"));
        editor.keys(KeyCode.F8);
        awaitHeld("Held at letters/case.outbox → letters/again.inbox: one");
        editor.keys(KeyCode.SHIFT, KeyCode.F8);
        EditorFixture.await("the run is over", () -> state().startsWith("Stopped"));
    }

    private String hint() {
        return EditorFixture.call(() -> editor.node("#status-hint", Label.class).getText());
    }

    private void awaitHeld(String text) {
        EditorFixture.await(text, () -> state().equals(text));
        editor.settle();
    }

    private String state() {
        return EditorFixture.call(() -> editor.node("#run-state", Label.class).getText());
    }

    private List<LinkReference> breakpoints() {
        return EditorFixture.call(
                () -> List.copyOf(editor.document().breakpoints().all().keySet()));
    }

    private void select(LinkReference link) {
        EditorFixture.run(() -> {
            editor.document().selection().select(link);
            editor.open().canvas().node().requestFocus();
        });
        editor.settle();
    }
}
