package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The folder of documents is")
class DocumentsFolderTest {
    @TempDir
    private Path home;

    private Path usual;
    private Path papers;

    @BeforeEach
    void make() throws IOException {
        usual = Files.createDirectory(home.resolve("Documents"));
        papers = Files.createDirectory(home.resolve("My papers"));
    }

    @Test
    @DisplayName("the one that the desktop names, in quotes and below the home folder")
    void named() throws IOException {
        name(home.resolve(".config"), "$HOME/My papers");
        assertThat(DocumentsFolder.in(home, Map.of())).isEqualTo(papers);
    }

    @Test
    @DisplayName("the usual one where the one that the desktop names is not there")
    void missing() throws IOException {
        name(home.resolve(".config"), "$HOME/nowhere");
        assertThat(DocumentsFolder.in(home, Map.of())).isEqualTo(usual);
    }

    @Test
    @DisplayName("the usual one where the desktop names none, and the home folder where there is none at all")
    void none() throws IOException {
        assertThat(DocumentsFolder.in(home, Map.of())).isEqualTo(usual);
        Files.delete(usual);
        assertThat(DocumentsFolder.in(home, Map.of())).isEqualTo(home);
    }

    @Test
    @DisplayName("named in the folder that XDG_CONFIG_HOME says, where that is set to an absolute path")
    void elsewhere() throws IOException {
        Path elsewhere = home.resolve("settings");
        name(elsewhere, "$HOME/My papers");
        assertThat(DocumentsFolder.in(home, Map.of("XDG_CONFIG_HOME", elsewhere.toString())))
                .isEqualTo(papers);

        name(home.resolve(".config"), "$HOME/My papers");
        assertThat(DocumentsFolder.in(home, Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(papers);
        assertThat(DocumentsFolder.in(home, Map.of("XDG_CONFIG_HOME", "not/absolute")))
                .isEqualTo(papers);
    }

    private static void name(Path config, String folder) throws IOException {
        Files.createDirectories(config);
        Files.writeString(config.resolve("user-dirs.dirs"), """
                # XDG_DOCUMENTS_DIR="$HOME/commented"
                XDG_DESKTOP_DIR="$HOME/Desktop"
                XDG_DOCUMENTS_DIR="%s"
                """.formatted(folder));
    }
}
