package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.Hue;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.app.editor.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Contrast in both themes")
@Timeout(180)
class ContrastTest {
    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

    @RegisterExtension
    final EditorFixture editor = new EditorFixture(1400, 860);

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void what_is_painted_on_the_canvas_stands_out(ThemeChoice theme) {
        dress(theme);
        Set<String> weak = new TreeSet<>();
        EditorFixture.run(() -> {
            CanvasTones tones = (CanvasTones) editor.scene().lookup(".canvas-tones");
            for (Tone ground : List.of(Tone.CARD, Tone.BACKGROUND, Tone.WELL)) {
                need(Contrast.TEXT, tones, Tone.TITLE, ground, weak);
                need(Contrast.TEXT, tones, Tone.DETAIL, ground, weak);
            }
            for (Tone ground : List.of(Tone.CARD, Tone.BACKGROUND)) {
                need(Contrast.TEXT, tones, Tone.DANGER_TEXT, ground, weak);
                need(Contrast.MARK, tones, Tone.DANGER, ground, weak);
                need(Contrast.MARK, tones, Tone.LINK, ground, weak);
                for (Tone mark : Tone.values()) {
                    boolean says =
                            mark.name().startsWith("TYPE_") || mark.name().startsWith("FAMILY_");
                    if (says || Set.of(Tone.ACCENT, Tone.WARNING, Tone.SUCCESS).contains(mark)) {
                        need(Contrast.MARK, tones, mark, ground, weak);
                    }
                }
            }
            need(Contrast.TEXT, tones, Tone.ON_STRONG, Tone.DANGER, weak);
            need(Contrast.TEXT, tones, Tone.ON_STRONG, Tone.WARNING, weak);
            need(Contrast.TEXT, "a faded title", tones.of(Tone.FADED), tones.of(Tone.CARD), weak);
            for (Hue hue : Hue.values()) {
                Color bar = Contrast.over(hue.at(0.30), Contrast.over(hue.at(0.09), tones.of(Tone.BACKGROUND)));
                need(Contrast.TEXT, "the title of a group in " + hue, tones.of(Tone.TITLE), bar, weak);
                Color paper = Contrast.over(hue.at(0.20), tones.of(Tone.CARD));
                need(Contrast.TEXT, "the text of a note in " + hue, tones.of(Tone.TITLE), paper, weak);
            }
        });
        assertThat(weak).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void every_text_and_icon_of_the_window_stands_out(ThemeChoice theme) throws Exception {
        dress(theme);
        Set<String> weak = new TreeSet<>();
        look("an empty window", weak);
        editor.open(SAMPLES.resolve("bouncing-ball.graph.json"));
        look("the graph's form", weak);
        for (String id : List.copyOf(editor.graph().components().keySet())) {
            EditorFixture.run(() -> editor.document().selection().select(id));
            look("the form of " + id, weak);
        }
        editor.action("view.history");
        look("the history", weak);
        editor.action("run.start");
        editor.awaitConsole("Started at");
        look("a run", weak);
        editor.action("run.stop");
        for (String panel : List.of("view.problems", "run.console", "run.messages", "run.outcome")) {
            editor.action(panel);
            look(panel, weak);
        }
        for (String sheet : List.of(
                "edit.preferences",
                "edit.keys",
                "help.keys",
                "view.commands",
                "run.parameters",
                "edit.find",
                "edit.add-here")) {
            editor.action(sheet);
            look(sheet, weak);
            editor.keys(KeyCode.ESCAPE);
        }
        assertThat(weak).as("texts and icons that do not stand out").isEmpty();
    }

    private void dress(ThemeChoice theme) {
        EditorFixture.run(() -> editor.window().theme().choose(theme));
        editor.settle();
    }

    private void look(String where, Set<String> weak) {
        editor.settle();
        EditorFixture.run(() -> Contrast.collect(editor.scene().getRoot(), where, weak));
    }

    private static void need(double wanted, CanvasTones tones, Tone front, Tone ground, Set<String> weak) {
        need(wanted, front + " on " + ground, tones.of(front), tones.of(ground), weak);
    }

    private static void need(double wanted, String what, Color front, Color ground, Set<String> weak) {
        double found = Contrast.of(front, ground);
        if (found < wanted) {
            weak.add(String.format(Locale.ROOT, "%s: %.2f < %.1f (%s on %s)", what, found, wanted, front, ground));
        }
    }
}
