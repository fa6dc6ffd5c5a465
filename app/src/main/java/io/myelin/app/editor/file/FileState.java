package io.myelin.app.editor.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a file was at one time, to see later whether another program has changed it.
 *
 * @param there whether it was there
 * @param modified when it was last written
 * @param size in bytes
 * @param digest of its content
 */
public record FileState(boolean there, FileTime modified, long size, String digest) {
    /** The state of a file that is not there. */
    public static final FileState ABSENT = new FileState(false, FileTime.fromMillis(0), 0, "");

    /** How {@code file} is now; throws IOException where that cannot be seen. */
    public static FileState of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(true, attributes.lastModifiedTime(), attributes.size(), digest(file));
        } catch (NoSuchFileException gone) {
            return ABSENT;
        }
    }

    /**
     * How {@code file} is now where its content is another than then; empty where it is the same. A file that is
     * not touched is not read.
     */
    public Optional<FileState> changed(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (there && attributes.lastModifiedTime().equals(modified) && attributes.size() == size) {
                return Optional.empty();
            }
        } catch (NoSuchFileException gone) {
            return there ? Optional.of(ABSENT) : Optional.empty();
        }
        FileState now = of(file);
        return now.there == there && now.digest.equals(digest) ? Optional.empty() : Optional.of(now);
    }

    private static String digest(Path file) throws IOException {
        return digest(Files.readAllBytes(file));
    }

    /** The digest of {@code content}. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
