package io.myelin.app.editor;

import io.myelin.app.editor.theme.ThemeChoice;
import java.io.IOException;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures of the window to look at, in {@code target/pictures}. */
class EditorPicturesTest {
    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1400, 860);

    @Test
    void anEmptyEditorInBothLooks() throws IOException {
        editor.picture("empty-light");
        choose(ThemeChoice.DARK);
        editor.picture("empty-dark");
    }

    @Test
    void aGraphInBothLooks() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> editor.document().selection().select("count"));
        editor.picture("graph-light");
        choose(ThemeChoice.DARK);
        editor.picture("graph-dark");
        editor.picture("graph-dark-200", 2);
        choose(ThemeChoice.LIGHT);
        EditorFixture.run(() -> editor.document().selection().select("read"));
        editor.picture("graph-path");
    }

    @Test
    void aGraphWithProblems() throws IOException {
        editor.openText("problems.graph.json", GraphTexts.PROBLEMS);
        editor.action("view.problems");
        EditorFixture.await(
                "the problems are found", () -> editor.document().problems().hasErrors());
        EditorFixture.run(() -> editor.document().selection().select("ticks"));
        editor.picture("problems-light");
        EditorFixture.run(() -> editor.document().selection().select("strange"));
        choose(ThemeChoice.DARK);
        editor.picture("problems-dark");
    }

    @Test
    void formsWithListsAndGroups() throws IOException {
        editor.openText("forms.graph.json", GraphTexts.FORMS);
        EditorFixture.run(() -> editor.document().selection().select("route"));
        editor.picture("form-groups");
        EditorFixture.run(() -> editor.document().selection().select("sums"));
        choose(ThemeChoice.DARK);
        editor.picture("form-map-dark");
        EditorFixture.run(() -> editor.document().selection().select("fetch"));
        EditorFixture.run(
                () -> editor.node("#section-running", TitledPane.class).setExpanded(true));
        editor.picture("form-running-dark");
    }

    @Test
    void aCrowd() throws IOException {
        StringBuilder components = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            components.append("\"c%d\": { \"type\": \"flow.number\" },".formatted(i));
            places.append("\"c%d\": { \"x\": %d, \"y\": %d },".formatted(i, i % 12 * 240, i / 12 * 120));
            if (i > 0) {
                links.append("{ \"from\": \"c%d.outbox\", \"to\": \"c%d.inbox\" },".formatted(i - 1, i));
            }
        }
        editor.openText(
                "crowd.graph.json",
                "{ \"format\": \"myelin-graph/1\", \"components\": {" + withoutLastComma(components) + "}, \"links\": ["
                        + withoutLastComma(links) + "], \"layout\": { \"components\": {" + withoutLastComma(places)
                        + "} } }");
        editor.action("edit.select-all");
        editor.picture("crowd");
    }

    private static String withoutLastComma(StringBuilder text) {
        return text.substring(0, text.length() - 1);
    }

    @Test
    void aFileThatIsNoGraph() throws IOException {
        editor.openText("broken.graph.json", "{ \"format\": \"myelin-graph/1\", \"components\": { \"a\": } }");
        editor.picture("broken-file");
    }

    @Test
    void theSheetsAboveTheWindow() throws IOException {
        editor.action("view.commands");
        editor.picture("command-palette");
        EditorFixture.run(() -> editor.window().overlay().hide());
        editor.action("help.keys");
        editor.picture("keys");
        EditorFixture.run(() -> editor.window().overlay().hide());
        editor.action("edit.preferences");
        editor.picture("preferences");
    }

    private void choose(ThemeChoice choice) {
        EditorFixture.run(() -> editor.window().theme().choose(choice));
    }
}
