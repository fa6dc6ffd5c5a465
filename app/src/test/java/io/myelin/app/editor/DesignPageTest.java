package io.myelin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.access.TextSize;
import io.myelin.app.editor.canvas.geometry.BoxShape;
import io.myelin.app.editor.canvas.geometry.CanvasGeometry;
import io.myelin.app.editor.canvas.geometry.CompactCard;
import io.myelin.app.editor.canvas.geometry.GroupShape;
import io.myelin.app.editor.canvas.geometry.HiddenEnds;
import io.myelin.app.editor.canvas.geometry.LinkShape;
import io.myelin.app.editor.canvas.geometry.TextStyle;
import io.myelin.app.editor.canvas.live.WireLife;
import io.myelin.app.editor.canvas.paint.CanvasTones;
import io.myelin.app.editor.canvas.paint.FamilyLook;
import io.myelin.app.editor.canvas.paint.Hue;
import io.myelin.app.editor.canvas.paint.Tone;
import io.myelin.app.editor.family.ComponentFamily;
import io.myelin.app.editor.palette.ComponentIcons;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.engine.run.ComponentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The design page")
@Timeout(60)
class DesignPageTest {
    private static final Path PAGE = Path.of("docs", "design.md");

    @RegisterExtension
    final EditorFixture editor = new EditorFixture();

    @Test
    void it_gives_every_colour_of_the_canvas_as_it_is_in_both_themes() throws IOException {
        Map<Tone, Color> light = tones(ThemeChoice.LIGHT);
        Map<Tone, Color> dark = tones(ThemeChoice.DARK);
        List<String> rows = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            rows.add("| `" + tone.property() + "` | `" + web(light.get(tone)) + "` | `" + web(dark.get(tone)) + "` |");
        }
        for (Hue hue : Hue.values()) {
            rows.add("| `" + hue.id() + "` | `" + web(hue.at(1)) + "` |");
        }
        assertRows(rows);
    }

    @Test
    void it_gives_every_family_with_its_icon_which_is_the_same_everywhere() throws IOException {
        List<String> rows = new ArrayList<>();
        for (ComponentFamily family : ComponentFamily.known()) {
            FamilyLook look = FamilyLook.of(family.name());
            assertThat(look.icon())
                    .isEqualTo(ComponentIcons.literalOfFamily(family.name()))
                    .isEqualTo(family.icon());
            rows.add("| " + family.title() + " | `" + family.name() + "` | `" + family.icon() + "` | `"
                    + look.tone().property() + "` |");
        }
        assertRows(rows);
    }

    @Test
    void it_gives_the_sizes_that_hold() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("| Grid | " + number(CanvasGeometry.GRID) + " |");
        rows.add("| Socket, radius | " + number(BoxShape.RADIUS) + " |");
        rows.add("| Bar of a group | " + number(GroupShape.TITLE) + " |");
        rows.add("| Each end of a hidden link | " + number(LinkShape.STUB) + " |");
        rows.add("| Row of hidden ends | " + number(HiddenEnds.ROW) + " |");
        rows.add("| Height of a compact card | " + number(CompactCard.HEIGHT) + " |");
        for (TextStyle style : TextStyle.values()) {
            rows.add("| " + style.name().toLowerCase(Locale.ROOT) + " on a component | " + number(style.size()) + " |");
        }
        rows.add("| Text of the window | " + number(TextSize.USUAL) + " |");
        assertRows(rows);
        String page = Files.readString(PAGE);
        assertThat(page)
                .contains("up to " + number(WireLife.TOKENS_UP_TO) + " messages a second")
                .contains("up to " + number(WireLife.PULSES_UP_TO) + " a second")
                .contains(TextSize.CHOICES.getFirst() + " to " + TextSize.CHOICES.getLast() + " %");
    }

    @Test
    void it_gives_a_mark_for_every_state_of_a_component() throws IOException {
        String page = Files.readString(PAGE);
        for (ComponentStatus status : ComponentStatus.values()) {
            assertThat(page).contains("| " + status.name().toLowerCase(Locale.ROOT) + " |");
        }
    }

    private Map<Tone, Color> tones(ThemeChoice theme) {
        EditorFixture.run(() -> editor.window().theme().choose(theme));
        editor.settle();
        return EditorFixture.call(() -> {
            CanvasTones tones = (CanvasTones) editor.scene().lookup(".canvas-tones");
            Map<Tone, Color> found = new EnumMap<>(Tone.class);
            for (Tone tone : Tone.values()) {
                found.put(tone, tones.of(tone));
            }
            return found;
        });
    }

    private static void assertRows(List<String> rows) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> missing = rows.stream()
                .filter(row -> lines.stream().noneMatch(line -> line.startsWith(row)))
                .toList();
        assertThat(missing).as("rows that the page lacks").isEmpty();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String web(Color color) {
        String digits = color.toString().replace("0x", "#");
        return color.isOpaque() ? digits.substring(0, 7) : digits;
    }
}
