package io.myelin.app.editor.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that the journals of all of a user's editors stand in, for that user alone to read. A file is named by the
 * process that made it, so that a process never opens its own again, whose lock that would cost; see
 * {@link JournalFile}.
 */
final class JournalFolder {
    /** How the names of journals end. */
    static final String ENDING = ".journal";

    /** How those end that are not journals yet. */
    private static final String UNFINISHED = ".unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);

    private final Path folder;
    private final String owner;

    /** The folder {@code folder}, which need not be there. */
    JournalFolder(Path folder) {
        this(folder, owner(ProcessHandle.current()));
    }

    /** As seen by another owner. */
    JournalFolder(Path folder, String owner) {
        this.folder = folder;
        this.owner = owner;
    }

    /** Other than that of every other process, though numbers of processes come again. */
    private static String owner(ProcessHandle process) {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "-" + started + "-";
    }

    /** Makes a new journal. */
    JournalFile create() throws IOException {
        return create(ENDING);
    }

    /** Makes a new file that is to be a journal once it is {@linkplain #own owned}. */
    JournalFile createBeside() throws IOException {
        return create(UNFINISHED);
    }

    private JournalFile create(String ending) throws IOException {
        Files.createDirectories(folder, privately());
        return JournalFile.create(folder.resolve(owner + UUID.randomUUID() + ending));
    }

    /** Brings the names of the files to the disk. Not every system lets a folder be opened; there they follow later. */
    void force() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] privately() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix") && folder.getFileSystem().equals(FileSystems.getDefault())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes over the journals whose owners are no more. */
    List<JournalFile> claimLeft() {
        for (JournalFile unfinished : claim(UNFINISHED)) {
            try {
                unfinished.delete();
            } catch (IOException failed) {
                LOG.warn("{} cannot be deleted: {}", unfinished.path(), failed.toString());
            }
        }
        return claim(ENDING);
    }

    private List<JournalFile> claim(String ending) {
        List<JournalFile> claimed = new ArrayList<>();
        for (Path path : others(ending)) {
            try {
                JournalFile.claim(path).ifPresent(claimed::add);
            } catch (IOException unreadable) {
                LOG.warn("The journal {} cannot be opened: {}", path, unreadable.toString());
            }
        }
        return claimed;
    }

    /** Names {@code file}, which was claimed or made, as a journal of this process. */
    void own(JournalFile file) throws IOException {
        file.moveTo(folder.resolve(owner + UUID.randomUUID() + ENDING));
    }

    private List<Path> others(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().endsWith(ending))
                    .filter(path -> !path.getFileName().toString().startsWith(owner))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException unreadable) {
            LOG.warn("The journals in {} cannot be looked at: {}", folder, unreadable.toString());
            return List.of();
        }
    }
}
