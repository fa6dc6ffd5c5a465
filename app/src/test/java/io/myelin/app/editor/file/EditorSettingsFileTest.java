package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.app.editor.file.WindowPlaces.PanelSizes;
import io.myelin.app.editor.file.WindowPlaces.WindowPlace;
import io.myelin.app.editor.theme.ThemeChoice;
import io.myelin.app.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorSettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstStartHasTheUsualSettings() {
        assertThat(new EditorSettingsFile(folder.resolve("none")).settings()).isEqualTo(EditorSettings.DEFAULT);
    }

    @Test
    void whatWasChangedIsThereTheNextTime() {
        Path config = folder.resolve("deep/config");
        try (EditorSettingsFile file = new EditorSettingsFile(config)) {
            file.update(settings -> settings.withAppearance(
                            Appearance.DEFAULT.withTheme(ThemeChoice.DARK).withLanguage(Language.GERMAN))
                    .withCanvas(new CanvasHabits(true, true, true, true, List.of("text.case", "flow.gate")))
                    .withRecent(folder.resolve("a ü.graph.json"))
                    .withPlaces(new WindowPlaces(
                            Optional.of(new WindowPlace(10, 20, 900, 700, true)), new PanelSizes(200, 300, 150))));
        }

        EditorSettings next = new EditorSettingsFile(config).settings();
        assertThat(next.appearance().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(next.appearance().language()).isEqualTo(Language.GERMAN);
        assertThat(next.canvas())
                .isEqualTo(new CanvasHabits(true, true, true, true, List.of("text.case", "flow.gate")));
        assertThat(next.files().recent()).containsExactly(folder.resolve("a ü.graph.json"));
        assertThat(next.places().window()).contains(new WindowPlace(10, 20, 900, 700, true));
        assertThat(next.places().panels()).isEqualTo(new PanelSizes(200, 300, 150));
    }

    @Test
    void rubbishIsReadAsTheFirstStart() throws IOException {
        Files.write(folder.resolve("editor.properties"), new byte[] {(byte) 0xff, 0, 1, '\\', 'u', 'x'});
        assertThat(new EditorSettingsFile(folder).settings()).isEqualTo(EditorSettings.DEFAULT);
        Files.writeString(
                folder.resolve("editor.properties"),
                "theme=pink\nlanguage=klingon\nwindow.width=wide\npanel.palette=NaN\n");
        assertThat(new EditorSettingsFile(folder).settings()).isEqualTo(EditorSettings.DEFAULT);
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotDisturb() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (EditorSettingsFile settings = new EditorSettingsFile(file.resolve("config"))) {
            settings.update(remembered -> remembered.withAppearance(Appearance.DEFAULT.withTheme(ThemeChoice.DARK)));
            assertThat(settings.settings().appearance().theme()).isEqualTo(ThemeChoice.DARK);
        }
    }

    @Test
    void theLastFileComesFirstEachOnceAndNotTooMany() {
        KnownFiles settings = IntStream.range(0, 30)
                .mapToObj(i -> Path.of("/f" + i))
                .reduce(KnownFiles.NONE, KnownFiles::withRecent, (a, _) -> a);
        settings = settings.withRecent(Path.of("/f25"));
        assertThat(settings.recent()).hasSize(KnownFiles.RECENT).doesNotHaveDuplicates();
        assertThat(settings.recent().getFirst()).isEqualTo(Path.of("/f25"));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_CONFIG_HOME, /x, /x/myelin",
        "Linux, OTHER, /x, /home/me/.config/myelin",
        "Windows 11, APPDATA, /app, /app/myelin",
        "Mac OS X, OTHER, /x, /home/me/Library/Application Support/myelin",
    })
    void everySystemHasItsCustoms(String system, String variable, String value, String expected) {
        assertThat(UserFolder.of(system, Map.of(variable, value), Path.of("/home/me")))
                .isEqualTo(Path.of(expected));
    }
}
