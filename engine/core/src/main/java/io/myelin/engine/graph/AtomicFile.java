package io.myelin.engine.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Replaces files as a whole: after any failure the old content is there untouched, and nothing beside it. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes the new content. */
    @FunctionalInterface
    interface Content {
        /** Writes all of it to {@code channel}. */
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Makes {@code bytes} the content of {@code file}; throws IOException with a sentence that says what to do. */
    static void write(Path file, byte[] bytes) throws IOException {
        write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }

    static void write(Path file, Content content) throws IOException {
        try {
            replace(target(file), content);
        } catch (IOException failure) {
            throw new IOException(file + " was not saved: " + reason(failure), failure);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder; choose a file name");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new FileSystemException(
                    file.toString(), null, "it is write-protected; change that, or save under another name");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(file.toString(), null, "it is a folder; choose a file name");
        }
        Path beside = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            keepPermissions(file, beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
    }

    /** Where a symbolic link leads, so that the link stays and the file it names is replaced. */
    static Path target(Path file) throws IOException {
        Path at = file;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == 40) {
                throw new FileSystemException(file.toString(), null, "its symbolic links lead round in a circle");
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView there = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (there != null && Files.exists(from)) {
            there.setPermissions(Files.getPosixFilePermissions(from));
        }
    }

    /** Brings the new name to the disk too. Not every system lets a folder be opened; there the name follows later. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "its folder may not be written to; save it somewhere else";
            case NoSuchFileException _ -> "its folder does not exist; make it, or save somewhere else";
            case FileSystemException said when said.getReason() != null -> advise(said.getReason());
            default -> advise(String.valueOf(failure.getMessage()));
        };
    }

    private static String advise(String reason) {
        if (reason.contains("No space left") || reason.contains("Disk quota")) {
            return "the disk is full; free some space, or save somewhere else";
        }
        return reason.contains("Read-only file system") ? "the disk is read-only; save somewhere else" : reason;
    }
}
