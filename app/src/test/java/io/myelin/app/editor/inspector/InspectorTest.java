package io.myelin.app.editor.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.EditorFixture;
import io.myelin.app.editor.document.Document;
import io.myelin.engine.component.Execution;
import io.myelin.engine.graph.ComponentState;
import io.myelin.engine.graph.FailurePolicy;
import io.myelin.engine.graph.GraphComponent;
import io.myelin.engine.graph.GraphEdit;
import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.graph.OverflowPolicy;
import io.myelin.engine.graph.ParameterType;
import io.myelin.engine.message.DataRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is selected is changed in a form made from what its type declares. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class InspectorTest {
    private static final String GRAPH = """
            {
              "format": "myelin-graph/1",
              "parameters": { "rate": { "type": "duration", "default": "1s" } },
              "components": {
                "timer": { "type": "source.timer" },
                "file": { "type": "file.lines", "settings": { "path": "a.txt" } },
                "route": { "type": "data.route", "settings": { "routes": [ { "when": "$ > 1", "outbox": "big" } ] } },
                "sums": { "type": "data.aggregate", "settings": { "fields": { "n": "count" } } },
                "values": { "type": "source.values", "settings": { "values": [1, "two"] } },
                "case": { "type": "text.case", "settings": { "to": "upper" } },
                "odd": { "type": "text.case", "settings": { "colour": "red" } },
                "ghost": { "type": "no.such", "settings": { "x": 1 } }
              },
              "links": [ { "from": "timer.outbox", "to": "route.inbox" } ]
            }
            """;

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1000, 980);

    @BeforeEach
    void openGraph() throws IOException {
        editor.openText("all.graph.json", GRAPH);
    }

    @Test
    void aTitleTypedIsOnTheComponentAtOnceAndOneUndoTakesItBack() {
        select("timer");
        editor.click("#component-title");
        editor.type("Tick");
        assertThat(component("timer").title()).isEqualTo("Tick");
        editor.action("edit.undo");
        assertThat(component("timer").title()).isEmpty();
    }

    @Test
    void undoneInTheFieldItselfWhatWasTypedIsTakenBackAndIsNoNewStep() {
        select("timer");
        editor.click("#component-title");
        editor.type("Tick");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(component("timer").title()).isEmpty();
        assertThat(editor.node("#component-title", TextField.class).getText()).isEmpty();
        assertThat(EditorFixture.call(() -> editor.document().canUndo())).isFalse();
        editor.keys(KeyCode.CONTROL, KeyCode.Y);
        assertThat(component("timer").title()).isEqualTo("Tick");
        assertThat(editor.node("#component-title", TextField.class).getText()).isEqualTo("Tick");
    }

    @Test
    void anExpressionUndoneInItsEditorIsTakenBackInTheGraph() {
        select("route");
        CodeArea when = EditorFixture.call(() -> find(setting("routes"), CodeArea.class));
        EditorFixture.run(when::requestFocus);
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.type("x");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        DataRecord route = (DataRecord) ((List<?>) component("route").settings().get("routes")).getFirst();
        assertThat(route).containsEntry("when", "$ > 1");
        assertThat(EditorFixture.call(when::getText)).isEqualTo("$ > 1");
    }

    @Test
    void anIdThatIsBeingTypedIsUndoneByItself() {
        select("timer");
        editor.click("#component-title");
        editor.type("Tick");
        editor.click("#component-id");
        editor.type("x");
        editor.keys(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.node("#component-id", TextField.class).getText()).isEqualTo("timer");
        assertThat(component("timer").title()).isEqualTo("Tick");
    }

    @Test
    void anIdIsChangedByEnterAndTheLinksFollow() {
        select("timer");
        setText("#component-id", "clock");
        assertThat(editor.graph().components()).containsKey("timer");
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components()).containsKey("clock").doesNotContainKey("timer");
        assertThat(editor.graph().links().getFirst().from().component()).isEqualTo("clock");
    }

    @Test
    void anIdThatIsTakenOrNoneIsSaidToBeAndChangesNothing() {
        select("timer");
        setText("#component-id", "file");
        assertThat(shownTexts()).anyMatch(text -> text.contains("another 'file'"));
        setText("#component-id", "1 2");
        assertThat(shownTexts()).anyMatch(text -> text.contains("begins with a letter"));
        editor.keys(KeyCode.ENTER);
        assertThat(editor.graph().components()).containsKey("timer");
    }

    @Test
    void aWrongValueStaysIsShownAsWrongAndSaysWhatIsAllowed() {
        select("timer");
        editor.click(setting("every", TextField.class));
        editor.type("often");
        assertThat(component("timer").settings()).containsEntry("every", "often");
        EditorFixture.await(
                "the error is shown", () -> setting("every").getStyleClass().contains("invalid"));
        EditorFixture.await(
                "the error tells what is there and what may be",
                () -> shownTexts().stream().anyMatch(text -> text.contains("often") && text.contains("10s")));

        setText(setting("every", TextField.class), "10s");
        EditorFixture.await(
                "the error is gone", () -> !setting("every").getStyleClass().contains("invalid"));
        assertThat(component("timer").settings()).containsEntry("every", "10s");
    }

    @Test
    void aNumberIsANumberAndAnEmptyFieldIsTheDefault() {
        select("timer");
        setText(setting("count", TextField.class), "12");
        assertThat(component("timer").settings()).containsEntry("count", 12L);
        setText(setting("count", TextField.class), "");
        assertThat(component("timer").settings()).doesNotContainKey("count");
        assertThat(EditorFixture.call(() -> setting("count", TextField.class).getPromptText()))
                .isEqualTo("0");
    }

    @Test
    void aReferenceIsTakenInEveryField() {
        select("timer");
        setText(setting("count", TextField.class), "${rate}");
        assertThat(component("timer").settings()).containsEntry("count", "${rate}");
        select("case");
        press(setting("to"), ".as-text");
        setText(setting("to", TextField.class), "${rate}");
        assertThat(component("case").settings()).containsEntry("to", "${rate}");
        select("values");
        press(setting("values"), ".as-text");
        EditorFixture.run(() -> find(setting("values"), CodeArea.class).setText("${rate}"));
        assertThat(component("values").settings()).containsEntry("values", "${rate}");
    }

    @Test
    void aSettingThatTheTypeDoesNotKnowIsShownAndCanBeRemoved() {
        select("odd");
        assertThat(shownTexts()).contains("colour", "red");
        EditorFixture.run(
                () -> find(editor.node("#unknown-setting-colour"), Button.class).fire());
        assertThat(component("odd").settings()).isEmpty();
        assertThat(shownTexts()).doesNotContain("colour");
        editor.action("edit.undo");
        assertThat(component("odd").settings()).containsEntry("colour", "red");
        assertThat(shownTexts()).contains("colour");
    }

    @Test
    void everyExecutionThatTheTypeAllowsIsOffered() {
        select("timer");
        EditorFixture.run(
                () -> editor.node("#section-running", TitledPane.class).setExpanded(true));
        editor.settle();
        List<?> offered = EditorFixture.call(
                () -> List.copyOf(editor.node("#execution", ComboBox.class).getItems()));
        assertThat(offered).map(Object::toString).contains("Optional[THREAD]", "Optional[PROCESS]");
    }

    @Test
    void theWayBackToTheDefaultIsAButton() {
        select("case");
        press(setting("to"), ".reset");
        assertThat(component("case").settings()).isEmpty();
    }

    @Test
    void aChoiceIsChosen() {
        select("case");
        EditorFixture.run(() -> choice(setting("to")).setValue("lower"));
        assertThat(component("case").settings()).containsEntry("to", "lower");
    }

    @Test
    void aBooleanIsTicked() {
        select("file");
        editor.click(setting("follow", CheckBox.class));
        assertThat(component("file").settings()).containsEntry("follow", true);
    }

    @Test
    void aPathIsChosenAndWrittenFromTheGraphsFolder() {
        select("file");
        editor.dialogs().choose(editor.folder().resolve("data/b.txt"));
        press(setting("path"), ".browse");
        assertThat(component("file").settings()).containsEntry("path", "data/b.txt");
    }

    @Test
    void elementsAreAddedMovedAndTakenAway() {
        select("values");
        press(setting("values"), ".add-row");
        assertThat(values()).containsExactly(1L, "two", "");
        pressTitled(setting("values"), "Move down", 0);
        assertThat(values()).containsExactly("two", 1L, "");
        pressTitled(setting("values"), "Remove", 2);
        assertThat(values()).containsExactly("two", 1L);
        editor.action("edit.undo");
        assertThat(values()).hasSize(3);
    }

    @Test
    void groupsInAListHaveTheirFields() {
        select("route");
        press(setting("routes"), ".add-row");
        List<TextField> outboxes = EditorFixture.call(() -> setting("routes").lookupAll("#setting-outbox").stream()
                .map(node -> find(node, TextField.class))
                .toList());
        assertThat(outboxes).hasSize(2);
        setText(outboxes.getLast(), "small");
        assertThat(component("route").settings().get("routes"))
                .isEqualTo(List.of(DataRecord.of("when", "$ > 1", "outbox", "big"), DataRecord.of("outbox", "small")));
    }

    @Test
    void namesWithValuesAreAddedAndRenamed() {
        select("sums");
        press(setting("fields"), ".add-row");
        assertThat((DataRecord) component("sums").settings().get("fields")).containsOnlyKeys("n", "name");
        editor.type("total");
        assertThat((DataRecord) component("sums").settings().get("fields")).containsOnlyKeys("n", "total");
    }

    @Test
    void anExpressionIsTypedInItsOwnEditor() {
        select("route");
        CodeArea when = EditorFixture.call(() -> find(setting("routes"), CodeArea.class));
        EditorFixture.run(when::requestFocus);
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.type("x");
        DataRecord route = (DataRecord) ((List<?>) component("route").settings().get("routes")).getFirst();
        assertThat(route).containsEntry("when", "x");
    }

    @Test
    void theStateIsSwitchedByAButton() {
        select("timer");
        editor.click("#state-muted");
        assertThat(component("timer").state()).isEqualTo(ComponentState.MUTED);
    }

    @Test
    void howItRunsAndWhatItsFailureDoesIsChosen() {
        select("route");
        EditorFixture.run(
                () -> editor.node("#section-running", TitledPane.class).setExpanded(true));
        editor.settle();
        this.<Execution>box("#execution", Execution.THREAD);
        this.<FailurePolicy>box("#on-error", FailurePolicy.RESTART);
        assertThat(component("route").execution()).contains(Execution.THREAD);
        assertThat(component("route").onError().orElseThrow().policy()).contains(FailurePolicy.RESTART);
        this.<FailurePolicy>box("#on-error", null);
        assertThat(component("route").onError()).isEmpty();
    }

    @Test
    void anInboxIsGivenALimitAndAPolicy() {
        select("route");
        EditorFixture.run(
                () -> editor.node("#section-inboxes", TitledPane.class).setExpanded(true));
        editor.settle();
        setText("#capacity-inbox", "256");
        this.<OverflowPolicy>box("#overflow-inbox", OverflowPolicy.DROP_OLDEST);
        assertThat(component("route").inboxes().get("inbox"))
                .isEqualTo(new InboxLimit(
                        OptionalInt.of(256), Optional.of(OverflowPolicy.DROP_OLDEST), DataRecord.empty()));
        setText("#capacity-inbox", "lots");
        assertThat(shownTexts()).anyMatch(text -> text.contains("unbounded"));
        setText("#capacity-inbox", "unbounded");
        assertThat(component("route").inboxes().get("inbox").effectiveCapacity())
                .isEqualTo(InboxLimit.UNBOUNDED);
    }

    @Test
    void aTypeThatIsNotThereIsAGhostWhoseSettingsStay() {
        select("ghost");
        assertThat(shownTexts()).anyMatch(text -> text.contains("no.such"));
        EditorFixture.run(() -> find(editor.node("#settings"), CodeArea.class).setText("{\"x\": 2}"));
        assertThat(component("ghost").settings()).isEqualTo(DataRecord.of("x", 2L));
    }

    @Test
    void withNothingSelectedTheGraphItselfIsChanged() {
        EditorFixture.run(() -> editor.document().selection().clear());
        editor.settle();
        editor.click("#graph-title");
        editor.type("All of it");
        assertThat(editor.graph().title()).isEqualTo("All of it");
        editor.click("#add-parameter");
        editor.type("limit");
        assertThat(editor.graph().parameters()).containsOnlyKeys("rate", "limit");
        assertThat(editor.graph().parameters().get("limit").type()).isEqualTo(ParameterType.TEXT);
    }

    @Test
    void severalComponentsAreCountedAndSwitchedTogether() {
        EditorFixture.run(() -> editor.document().selection().select(List.of("timer", "file"), List.of()));
        editor.settle();
        assertThat(shownTexts()).contains("2 components");
        editor.click("#state-bypassed");
        assertThat(component("timer").state()).isEqualTo(ComponentState.BYPASSED);
        assertThat(component("file").state()).isEqualTo(ComponentState.BYPASSED);
    }

    @Test
    void severalComponentsAreListedByWhatTheirCardsSay() {
        String usual = EditorFixture.call(() -> editor.document()
                .catalog()
                .find(component("file").type())
                .orElseThrow()
                .title());
        EditorFixture.run(() -> {
            Document document = editor.document();
            document.perform(
                    "title",
                    new GraphEdit.ChangeComponent("timer", component("timer").withTitle("Clock")));
            document.selection().select(List.of("timer", "file"), List.of());
        });
        editor.settle();
        assertThat(shownTexts()).contains("Clock", usual).doesNotContain("Timer");
        EditorFixture.run(() -> editor.document()
                .perform(
                        "title",
                        new GraphEdit.ChangeComponent(
                                "timer", component("timer").withTitle("Watch"))));
        editor.settle();
        assertThat(shownTexts()).contains("Watch").doesNotContain("Clock");
    }

    @Test
    void renamingGoesToTheTitle() {
        select("timer");
        EditorFixture.run(() -> editor.open().canvas().node().requestFocus());
        editor.keys(KeyCode.F2);
        editor.type("Clock");
        editor.keys(KeyCode.ENTER);
        assertThat(component("timer").title()).isEqualTo("Clock");
    }

    private void select(String id) {
        EditorFixture.run(() -> editor.document().selection().select(id));
        editor.settle();
    }

    private GraphComponent component(String id) {
        return editor.graph().components().get(id);
    }

    private List<Object> values() {
        return List.copyOf((List<?>) component("values").settings().get("values"));
    }

    private Node setting(String name) {
        return editor.node("#setting-" + name);
    }

    private <T extends Node> T setting(String name, Class<T> type) {
        return EditorFixture.call(() -> find(setting(name), type));
    }

    private static <T> T find(Node inside, Class<T> type) {
        return inside.lookupAll("*").stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> choice(Node inside) {
        return find(inside, ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private <T> void box(String selector, T value) {
        EditorFixture.run(() -> ((ComboBox<Optional<T>>) editor.node(selector)).setValue(Optional.ofNullable(value)));
        editor.settle();
    }

    private void press(Node inside, String selector) {
        EditorFixture.run(() -> ((ButtonBase) inside.lookup(selector)).fire());
        editor.settle();
    }

    private void pressTitled(Node inside, String title, int index) {
        EditorFixture.run(() -> inside.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> title.equals(button.getAccessibleText()))
                .toList()
                .get(index)
                .fire());
        editor.settle();
    }

    private void setText(String selector, String text) {
        setText(editor.node(selector, TextField.class), text);
    }

    private void setText(TextField field, String text) {
        EditorFixture.run(() -> {
            field.requestFocus();
            field.selectAll();
        });
        if (text.isEmpty()) {
            editor.keys(KeyCode.DELETE);
        } else {
            editor.type(text);
        }
    }

    private List<String> shownTexts() {
        return EditorFixture.call(() -> editor.node("#inspector").lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node.isManaged())
                .map(node -> ((Label) node).getText())
                .toList());
    }
}
