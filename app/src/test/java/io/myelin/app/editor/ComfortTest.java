package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.myelin.app.editor.access.MotionChoice;
import io.myelin.app.editor.canvas.GraphCanvas;
import io.myelin.app.editor.file.Comfort;
import io.myelin.app.editor.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;

@DisplayName("What eyes need")
@Timeout(180)
class ComfortTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    private final Locale usual = Locale.getDefault();

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void usualLanguage() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150, 200, 300})
    void texts_become_as_large_as_was_chosen_and_no_button_is_cut(int percent) throws Exception {
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        chooseTextSize(percent);
        EditorFixture.run(() -> editor.document().selection().select("ball"));
        assertThat(sizeOf("#status-selection"))
                .isEqualTo(12.0 * percent / 100, org.assertj.core.data.Offset.offset(0.1));
        List<String> cut = new ArrayList<>();
        editor.action("edit.preferences");
        editor.settle();
        EditorFixture.run(() -> collectCut(editor.scene().lookup("#preferences"), cut));
        editor.picture("text-" + percent + "-preferences");
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.run(() -> {
            collectCut(editor.scene().lookup("#status-bar"), cut);
            collectCut(editor.scene().lookup("#tool-bar"), cut);
        });
        editor.picture("text-" + percent);
        editor.action("view.commands");
        editor.picture("text-" + percent + "-commands");
        assertThat(cut).as("texts of buttons that are cut at " + percent + " %").isEmpty();
    }

    @Test
    void the_largest_texts_leave_what_ends_a_sheet_in_sight_in_a_small_window() throws Exception {
        EditorFixture.run(() -> {
            editor.window().stage().setWidth(1280);
            editor.window().stage().setHeight(800);
        });
        chooseTextSize(300);
        for (String sheet : List.of("edit.preferences", "edit.keys", "help.keys")) {
            editor.action(sheet);
            editor.settle();
            editor.picture("text-300-small-" + sheet);
            EditorFixture.run(() -> assertThat(beyondTheWindow()).as(sheet).isEmpty());
            editor.keys(KeyCode.ESCAPE);
        }
    }

    /** The buttons of a sheet that the window cuts, and what can't be seen without going sideways. */
    private List<String> beyondTheWindow() {
        List<String> beyond = new ArrayList<>();
        for (Node sheet : editor.scene().getRoot().lookupAll(".dialog-sheet")) {
            for (Node button : sheet.lookupAll(".button")) {
                Bounds place = button.localToScene(button.getLayoutBounds());
                boolean isScrolled = Stream.iterate(button.getParent(), node -> node != null, Node::getParent)
                        .anyMatch(ScrollPane.class::isInstance);
                boolean fits = place.getMaxX() <= editor.scene().getWidth()
                        && (isScrolled || place.getMaxY() <= editor.scene().getHeight());
                if (!fits) {
                    beyond.add(((ButtonBase) button).getText());
                }
            }
            sheet.lookupAll(".scroll-bar").stream()
                    .map(ScrollBar.class::cast)
                    .filter(bar -> bar.isVisible() && bar.getOrientation() == Orientation.HORIZONTAL)
                    .forEach(bar -> beyond.add("sideways in " + bar.getParent()));
        }
        return beyond;
    }

    @Test
    void the_sides_grow_with_their_texts_and_leave_the_graph_room() throws Exception {
        EditorFixture.run(() -> {
            editor.window().stage().setWidth(1280);
            editor.window().stage().setHeight(800);
        });
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        EditorFixture.run(() -> editor.document().selection().select("ball"));
        editor.settle();
        double palette = widthOf("#palette-panel");
        double inspector = widthOf("#inspector");
        chooseTextSize(300);
        EditorFixture.await(
                "the sides have grown",
                () -> widthOf("#palette-panel") > 1.5 * palette && widthOf("#inspector") > 1.1 * inspector);
        assertThat(widthOf("#graph-canvas")).isGreaterThan(1280 * 0.35);
        List<String> cut = new ArrayList<>();
        EditorFixture.run(() -> {
            collectCut(editor.scene().lookup("#inspector"), cut);
            collectCut(editor.scene().lookup("#status-bar"), cut);
            collectCut(editor.scene().lookup("#tool-bar"), cut);
        });
        editor.picture("text-300-small");
        EditorFixture.run(() -> editor.document().selection().clear());
        editor.action("run.start");
        editor.awaitConsole("bounced at");
        editor.picture("text-300-small-run");
        assertThat(heights(".run-states .ikonli-font-icon"))
                .as("icons beside the counts of states")
                .allSatisfy(height -> assertThat(height).isLessThan(60));
        editor.action("run.stop");
        chooseTextSize(100);
        EditorFixture.await(
                "the sides are as they were",
                () -> Math.abs(widthOf("#palette-panel") - palette) < 2
                        && Math.abs(widthOf("#inspector") - inspector) < 2);
        assertThat(cut).as("texts that are cut").isEmpty();
    }

    private List<Double> heights(String parts) {
        return EditorFixture.call(() -> editor.scene().getRoot().lookupAll(parts).stream()
                .map(part -> part.getLayoutBounds().getHeight())
                .toList());
    }

    @Test
    void icons_and_the_marks_of_controls_are_as_large_after_the_next_start() throws Exception {
        Map<String, Double> usual = sizesOfMarks();
        chooseTextSize(300);
        Map<String, Double> chosen = sizesOfMarks();
        editor.close();
        editor.start();
        Map<String, Double> later = sizesOfMarks();
        assertThat(usual.keySet()).contains("palette", "quick add", "menu", "tool bar", "close", "arrow", "submenu");
        assertThat(later.keySet()).isEqualTo(usual.keySet());
        for (String mark : usual.keySet()) {
            assertThat(later.get(mark)).as(mark).isEqualTo(chosen.get(mark), within(0.5));
            // Some shapes of the usual size have no bounds of their own, but are some 8 pixels wide.
            double drawn = usual.get(mark) == 0 ? 8 : usual.get(mark);
            assertThat(later.get(mark)).as(mark).isBetween(2.7 * drawn, 4 * drawn);
        }
    }

    /** How wide icons and marks are drawn, by where they are. */
    private Map<String, Double> sizesOfMarks() throws Exception {
        Map<String, Double> sizes = new TreeMap<>();
        editor.settle();
        EditorFixture.run(() -> {
            sizes.put("palette", iconSize(editor.scene().lookup(".palette-list .ikonli-font-icon")));
            sizes.put("tool bar", iconSize(editor.scene().lookup("#tool-bar .ikonli-font-icon")));
            sizes.put(
                    "close",
                    editor.scene()
                            .lookup("#documents .tab-close-button")
                            .getLayoutBounds()
                            .getWidth());
        });
        editor.keys(KeyCode.INSERT);
        editor.node("#quick-add");
        editor.settle();
        editor.picture("marks-" + sizes.get("tool bar").intValue());
        EditorFixture.run(
                () -> sizes.put("quick add", iconSize(editor.scene().lookup("#quick-add-list .ikonli-font-icon"))));
        editor.keys(KeyCode.ESCAPE);
        editor.action("edit.preferences");
        editor.settle();
        EditorFixture.run(() -> sizes.put(
                "arrow",
                editor.scene()
                        .lookup("#preference-text-size .arrow")
                        .getLayoutBounds()
                        .getWidth()));
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.run(() -> {
            Menu file =
                    ((MenuBar) editor.scene().lookup("#menu-bar")).getMenus().getFirst();
            file.show();
        });
        EditorFixture.await("the menu is shown", () -> menuRoot().isPresent());
        EditorFixture.run(() -> {
            Parent menu = menuRoot().orElseThrow();
            menu.applyCss();
            menu.layout();
            sizes.put("menu", iconSize(menu.lookup(".ikonli-font-icon")));
            sizes.put(
                    "submenu",
                    menu.lookup(".right-container > .arrow").getLayoutBounds().getWidth());
        });
        editor.keys(KeyCode.ESCAPE);
        EditorFixture.run(() -> ((MenuBar) editor.scene().lookup("#menu-bar"))
                .getMenus()
                .getFirst()
                .hide());
        return sizes;
    }

    private static Optional<Parent> menuRoot() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(window -> window.getScene().getRoot())
                .findFirst();
    }

    private static double iconSize(Node icon) {
        return ((FontIcon) icon).getIconSize();
    }

    private double widthOf(String part) {
        return EditorFixture.call(
                () -> editor.scene().lookup(part).getLayoutBounds().getWidth());
    }

    @Test
    void the_choices_are_kept_for_the_next_time() throws Exception {
        chooseTextSize(200);
        editor.action("edit.preferences");
        EditorFixture.run(() -> editor.window().motion().choose(MotionChoice.SYSTEM));
        EditorFixture.run(() -> ((ButtonBase) editor.scene().lookup("#preference-motion-reduced")).fire());
        assertThat(EditorFixture.call(
                        () -> editor.window().settings().settings().appearance().comfort()))
                .isEqualTo(new Comfort(MotionChoice.REDUCED, 200));
        editor.keys(KeyCode.ESCAPE);
        editor.close();
        editor.start();
        assertThat(sizeOf("#status-selection")).isEqualTo(24.0, org.assertj.core.data.Offset.offset(0.1));
        assertThat(EditorFixture.call(() -> editor.window().motion().isReduced()))
                .isTrue();
    }

    @Test
    void with_reduced_motion_no_token_slides_and_the_figures_still_tell() throws Exception {
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        EditorFixture.run(() -> editor.window().motion().choose(MotionChoice.FULL));
        editor.action("run.start");
        EditorFixture.await("a token is under way", () -> canvas().isTokenShown());
        EditorFixture.run(() -> editor.window().motion().choose(MotionChoice.REDUCED));
        assertThat(EditorFixture.call(() -> canvas().isTokenShown())).isFalse();
        editor.awaitConsole("bounced at");
        assertThat(EditorFixture.call(() -> canvas().isTokenShown())).isFalse();
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.picture("reduced-motion-dark");
        editor.action("run.stop");
    }

    private GraphCanvas canvas() {
        return editor.window().documents().current().orElseThrow().canvas();
    }

    private void chooseTextSize(int percent) {
        editor.action("edit.preferences");
        EditorFixture.run(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Integer> size = (ComboBox<Integer>) editor.scene().lookup("#preference-text-size");
            if (!size.getItems().contains(percent)) {
                throw new AssertionError("no choice of " + percent + " %");
            }
            size.setValue(percent);
        });
        editor.keys(KeyCode.ESCAPE);
    }

    private double sizeOf(String label) {
        editor.settle();
        return EditorFixture.call(
                () -> ((Label) editor.scene().lookup(label)).getFont().getSize());
    }

    private static void collectCut(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            boolean whole = labeled.lookupAll(".text").stream()
                    .anyMatch(text ->
                            text instanceof Text shown && shown.getText().equals(labeled.getText()));
            if (!whole) {
                cut.add(labeled.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectCut(child, cut));
        }
    }
}
