package io.myelin.engine.watch.recording;

import io.myelin.engine.watch.recording.RecordingOptions.Mode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;

/**
 * Writes the blocks of one recording, on a thread of its own: compressing and writing cost the run little. A few blocks
 * may wait; then whoever hands over the next one waits too, so that nothing is lost. Once the limit is reached, or the
 * file can't be written, what comes is let go, and somebody is told.
 */
final class BlockWriter {
    private static final int MOST_WAITING = 16;
    private static final int BUFFER = 1 << 16;
    private static final byte[] LAST = {};

    private final Path file;
    private final RecordingOptions options;
    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final Thread thread;

    // The writer thread's own, once it runs.
    private FileChannel channel;
    private final Deque<Long> lengths = new ArrayDeque<>();
    private long size;
    private long headEnd;
    private long number;
    private byte[] deflated = new byte[BUFFER];

    private volatile boolean open = true;

    private BlockWriter(Path file, RecordingOptions options, FileChannel channel) {
        this.file = file;
        this.options = options;
        this.channel = channel;
        this.thread = Thread.ofPlatform().daemon().name("myelin-recording").unstarted(this::writeAll);
    }

    /** Begins a recording; throws IOException, with a sentence for people, where the file can't be written. */
    static BlockWriter create(Path file, byte[] head, RecordingOptions options) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; a recording is a file");
        }
        if (Files.exists(file) && Files.size(file) > 0 && !BlockReader.isRecording(file)) {
            throw new IOException(file + " is there already and is no recording; choose another name");
        }
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            BlockWriter writer = new BlockWriter(file, options, channel);
            writer.begin(head);
            writer.thread.start();
            return writer;
        } catch (IOException failure) {
            throw new IOException(file + " can't be written: " + reason(failure), failure);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case java.nio.file.NoSuchFileException _ -> "there is no such folder";
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private void begin(byte[] head) throws IOException {
        channel.write(ByteBuffer.wrap(BlockFormat.FIRST_LINE));
        size = BlockFormat.FIRST_LINE.length;
        size += write(BlockFormat.HEAD, head);
        headEnd = size;
    }

    /** Whether what is handed over still gets into the file. Any thread. */
    boolean isOpen() {
        return open;
    }

    /** Hands over the content of a block of entries, which nobody changes any more. By one thread. */
    void add(byte[] content) {
        if (!open) {
            return;
        }
        put(content);
    }

    private void put(byte[] content) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(content);
                break;
            } catch (InterruptedException interruption) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all is written and on the disk, and closes the file. */
    void close() throws InterruptedException {
        put(LAST);
        thread.join();
    }

    private void writeAll() {
        try (Deflater _ = deflater) {
            while (true) {
                byte[] content = waiting.take();
                if (content.length == 0) {
                    break;
                }
                if (open) {
                    writeEntries(content);
                }
            }
            if (open) {
                channel.force(true);
            }
            channel.close();
        } catch (IOException failure) {
            giveUp(file + " can't be written any more (" + reason(failure) + "): the recording ends here");
            drain();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a failure: nobody is to wait for this thread. */
    private void drain() {
        try {
            while (waiting.take().length > 0) {
                // Let go.
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveUp(String sentence) {
        open = false;
        options.notices().accept(sentence);
    }

    private void writeEntries(byte[] content) throws IOException {
        if (options.mode() == Mode.WHOLE && size >= options.limit() - content.length) {
            channel.force(true);
            giveUp(file + " has come to its limit of " + options.limit()
                    + " bytes: what comes now is not recorded, and the run goes on");
            return;
        }
        int written = write(BlockFormat.ENTRIES, content);
        lengths.add((long) written);
        size += written;
        if (options.mode() == Mode.RING && size > options.limit()) {
            keepNewestHalf();
        }
    }

    private int write(byte kind, byte[] content) throws IOException {
        deflater.reset();
        deflater.setInput(content);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            if (length == deflated.length) {
                deflated = java.util.Arrays.copyOf(deflated, length * 2);
            }
            length += deflater.deflate(deflated, length, deflated.length - length);
        }
        ByteBuffer frame = BlockFormat.frame(length, content.length, kind, number++, deflated);
        ByteBuffer[] parts = {frame, ByteBuffer.wrap(deflated, 0, length)};
        while (parts[1].hasRemaining()) {
            channel.write(parts);
        }
        return BlockFormat.FRAME + length;
    }

    /**
     * Writes the head and the newest blocks, half the limit of them, into a file beside it and renames that into its
     * place: whenever it is looked at, there is a whole recording.
     */
    private void keepNewestHalf() throws IOException {
        long from = headEnd;
        while (size - (from - headEnd) > options.limit() / 2 && lengths.size() > 1) {
            from += lengths.remove();
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        FileChannel next = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try (FileChannel before = FileChannel.open(file, StandardOpenOption.READ)) {
            copy(before, 0, headEnd, next);
            copy(before, from, size, next);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            next.close();
            Files.deleteIfExists(part);
            throw failure;
        }
        channel.close();
        channel = next;
        size = next.position();
    }

    private static void copy(FileChannel from, long start, long end, FileChannel to) throws IOException {
        long at = start;
        while (at < end) {
            at += from.transferTo(at, end - at, to);
        }
    }
}
