package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Running a graph in the editor")
@Timeout(120)
class RunningTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    private static final String TICKS = """
            { "format": "myelin-graph/1",
              "components": {
                "tick": { "type": "source.timer", "settings": { "every": "100ms" } },
                "wrap": { "type": "flow.number" },
                "print": { "type": "console.print" } },
              "links": [
                { "from": "tick.outbox", "to": "wrap.inbox" },
                { "from": "wrap.outbox", "to": "print.inbox" } ],
              "layout": { "components": {
                "tick": { "x": 0, "y": 0 }, "wrap": { "x": 320, "y": 0 }, "print": { "x": 640, "y": 0 } } } }
            """;

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    @Test
    void theSampleRunsPrintsIntoTheConsoleAndDrawsItsChart() throws Exception {
        editor.open(SAMPLES.resolve("word-count.graph.json"));
        editor.click("#run-button");
        awaitState("Finished");
        assertThat(editor.console())
                .contains("{\"key\":\"the\"")
                .contains("Started at")
                .contains("Finished in");
        EditorFixture.await(
                "the end is in sight",
                () -> editor.scene().getRoot().lookupAll("#console .list-cell").stream()
                        .anyMatch(cell -> cell.isVisible()
                                && cell instanceof Labeled line
                                && line.getText().startsWith("Finished")));
        assertThat(editor.scene().getRoot().lookupAll(".virtual-flow .sheet"))
                .as("what lists and tables draw their rows on")
                .isNotEmpty()
                .allSatisfy(rows -> assertThat(rows.getEffect()).isNull());
        editor.picture("run-finished");
        editor.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-finished-dark");
    }

    @Test
    void anEndlessGraphIsPausedGoesOnAndIsStopped() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        editor.keys(KeyCode.F8);
        awaitState("Running");
        editor.awaitConsole("\"number\":3");
        editor.picture("run-running");
        editor.picture("run-running-200", 2);
        editor.keys(KeyCode.F7);
        awaitState("Paused");
        editor.click("#run-button");
        awaitState("Running");
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.ENTER);
        awaitState("Stopped after");
        assertThat(isEnabled("#run-button")).isTrue();
        assertThat(isEnabled("#stop-button")).isFalse();
    }

    @Test
    void aStormOfClicksOnRunAndStopDoesNoHarm() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        for (int click = 0; click < 40; click++) {
            editor.click(click % 3 == 2 ? "#stop-button" : "#run-button");
            editor.click(click % 5 == 0 ? "#pause-button" : "#stop-button");
        }
        editor.action("run.stop");
        EditorFixture.await("nothing runs", () -> isEnabledNow("#run-button") && !isEnabledNow("#stop-button"));
        editor.click("#run-button");
        awaitState("Running");
        editor.action("run.stop");
        awaitState("Stopped after");
    }

    @Test
    void aClickOnAWireListsItsMessagesAndOneIsShownWhole() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        editor.action("run.start");
        editor.awaitConsole("\"number\":2");
        clickWire("wrap", "print");
        EditorFixture.await("messages are listed", () -> messages().getItems().size() >= 3);
        assertThat(text("#messages-wire")).isEqualTo("wrap.outbox -> print.inbox");
        assertThat(text("#messages-figures")).contains("every message");
        assertThat(editor.call(() ->
                        messages().getColumns().stream().map(c -> c.getText()).toList()))
                .containsExactly("No.", "Time", "number", "value");
        EditorFixture.run(() -> messages().getSelectionModel().select(1));
        assertThat(editor.node("#message-whole", TextArea.class).getText())
                .isEqualTo("{\n  \"number\": 2,\n  \"value\": 2\n}");
        editor.picture("run-messages");
        editor.action("run.stop");
        awaitState("Stopped");
        assertThat(messages().getItems()).isNotEmpty();
    }

    @Test
    void theMessagesOfAFinishedRunAreThereAgainWhenADeletedWireIsTakenBack() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        editor.action("run.start");
        editor.awaitConsole("\"number\":2");
        editor.action("run.stop");
        awaitState("Stopped");
        clickWire("wrap", "print");
        EditorFixture.await("messages are listed", () -> messages().getItems().size() >= 2);
        int listed = EditorFixture.call(() -> messages().getItems().size());
        String figures = text("#messages-figures");

        editor.keys(KeyCode.DELETE);
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        clickWire("wrap", "print");
        EditorFixture.await("they are listed again", () -> messages().getItems().size() == listed);
        assertThat(text("#messages-figures")).isEqualTo(figures);
    }

    @Test
    void aFailingComponentShowsWhyAndTheMessageThatCausedIt() throws Exception {
        editor.openText("fails.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "lines": { "type": "source.values", "settings": { "values": ["{\\"a\\":1}", "oh no", "{}"] } },
                    "parse": { "type": "json.parse" },
                    "print": { "type": "console.print" } },
                  "links": [
                    { "from": "lines.outbox", "to": "parse.inbox" },
                    { "from": "parse.outbox", "to": "print.inbox" } ],
                  "layout": { "components": {
                    "lines": { "x": 0, "y": 0 }, "parse": { "x": 320, "y": 0 }, "print": { "x": 640, "y": 0 } } } }
                """);
        editor.action("run.start");
        awaitState("Failed");
        EditorFixture.await("the item is shown", () -> editor.scene().lookup(".failure-item") != null);
        assertThat(editor.node(".failure-item", TextArea.class).getText()).isEqualTo("oh no");
        assertThat(text("#run-headline")).startsWith("Failed after");
        editor.picture("run-failed");
        editor.click("#show-failure");
        assertThat(EditorFixture.call(() -> editor.document().selection().components()))
                .containsExactly("parse");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-failed-dark");
    }

    @Test
    void whatFailedIsShownWhileTheRunGoesOn() throws Exception {
        editor.openText("goes-on.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "lines": { "type": "source.values", "settings": { "values": ["oh no"] } },
                    "parse": { "type": "json.parse", "onError": { "policy": "skip" } },
                    "tick": { "type": "source.timer", "settings": { "every": "100ms" } },
                    "print": { "type": "console.print" } },
                  "links": [
                    { "from": "lines.outbox", "to": "parse.inbox" },
                    { "from": "parse.outbox", "to": "print.inbox" },
                    { "from": "tick.outbox", "to": "print.inbox" } ],
                  "layout": { "components": {
                    "lines": { "x": 0, "y": 0 }, "parse": { "x": 320, "y": 0 }, "print": { "x": 640, "y": 0 },
                    "tick": { "x": 320, "y": 160 } } } }
                """);
        editor.keys(KeyCode.F4);
        assertThat(text("#status-hint")).endsWith(": nothing has failed.");
        editor.action("run.start");
        EditorFixture.await("the failure is shown", () -> editor.scene().lookup(".failure-item") != null);
        assertThat(text("#run-state")).startsWith("Running");
        editor.keys(KeyCode.F4);
        assertThat(EditorFixture.call(() -> editor.document().selection().components()))
                .containsExactly("parse");
        editor.action("run.stop");
        awaitState("Stopped");
    }

    @Test
    void aChartIsDrawnWhileItRuns() throws Exception {
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        editor.action("run.start");
        EditorFixture.await(
                "the chart has points",
                () -> editor.scene().lookup(".view-chart") instanceof LineChart<?, ?> chart
                        && chart.getData().stream()
                                        .mapToInt(series -> points(series))
                                        .sum()
                                > 20);
        editor.picture("run-chart");
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("run-chart-dark");
        editor.action("run.stop");
        awaitState("Stopped");
    }

    @Test
    void viewsAreShownInPanelsToo() throws Exception {
        editor.openText("views.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "numbers": { "type": "source.sequence", "settings": { "to": 40 } },
                    "wrap": { "type": "flow.number", "settings": { "from": 100 } },
                    "text": { "type": "view.text", "title": "As text" },
                    "table": { "type": "view.table", "title": "As table" } },
                  "links": [
                    { "from": "numbers.outbox", "to": "wrap.inbox" },
                    { "from": "wrap.outbox", "to": "text.inbox" },
                    { "from": "wrap.outbox", "to": "table.inbox" } ],
                  "layout": { "components": {
                    "numbers": { "x": 0, "y": 0 }, "wrap": { "x": 260, "y": 0 },
                    "text": { "x": 560, "y": -120 }, "table": { "x": 560, "y": 140 } } } }
                """);
        editor.action("run.start");
        awaitState("Finished");
        EditorFixture.run(() -> editor.window().bottomPanel().setShown(true));
        editor.click("#panel-view-table");
        EditorFixture.await(
                "all rows are there",
                () -> editor.scene().getRoot().lookupAll(".view-table").stream()
                        .anyMatch(table -> ((TableView<?>) table).getItems().size() == 40));
        editor.picture("run-views");
    }

    private static int points(XYChart.Series<?, ?> series) {
        return series.getData().size();
    }

    @Test
    void aBurstBeforeALongSilenceIsSeenInAViewDownToItsLastRow() throws Exception {
        editor.openText("burst.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "numbers": { "type": "source.sequence", "settings": { "to": 90 } },
                    "silent": { "type": "console.read" },
                    "table": { "type": "view.table" } },
                  "links": [
                    { "from": "numbers.outbox", "to": "table.inbox" },
                    { "from": "silent.outbox", "to": "table.inbox" } ],
                  "layout": { "components": {
                    "numbers": { "x": 0, "y": 0 }, "silent": { "x": 0, "y": 120 }, "table": { "x": 320, "y": 0 } } } }
                """);
        editor.action("run.start");
        awaitState("Running");
        EditorFixture.await(
                "the last row is in sight",
                () -> editor.scene().getRoot().lookupAll(".view-table .table-row-cell").stream()
                        .anyMatch(row -> row.isVisible()
                                && row instanceof TableRow<?> last
                                && List.of("90").equals(last.getItem())));
        editor.action("run.stop");
    }

    @Test
    void aGraphWithProblemsIsNotRunAndTheProblemsComeForward() throws Exception {
        editor.openText("wrong.graph.json", """
                { "format": "myelin-graph/1",
                  "components": { "read": { "type": "file.lines", "settings": { "path": "${secret:NOT_THERE}" } } },
                  "links": [] }
                """);
        editor.action("run.start");
        EditorFixture.await(
                "problems are listed",
                () -> editor.scene().lookup("#problem-list") instanceof ListView<?> list
                        && !list.getItems().isEmpty()
                        && list.isVisible());
        assertThat(isEnabled("#stop-button")).isFalse();
    }

    @Test
    void aSecretThatIsNowhereIsSaidWithWhereTheEditorLooks() throws Exception {
        editor.openText("secret.graph.json", printing("${secret:NOT_THERE}"));
        EditorFixture.await(
                "the problem says where to put it",
                () -> editor.document().problems().all().stream()
                        .anyMatch(problem -> problem.message().contains("MYELIN_SECRET_NOT_THERE")
                                && problem.message().contains("myelin edit --secrets FILE")));
    }

    @Test
    void theSecretsThatTheEditorWasStartedWithAreThoseOfItsRuns() throws Exception {
        editor.close();
        editor.setSecrets(name -> name.equals("TOKEN") ? Optional.of("hunter2") : Optional.empty());
        editor.start();
        editor.openText("secret.graph.json", printing("word ${secret:TOKEN}"));
        editor.action("run.start");
        awaitState("Finished");
        assertThat(editor.console()).contains("word ***").doesNotContain("hunter2");
        assertThat(editor.document().problems().all()).isEmpty();
    }

    private static String printing(String text) {
        return """
                { "format": "myelin-graph/1",
                  "components": {
                    "values": { "type": "source.values", "settings": { "values": ["%s"] } },
                    "print": { "type": "console.print" } },
                  "links": [ { "from": "values.outbox", "to": "print.inbox" } ] }
                """.formatted(text);
    }

    @Test
    void missingParametersAreAskedForAndSecretsAreNotRemembered() throws Exception {
        editor.openText("asks.graph.json", """
                { "format": "myelin-graph/1",
                  "parameters": {
                    "word": { "type": "text", "description": "What to print" },
                    "key": { "type": "secret" } },
                  "components": {
                    "values": { "type": "source.values", "settings": { "values": ["${word}", "${key}"] } },
                    "print": { "type": "console.print" } },
                  "links": [ { "from": "values.outbox", "to": "print.inbox" } ] }
                """);
        editor.action("run.start");
        EditorFixture.run(() -> {
            editor.node("#parameter-word", TextField.class).setText("hello");
            editor.node("#parameter-key", TextField.class).setText("hunter2");
        });
        editor.picture("run-parameters");
        editor.click("#parameters-run");
        awaitState("Finished");
        assertThat(editor.console()).contains("hello").contains("***").doesNotContain("hunter2");
        editor.action("run.start");
        assertThat(editor.node("#parameter-word", TextField.class).getText()).isEqualTo("hello");
        assertThat(editor.node("#parameter-key", TextField.class).getText()).isEmpty();
        editor.click("#parameters-cancel");
        EditorFixture.await("nothing runs", () -> isEnabledNow("#run-button"));
    }

    @Test
    void whatIsTypedIsReadByTheGraph() throws Exception {
        editor.openText("reads.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "read": { "type": "console.read" },
                    "upper": { "type": "text.case", "settings": { "to": "upper" } },
                    "print": { "type": "console.print" } },
                  "links": [
                    { "from": "read.outbox", "to": "upper.inbox" },
                    { "from": "upper.outbox", "to": "print.inbox" } ] }
                """);
        editor.action("run.start");
        editor.click("#console-input");
        editor.type("hello");
        editor.keys(KeyCode.ENTER);
        editor.awaitConsole("HELLO");
        editor.click("#console-end-input");
        awaitState("Finished");
    }

    @Test
    void nothingIsDrawnAgainOnceTheRunHasEnded() throws Exception {
        editor.open(SAMPLES.resolve("word-count.graph.json"));
        EditorFixture.run(() -> editor.open().canvas().node().requestFocus());
        letPass(3);
        // Windows of tests before this one may still ask for frames: what counts is what the run adds.
        int before = pulsesIn(2);
        editor.action("run.start");
        awaitState("Finished");
        EditorFixture.run(() -> editor.open().canvas().node().requestFocus());
        letPass(3);
        assertThat(pulsesIn(2)).isLessThan(before + 10);
    }

    private int pulsesIn(int seconds) {
        AtomicInteger pulses = new AtomicInteger();
        Runnable count = pulses::incrementAndGet;
        EditorFixture.run(() -> editor.scene().addPostLayoutPulseListener(count));
        letPass(seconds);
        EditorFixture.run(() -> editor.scene().removePostLayoutPulseListener(count));
        return pulses.get();
    }

    private static void letPass(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        EditorFixture.await(seconds + " s have passed", () -> System.nanoTime() > end);
    }

    @Test
    void closingTheDocumentEndsItsRun() throws Exception {
        editor.openText("ticks.graph.json", TICKS);
        editor.action("run.start");
        awaitState("Running");
        EditorFixture.run(() -> editor.window().documents().remove(editor.open()));
        assertThat(EditorFixture.call(() -> editor.window().closedRunsEnded()).toCompletableFuture())
                .succeedsWithin(java.time.Duration.ofSeconds(20));
    }

    private void awaitState(String text) {
        EditorFixture.await(
                "the run is '" + text + "'",
                () -> editor.scene().lookup("#run-state") instanceof Label label
                        && label.getText().startsWith(text));
    }

    private TableView<?> messages() {
        return (TableView<?>) editor.scene().lookup("#messages");
    }

    private String text(String selector) {
        return EditorFixture.call(() -> editor.node(selector, Labeled.class).getText());
    }

    private boolean isEnabled(String selector) {
        return EditorFixture.call(() -> isEnabledNow(selector));
    }

    private boolean isEnabledNow(String selector) {
        return editor.scene().lookup(selector) instanceof Button button && !button.isDisabled();
    }

    /** Clicks on the wire between two components that stand side by side, which is straight. */
    private void clickWire(String from, String to) throws IOException {
        Bounds left = bounds(editor.node("#component-" + from));
        Bounds right = bounds(editor.node("#component-" + to));
        double x = (left.getMaxX() + right.getMinX()) / 2;
        double half = left.getHeight() / 2;
        for (int i = 0; i * 2 < half; i++) {
            // Above and below by turns: two clicks at almost one place would be a double-click.
            editor.click(x, left.getMinY() + 2 + i / 2 * 4 + i % 2 * half);
            if (EditorFixture.call(() ->
                                    List.copyOf(editor.document().selection().links()))
                            .size()
                    == 1) {
                return;
            }
        }
        throw new AssertionError("no wire between " + from + " and " + to);
    }

    private static Bounds bounds(Node node) {
        return EditorFixture.call(() -> node.localToScene(node.getLayoutBounds()));
    }
}
