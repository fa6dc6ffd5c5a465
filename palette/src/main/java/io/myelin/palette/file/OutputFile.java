package io.myelin.palette.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file being written: added to where it stands, or written anew beside the old one, which it replaces at one blow when
 * it is {@linkplain #commit complete}; closed before, it leaves the old one untouched. What is no regular file (a pipe, a
 * device) is written to as it is. For one thread at a time.
 */
final class OutputFile implements Closeable {
    private static final int LONGEST_PREFIX = 100;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Path temporary;
    private final String kept;

    private OutputFile(Path path, FileChannel channel, @Nullable Path temporary, String kept) {
        this.path = path;
        this.channel = channel;
        this.temporary = temporary;
        this.kept = kept;
    }

    /** Opens {@code path} to be added to at its end; it is made where there is none. */
    static OutputFile appending(Path path) throws IOException {
        return open(
                path,
                null,
                "What was written before is kept.",
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    /** Begins a new file, which becomes {@code path} when it is complete. */
    static OutputFile replacing(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return open(path, null, "Part of it may have been written.", StandardOpenOption.WRITE);
        }
        Path real = Files.exists(path) ? path.toRealPath() : path;
        if (Files.exists(real) && !Files.isWritable(real)) {
            throw FileProblem.writing(path, new AccessDeniedException(path.toString()), "");
        }
        String name = String.valueOf(real.getFileName());
        String beside = "." + name.substring(0, Math.min(name.length(), LONGEST_PREFIX)) + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part";
        OutputFile file = open(
                real,
                real.resolveSibling(beside),
                Files.exists(real) ? "The file that was there is unchanged." : "No file was made.",
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        try {
            file.copyPermissions();
            return file;
        } catch (IOException failure) {
            file.close();
            throw FileProblem.writing(path, failure, file.kept);
        }
    }

    private static OutputFile open(Path path, @Nullable Path temporary, String kept, OpenOption... options)
            throws IOException {
        checkFolder(path);
        try {
            return new OutputFile(
                    path, FileChannel.open(temporary == null ? path : temporary, options), temporary, kept);
        } catch (IOException failure) {
            throw FileProblem.writing(path, failure, kept);
        }
    }

    private static void checkFolder(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException(
                    "could not write " + path + ": there is no folder " + folder + ". Make it, or choose another path");
        }
        if (Files.isDirectory(path)) {
            throw new IOException("could not write " + path + ": it is a folder, not a file. Add the name of a file");
        }
    }

    private void copyPermissions() throws IOException {
        if (temporary == null || !Files.exists(path)) {
            return;
        }
        PosixFileAttributeView from = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (from != null && to != null) {
            to.setPermissions(from.readAttributes().permissions());
        }
    }

    /** Whether it takes the place of what is there when it is complete. */
    boolean replaces() {
        return temporary != null;
    }

    /** Whether it has nothing in it so far. */
    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Writes all of {@code bytes}; throws IOException, with a sentence for people, where it can't. */
    void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            throw FileProblem.writing(path, failure, kept);
        }
    }

    /** Brings all to disk, and puts the new file in the place of the old one. */
    void commit() throws IOException {
        try {
            if (temporary != null || Files.isRegularFile(path)) {
                channel.force(true);
            }
            channel.close();
            if (temporary != null) {
                Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw FileProblem.writing(path, failure, kept);
        }
    }

    /** Gives up what has not been committed; without effect on what has. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (temporary != null) {
            Files.deleteIfExists(temporary);
        }
    }
}
