package io.myelin.app.editor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStateTest {
    @TempDir
    private Path folder;

    @Test
    void anotherContentIsAChange() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "one");
        FileState before = FileState.of(file);
        assertThat(before.changed(file)).isEmpty();
        Files.writeString(file, "three");
        assertThat(before.changed(file)).isPresent();
    }

    @Test
    void theSameContentWrittenAgainIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "one");
        FileState before = FileState.of(file);
        Files.writeString(file, "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(before.changed(file)).isEmpty();
    }

    @Test
    void aFileThatGoesOrComesHasChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "one");
        FileState before = FileState.of(file);
        Files.delete(file);
        assertThat(before.changed(file)).contains(FileState.ABSENT);
        assertThat(FileState.of(file)).isEqualTo(FileState.ABSENT);
        Files.writeString(file, "one");
        assertThat(FileState.ABSENT.changed(file)).isPresent();
    }

    /** A pipe is read only when something is written to it, and is as old as that then. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(20)
    void whatIsWrittenWhileAFileIsReadIsAChange() throws Exception {
        Path pipe = folder.resolve("pipe");
        String make = "mkfifo '" + pipe + "' && touch -d @0 '" + pipe + "'";
        assertThat(new ProcessBuilder("sh", "-c", make).start().waitFor()).isZero();
        CompletableFuture<Path> written = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.writeString(pipe, "{}", StandardOpenOption.WRITE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        FileState read = ReadGraph.of(pipe).state();
        written.get();
        assertThat(read.modified()).isEqualTo(FileTime.from(Instant.EPOCH));
    }
}
