package io.myelin.app.editor.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A journal's file, open and locked as long as this is: the lock, which ends with the process however it ends, tells
 * others that its owner lives. It must be the only one in this process that opens the file, for many systems give up
 * all locks of a process on a file as soon as it closes that file once. What is written is safe from the end of this
 * process at once, and from the end of the machine once it is forced to the disk. Safe from any thread.
 */
final class JournalFile implements AutoCloseable, JournalSync.Forced {
    private static final int BUFFER = 1 << 16;

    private volatile Path path;
    private final FileChannel channel;
    private long length;

    private JournalFile(Path path, FileChannel channel, long length) {
        this.path = path;
        this.channel = channel;
        this.length = length;
    }

    /** Makes a new, empty file. */
    static JournalFile create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
        return new JournalFile(path, channel, 0);
    }

    /** Takes over a file whose owner is no more; empty where the owner lives, or the file has gone meanwhile. */
    static Optional<JournalFile> claim(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
        boolean claimed = false;
        try {
            FileLock lock = channel.tryLock();
            // Between opening and locking its owner may have ended in order, and so deleted it.
            claimed = lock != null && Files.exists(path);
            return claimed ? Optional.of(new JournalFile(path, channel, channel.size())) : Optional.empty();
        } catch (OverlappingFileLockException ownedHere) {
            return Optional.empty();
        } finally {
            if (!claimed) {
                channel.close();
            }
        }
    }

    Path path() {
        return path;
    }

    /** How many bytes have been written. */
    synchronized long length() {
        return length;
    }

    /** What the file holds, from its beginning. Read it before anything is appended; it need not be closed. */
    InputStream content() {
        return new BufferedInputStream(
                new InputStream() {
                    private long at;

                    @Override
                    public int read() throws IOException {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                    }

                    @Override
                    public int read(byte[] bytes, int from, int count) throws IOException {
                        int read = channel.read(ByteBuffer.wrap(bytes, from, count), at);
                        at += Math.max(0, read);
                        return read;
                    }
                },
                BUFFER);
    }

    /** Writes {@code bytes} at the end: all of them, or throws and leaves the file as it was. */
    synchronized void append(byte[] bytes) throws IOException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            long at = length;
            while (rest.hasRemaining()) {
                at += channel.write(rest, at);
            }
            length = at;
        } catch (IOException failed) {
            if (channel.isOpen()) {
                channel.truncate(length);
            }
            throw failed;
        }
    }

    /** Drops what stands behind the first {@code bytes}. */
    synchronized void truncate(long bytes) throws IOException {
        channel.truncate(bytes);
        length = bytes;
    }

    @Override
    public void force() throws IOException {
        try {
            channel.force(false);
        } catch (ClosedChannelException ended) {
            // Nobody needs it any more, or another process has it.
        }
    }

    /** Lets the file be, for whoever claims it next. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Gives the file another name in its folder; it stays open and locked. */
    void moveTo(Path renamed) throws IOException {
        Files.move(path, renamed);
        path = renamed;
    }

    /** Deletes the file. */
    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
