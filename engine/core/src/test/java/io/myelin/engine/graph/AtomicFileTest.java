package io.myelin.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aNewFileIsWrittenAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("a.graph.json");

        AtomicFile.write(file, NEW);

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.graph.json");
    }

    @Test
    void anOldFileIsReplacedAndKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("a.graph.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        AtomicFile.write(file, NEW);

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aSymbolicLinkStaysAndTheFileThatItNamesIsReplaced() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path real = Files.writeString(other.resolve("real.graph.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.graph.json"), Path.of("other/real.graph.json"));

        assertThat(GraphFile.written(link)).isEqualTo(real);
        AtomicFile.write(link, NEW);

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real).hasContent("new");
        assertThat(names()).containsExactlyInAnyOrder("link.graph.json", "other");
    }

    @Test
    void symbolicLinksThatLeadRoundAreRefused() throws IOException {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(one, Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));

        assertThatThrownBy(() -> AtomicFile.write(one, NEW))
                .hasMessage(one + " was not saved: its symbolic links lead round in a circle");
    }

    @Test
    void aFullDiskLeavesTheOldFileUntouchedAndNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.graph.json"), "old");

        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(NEW));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " was not saved: the disk is full; free some space, or save somewhere else");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.graph.json");
    }

    @Test
    void aDiskThatIsReallyFullIsSaidToBe() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x"), ignored -> Files.write(full, NEW)))
                .hasMessageContaining("the disk is full; free some space");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aReadOnlyDiskIsSaidToBe() {
        Path file = folder.resolve("a");

        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    throw new FileSystemException(file.toString(), null, "Read-only file system");
                }))
                .hasMessage(file + " was not saved: the disk is read-only; save somewhere else");
    }

    @Test
    void aFolderThatIsNotThereOrMayNotBeWrittenToIsSaidToBe() throws IOException {
        Path missing = folder.resolve("none/a.graph.json");
        assertThatThrownBy(() -> AtomicFile.write(missing, NEW))
                .hasMessage(missing + " was not saved: its folder does not exist; make it, or save somewhere else");

        assertThatThrownBy(() -> AtomicFile.write(folder, NEW))
                .hasMessage(folder + " was not saved: it is a folder; choose a file name");

        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path file = Files.writeString(locked.resolve("a.graph.json"), "old");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        try {
            Assumptions.assumeFalse(Files.isWritable(locked), "the super-user may write everywhere");
            assertThatThrownBy(() -> AtomicFile.write(file, NEW))
                    .hasMessage(file + " was not saved: its folder may not be written to; save it somewhere else");
            assertThat(file).hasContent("old");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList().stream();
        }
    }
}
