package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.document.ProblemText;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People who chose German read German: nothing that is said in English is left, and all of it has room. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EditorInGermanTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    @RegisterExtension
    private final EditorFixture editor = new EditorFixture(1000, 700, Language.GERMAN);

    /** What is said in English and otherwise in German. */
    private final Set<String> english = new TreeSet<>();

    @BeforeEach
    void readTheBundles() throws IOException {
        Set<String> german = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file :
                    files.filter(one -> one.endsWith("texts.properties")).toList()) {
                english.addAll(texts(file));
                german.addAll(texts(file.resolveSibling("texts_de.properties")));
            }
        }
        english.removeAll(german);
        // The names of boxes, as they stand in files.
        english.removeAll(Set.of("inbox", "outbox"));
        assertThat(english).contains("Save", "Undo", "Problems");
    }

    private static List<String> texts(Path bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.values().stream()
                .map(text -> ((String) text).replace("''", "'"))
                .toList();
    }

    @Test
    void everyActionAndMenuIsCalledInGerman() {
        List<String> said = new ArrayList<>();
        EditorFixture.run(() -> {
            editor.window().actions().all().forEach(action -> said.addAll(List.of(action.title(), action.titleNow())));
            editor.node("#menu-bar", MenuBar.class).getMenus().forEach(menu -> collect(menu, said));
        });
        assertThat(said).contains("Datei", "Speichern", "Rückgängig").doesNotContainAnyElementsOf(english);
    }

    private static void collect(MenuItem item, List<String> said) {
        said.add(item.getText() == null ? "" : item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(inside -> collect(inside, said));
        }
    }

    @Test
    void theKeysAreCalledAsOnAGermanKeyboard() {
        assertThat(EditorFixture.call(() -> editor.window().actions().all().stream()
                        .map(action -> editor.window().actions().keyTitle(action))
                        .toList()))
                .contains("Strg+Umschalt+S", "Entf", "Strg+Bild ab")
                .noneMatch(key -> key.contains("Ctrl") || key.contains("Shift"));
    }

    @Test
    void theWindowOfAGraphIsInGermanAndHasRoomForIt() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        check("german-graph");
        EditorFixture.run(() -> editor.document().selection().select("count"));
        check("german-component");
        assertThat(texts()).contains("Ein JSONata-Ausdruck der Nachricht: der Schlüssel, unter dem sie zählt.");
        EditorFixture.run(
                () -> editor.node("#section-running", TitledPane.class).setExpanded(true));
        check("german-running");
        editor.action("view.history");
        editor.action("edit.delete");
        check("german-history");
        editor.action("edit.find");
        check("german-find");
    }

    @Test
    void whatIsComparedAndAddedIsInGerman() throws IOException {
        editor.openText("words.graph.json", GraphTexts.WORDS);
        EditorFixture.run(() -> editor.document().selection().select("count"));
        editor.action("edit.delete");
        editor.action("edit.add-here");
        check("german-quick-add");
        editor.keys(KeyCode.ESCAPE);
        editor.action("file.compare-saved");
        EditorFixture.await("the differences are shown", () -> texts().contains("Übernehmen"));
        check("german-compare");
    }

    @Test
    void theProblemsAreInAGermanList() throws IOException {
        editor.openText("problems.graph.json", GraphTexts.PROBLEMS);
        editor.action("view.problems");
        EditorFixture.await(
                "the problems are found", () -> editor.document().problems().hasErrors());
        check("german-problems");
        assertThat(editor.document().problems().all())
                .allSatisfy(problem -> assertThat(ProblemText.of(problem)).isNotEqualToIgnoringCase(problem.message()));
    }

    @Test
    void aRunAndItsPanelsAreInGerman() throws IOException {
        editor.openText("run.graph.json", """
                { "format": "myelin-graph/1",
                  "components": {
                    "first": { "type": "source.sequence", "settings": { "from": 1, "to": 2000 } },
                    "print": { "type": "console.print" } },
                  "links": [ { "from": "first.outbox", "to": "print.inbox" } ] }
                """);
        editor.click("#run-button");
        EditorFixture.await("the run has ended", () -> texts().stream().anyMatch(text -> text.startsWith("Fertig in")));
        editor.awaitConsole("2000");
        check("german-console");
        assertThat(editor.consoleLines()).anyMatch(line -> line.contains("Gestartet um"));
        for (String panel : List.of("run.messages", "run.outcome", "view.problems")) {
            editor.action(panel);
            check("german-" + panel.replace('.', '-'));
        }
    }

    @Test
    void theSheetsAboveTheWindowAreInGerman() throws IOException {
        for (String sheet : List.of("view.commands", "help.keys", "edit.preferences", "edit.keys")) {
            editor.action(sheet);
            check("german-" + sheet.replace('.', '-'));
            EditorFixture.run(() -> editor.window().overlay().hide());
        }
        EditorFixture.run(() -> editor.window().theme().choose(ThemeChoice.DARK));
        editor.action("edit.preferences");
        editor.picture("german-preferences-dark-200", 2);
    }

    @Test
    void anotherLanguageIsRememberedForTheNextStartAndChangesNothingBefore() {
        editor.action("edit.preferences");
        editor.click("#preference-language-english");
        assertThat(editor.window().settings().settings().appearance().language())
                .isEqualTo(Language.ENGLISH);
        assertThat(texts()).contains("Eine andere Sprache gilt ab dem nächsten Start.");
    }

    private void check(String name) throws IOException {
        editor.settle();
        editor.picture(name);
        assertThat(texts().stream().filter(english::contains))
                .as("English in " + name)
                .isEmpty();
        assertThat(clipped()).as("cut off in " + name).isEmpty();
    }

    /** All that can be read in the window, prompts and what is told of a control included. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        EditorFixture.run(() -> visible(editor.scene().getRoot()).forEach(node -> {
            switch (node) {
                case Labeled labeled -> texts.add(labeled.getText());
                case TextInputControl input -> texts.add(input.getPromptText());
                case Text text -> texts.add(text.getText());
                default -> {}
            }
            texts.add(node.getAccessibleText());
            if (node instanceof Control control && control.getTooltip() != null) {
                texts.add(control.getTooltip().getText());
            }
        }));
        return texts.stream().filter(text -> text != null && !text.isBlank()).toList();
    }

    /** What people can read only in part: labels end in an ellipsis where they have no room. */
    private List<String> clipped() {
        return EditorFixture.call(() -> visible(editor.scene().getRoot())
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                // One line of them is enough to choose by; the inspector and the tooltip say all.
                .filter(labeled -> labeled.getStyleClass().stream().noneMatch(style -> style.endsWith("-summary")))
                .filter(labeled ->
                        labeled.getText() != null && !labeled.getText().isBlank())
                .filter(labeled -> labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .anyMatch(text -> !text.getText().equals(labeled.getText())
                                && text.getText().endsWith(labeled.getEllipsisString())))
                .map(labeled -> labeled.getText() + " in " + labeled.getStyleClass())
                .toList());
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(EditorInGermanTest::visible))
                : Stream.of(node);
    }
}
