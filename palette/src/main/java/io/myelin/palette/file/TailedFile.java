package io.myelin.palette.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of whatever stands at a path, now and later: a file that grows, is cut short, or is replaced by another of the
 * same name. For one thread at a time.
 */
final class TailedFile implements Closeable {
    private final Path path;
    private final Charset charset;
    private LineReader lines;
    private Object identity;
    private boolean replaced;
    private @Nullable String unfinished;

    private TailedFile(Path path, Charset charset, LineReader lines, Object identity) {
        this.path = path;
        this.charset = charset;
        this.lines = lines;
        this.identity = identity;
    }

    /** Opens {@code path} at its beginning; throws IOException, with a sentence for people, where it can't. */
    static TailedFile open(Path path, Charset charset) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new IOException("it is a folder, not a file");
            }
            return new TailedFile(path, charset, LineReader.open(path, charset), identity(attributes));
        } catch (IOException failure) {
            throw FileProblem.reading(path, failure);
        }
    }

    /**
     * Whether {@code path} is neither a file nor a folder but a pipe, a terminal or the like: one never knows how long it
     * makes those wait who open it or read from it.
     */
    static boolean mayNeverAnswer(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther();
        } catch (IOException _) {
            // Opening it will say what is wrong.
            return false;
        }
    }

    /** What tells one file from another of the same name. */
    private static Object identity(BasicFileAttributes attributes) {
        return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
    }

    /** The next whole line that has been read, or null; throws ItemException for a malformed one. */
    @Nullable
    String next() throws IOException {
        String before = unfinished;
        if (before != null) {
            unfinished = null;
            return before;
        }
        try {
            return lines.next();
        } catch (IOException failure) {
            throw FileProblem.reading(path, failure);
        }
    }

    /** Reads more, which may take its time; false where there is nothing more for now. */
    boolean read() throws IOException {
        try {
            return lines.read();
        } catch (IOException failure) {
            throw FileProblem.reading(path, failure);
        }
    }

    /** Whether the next line has been read already, so that {@link #next} gives it. */
    boolean isNextBuffered() {
        return unfinished != null || lines.isNextBuffered();
    }

    /** The last line where it has no break, or null. */
    @Nullable
    String rest() {
        return lines.rest();
    }

    /** How many bytes have been read of the present file. */
    long position() {
        return lines.position();
    }

    /** How many bytes there are in the present file, or -1 where that can't be said, as of a pipe. */
    long size() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile() ? attributes.size() : -1;
        } catch (NoSuchFileException _) {
            return -1;
        }
    }

    /**
     * Looks whether the file has been cut short or replaced, and begins anew if so: true then. Call it when all has been
     * read, from time to time. A replaced file is read on until the next look, since its writer may take a moment to
     * change over; one that has vanished is waited for. What ended without a line break comes as a line of its own;
     * throws ItemException where that is malformed, having begun anew.
     */
    boolean look() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (identity(attributes).equals(identity)) {
                return attributes.size() < lines.position() && beginAnew(identity);
            }
            if (replaced) {
                return beginAnew(identity(attributes));
            }
            replaced = true;
            return false;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException failure) {
            throw FileProblem.reading(path, failure);
        }
    }

    private boolean beginAnew(Object newIdentity) throws IOException {
        LineReader begun = LineReader.open(path, charset);
        try (LineReader ended = lines) {
            lines = begun;
            identity = newIdentity;
            replaced = false;
            unfinished = ended.rest();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
