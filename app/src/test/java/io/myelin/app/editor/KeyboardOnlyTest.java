package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The editor by the keyboard alone")
@Timeout(180)
class KeyboardOnlyTest {
    private final Locale usual = Locale.getDefault();
    private final List<MouseEvent> mouse = new ArrayList<>();

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    @BeforeEach
    void watchTheMouse() {
        Locale.setDefault(Locale.ENGLISH);
        // On a real display the pointer is somewhere, and windows open under it: what counts is that nothing is
        // pressed.
        EditorFixture.run(() -> editor.scene().addEventFilter(MouseEvent.MOUSE_PRESSED, mouse::add));
        EditorFixture.await("the canvas has the focus", () -> "graph-canvas".equals(focused()));
    }

    @AfterEach
    void usualLanguage() {
        Locale.setDefault(usual);
    }

    @Test
    void a_whole_graph_is_built_configured_linked_run_and_saved() throws Exception {
        add("timer");
        assertThat(editor.graph().components()).containsOnlyKeys("timer");
        editor.keys(KeyCode.ENTER);
        enter("#setting-every", "10ms");
        enter("#setting-count", "3");
        editor.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isEqualTo("graph-canvas");
        assertThat(editor.graph().components().get("timer").settings()).hasToString("{every=10ms, count=3}");

        add("number mess");
        String number = otherThan("timer");
        editor.keys(KeyCode.L);
        assertThat(guide()).contains("Inbox " + number + ".inbox");
        editor.keys(KeyCode.ENTER);
        assertThat(guide()).contains("timer.outbox → " + number + ".inbox");
        editor.picture("keyboard-linking");
        editor.keys(KeyCode.ENTER);
        assertThat(links()).containsExactly("timer.outbox -> " + number + ".inbox");

        editor.keys(KeyCode.L);
        assertThat(guide()).contains("Outbox " + number + ".outbox");
        editor.keys(KeyCode.TAB);
        editor.type("print");
        editor.keys(KeyCode.ENTER);
        assertThat(links()).contains(number + ".outbox -> print.inbox").hasSize(2);
        assertThat(apart()).as("no component stands on another").isTrue();

        editor.keys(KeyCode.F8);
        EditorFixture.await("the run has finished", () -> text("#run-state").startsWith("Finished"));
        editor.awaitConsole("\"number\":3");
        editor.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.DIGIT5);
        EditorFixture.await("the outcome is shown", () -> editor.isShown(".run-headline"));
        editor.picture("keyboard-outcome");

        Path file = editor.folder().resolve("by-keys.graph.json");
        editor.dialogs().saveTo(file);
        editor.keys(KeyCode.CONTROL, KeyCode.S);
        EditorFixture.await("it is saved", () -> Files.exists(file));
        assertThat(mouse).as("presses of the mouse").isEmpty();
    }

    @Test
    void wires_are_chosen_removed_and_led_elsewhere() throws Exception {
        editor.openText("wires.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "tick": { "type": "source.timer" },
                    "wrap": { "type": "flow.number" },
                    "print": { "type": "console.print" } },
                  "links": [
                    { "from": "tick.outbox", "to": "wrap.inbox" },
                    { "from": "wrap.outbox", "to": "print.inbox" } ],
                  "layout": { "components": {
                    "tick": { "x": 0, "y": 0 }, "wrap": { "x": 280, "y": 0 }, "print": { "x": 560, "y": 0 } } } }
                """);
        EditorFixture.await("the canvas has the focus", () -> "graph-canvas".equals(focused()));
        editor.keys(KeyCode.ALT, KeyCode.RIGHT);
        editor.keys(KeyCode.W);
        editor.keys(KeyCode.W);
        assertThat(EditorFixture.call(() -> editor.document().selection().onlyLink()))
                .hasValueSatisfying(link -> assertThat(link).hasToString("wrap.outbox -> print.inbox"));
        editor.keys(KeyCode.DELETE);
        assertThat(links()).containsExactly("tick.outbox -> wrap.inbox");
        editor.keys(KeyCode.W);
        editor.keys(KeyCode.L);
        assertThat(guide()).contains("The end of tick.outbox → wrap.inbox");
        editor.keys(KeyCode.ENTER);
        editor.keys(KeyCode.ENTER);
        assertThat(links()).containsExactly("tick.outbox -> print.inbox");
        assertThat(mouse).as("presses of the mouse").isEmpty();
    }

    @Test
    void one_key_goes_round_the_parts_of_the_window_and_back_and_each_is_entered_where_it_was_left() {
        editor.keys(KeyCode.CONTROL, KeyCode.J);
        List<String> forward = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            editor.keys(KeyCode.F6);
            forward.add(part());
        }
        assertThat(forward)
                .containsExactly(
                        "inspector", "bottom-panel", "status-bar", "tool-bar", "palette-panel", "graph-canvas");
        editor.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(part()).isEqualTo("palette-panel");
        editor.type("csv");
        editor.keys(KeyCode.DOWN);
        String left = focused();
        editor.keys(KeyCode.F6);
        assertThat(part()).isEqualTo("graph-canvas");
        editor.keys(KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused()).isEqualTo(left);
    }

    @Test
    void after_a_sheet_the_focus_is_where_it_was_and_in_it_tab_goes_round() {
        for (Map.Entry<String, String> sheet : Map.of(
                        "edit.preferences",
                        ".dialog-sheet",
                        "help.keys",
                        ".dialog-sheet",
                        "view.commands",
                        "#pick-search")
                .entrySet()) {
            editor.action(sheet.getKey());
            EditorFixture.await(sheet.getKey() + " is shown", () -> editor.isShown(sheet.getValue()));
            for (int step = 0; step < 40; step++) {
                editor.keys(KeyCode.TAB);
                assertThat(EditorFixture.call(
                                () -> isIn(editor.window().overlay().node())))
                        .as("the focus after Tab in " + sheet.getKey())
                        .isTrue();
            }
            editor.keys(KeyCode.ESCAPE);
            assertThat(focused()).as("the focus after " + sheet.getKey()).isEqualTo("graph-canvas");
        }
    }

    @Test
    void every_button_of_the_tool_bar_is_reached_by_tab() {
        editor.keys(KeyCode.SHIFT, KeyCode.F6);
        editor.keys(KeyCode.SHIFT, KeyCode.F6);
        List<String> reached = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            reached.add(focused());
            editor.keys(KeyCode.TAB);
        }
        assertThat(reached)
                .contains(
                        "button-file.new",
                        "button-file.open",
                        "run-button",
                        "button-view.theme",
                        "button-view.commands");
    }

    @Test
    void run_is_done_by_its_key_wherever_the_focus_is() throws Exception {
        editor.openText("words.graph.json", GraphTexts.PROBLEMS);
        for (String list : List.of("#history-list", "#problem-list", "#palette-list")) {
            editor.action("view.history");
            editor.action("view.problems");
            editor.action(list.equals("#history-list") ? "view.history" : "view.problems");
            Node shown = editor.node(list);
            EditorFixture.run(() -> {
                editor.window().statusBar().say("");
                shown.requestFocus();
            });
            editor.keys(KeyCode.CONTROL, KeyCode.ENTER);
            EditorFixture.await(
                    "it was tried to run from " + list,
                    () -> text("#status-hint").startsWith("The graph has problems"));
        }
    }

    @Test
    void a_list_has_its_own_keys_before_the_graph() throws Exception {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        editor.action("view.history");
        editor.keys(KeyCode.CONTROL, KeyCode.END);
        editor.keys(KeyCode.CONTROL, KeyCode.HOME);
        assertThat(focused()).isEqualTo("history-list");
    }

    @Test
    void escape_leaves_the_settings_for_the_graph() {
        add("timer");
        editor.keys(KeyCode.ENTER);
        enter("#setting-every", "nonsense");
        editor.keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("graph-canvas");
        editor.keys(KeyCode.ENTER);
        editor.keys(KeyCode.ESCAPE);
        editor.keys(KeyCode.INSERT);
        EditorFixture.await("components are offered", () -> editor.isShown("#quick-add"));
        editor.keys(KeyCode.ESCAPE);
        int tried = 0;
        for (boolean inside = true; inside; tried++) {
            editor.keys(KeyCode.ENTER);
            for (int tab = 0; tab < tried; tab++) {
                editor.keys(KeyCode.TAB);
            }
            String left = EditorFixture.call(() -> String.valueOf(editor.scene().getFocusOwner()));
            inside = part().equals("inspector");
            editor.keys(KeyCode.ESCAPE);
            if (inside) {
                assertThat(focused()).as("the focus after Escape in " + left).isEqualTo("graph-canvas");
            }
        }
        assertThat(tried).isGreaterThan(4);
    }

    @Test
    void escape_first_takes_back_a_name_that_is_not_finished() {
        add("timer");
        Node field = editor.node("#component-id");
        EditorFixture.run(field::requestFocus);
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.type("other");
        editor.keys(KeyCode.ESCAPE);
        assertThat(editor.graph().components()).containsOnlyKeys("timer");
        assertThat(focused()).isEqualTo("component-id");
        editor.keys(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("graph-canvas");
        assertThat(editor.graph().components()).containsOnlyKeys("timer");
    }

    private void add(String name) {
        editor.keys(KeyCode.TAB);
        editor.type(name);
        editor.keys(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("graph-canvas");
    }

    /** Goes on by Tab to the field of a setting and types {@code text} in the place of what is there. */
    private void enter(String setting, String text) {
        Node field = editor.node(setting);
        for (int step = 0; step < 30 && !EditorFixture.call(() -> isIn(field)); step++) {
            editor.keys(KeyCode.TAB);
        }
        assertThat(EditorFixture.call(() -> isIn(field)))
                .as(setting + " is reached")
                .isTrue();
        editor.keys(KeyCode.CONTROL, KeyCode.A);
        editor.type(text);
    }

    private boolean isIn(Node part) {
        for (Node at = editor.scene().getFocusOwner(); at != null; at = at.getParent()) {
            if (at.equals(part)) {
                return true;
            }
        }
        return false;
    }

    private String focused() {
        return EditorFixture.call(() -> {
            Node owner = editor.scene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }

    /** Which part of the window has the focus. */
    private String part() {
        return EditorFixture.call(() -> {
            for (String id :
                    List.of("inspector", "bottom-panel", "status-bar", "tool-bar", "palette-panel", "graph-canvas")) {
                Node part = editor.scene().lookup("#" + id);
                if (part != null && isIn(part)) {
                    return id;
                }
            }
            return "nothing that is known: " + editor.scene().getFocusOwner();
        });
    }

    private String otherThan(String id) {
        return editor.graph().components().keySet().stream()
                .filter(one -> !one.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean apart() {
        return editor.graph().layout().components().values().stream().distinct().count() == 3;
    }

    private String guide() {
        return text("#status-guide");
    }

    private String text(String id) {
        return EditorFixture.call(() -> editor.scene().lookup(id) instanceof Label label ? label.getText() : "");
    }

    private List<String> links() {
        return editor.graph().links().stream().map(Object::toString).toList();
    }
}
