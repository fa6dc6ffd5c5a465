package io.myelin.engine.watch.recording;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a recording block by block, as far as it is whole. One thread at a time. */
final class BlockReader implements Closeable {
    private static final int LONGEST_FIRST_LINE = 64;

    private final Path file;
    private final DataInputStream in;
    private final Inflater inflater = new Inflater();
    private long number;
    private long position;
    private long lostBlocks;
    private Optional<String> flaw = Optional.empty();

    private BlockReader(Path file, InputStream in) {
        this.file = file;
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Whether {@code file} begins as a recording does, of whatever version. */
    static boolean isRecording(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = BlockFormat.MAGIC.getBytes(StandardCharsets.UTF_8);
            return java.util.Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }

    /** Opens {@code file}; throws IOException, with a sentence for people, where it is no recording of this version. */
    static BlockReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; a recording is expected");
        }
        try {
            BlockReader reader = new BlockReader(file, Files.newInputStream(file));
            try {
                reader.readFirstLine();
            } catch (IOException unfit) {
                reader.close();
                throw unfit;
            }
            return reader;
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new IOException("there is no file " + file, missing);
        } catch (java.nio.file.AccessDeniedException denied) {
            throw new IOException(file + " may not be read: permission denied", denied);
        }
    }

    private void readFirstLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int one = in.read();
        while (one >= 0 && one != '\n' && line.length() < LONGEST_FIRST_LINE) {
            line.append((char) one);
            one = in.read();
        }
        if (one != '\n' || line.indexOf(BlockFormat.MAGIC) != 0) {
            throw new IOException(file + " is no recording; \"myelin run --record FILE\" makes one");
        }
        String version = line.substring(BlockFormat.MAGIC.length());
        if (!version.equals(String.valueOf(BlockFormat.VERSION))) {
            throw new IOException(file + " is a recording of format " + version + "; this version reads format "
                    + BlockFormat.VERSION + " only, so replay it with the version of Myelin that made it");
        }
        position = line.length() + 1L;
    }

    /** The head; throws IOException where it is damaged: nothing can then be made of the rest. */
    byte[] head() throws IOException {
        Optional<byte[]> head = next(BlockFormat.HEAD);
        return head.orElseThrow(() ->
                new IOException(file + " can't be replayed: " + flaw.orElse("it was cut off before the run began")));
    }

    /** The content of the next block of entries; empty at the end, or where it is not whole: {@link #flaw} says so. */
    Optional<byte[]> next() throws IOException {
        return next(BlockFormat.ENTRIES);
    }

    private Optional<byte[]> next(byte kind) throws IOException {
        byte[] frame = in.readNBytes(BlockFormat.FRAME);
        if (frame.length < BlockFormat.FRAME) {
            return frame.length == 0 ? Optional.empty() : flawed("it is cut off");
        }
        ByteBuffer fields = ByteBuffer.wrap(frame);
        int stored = fields.getInt();
        int original = fields.getInt();
        byte found = fields.get();
        long itsNumber = fields.getLong();
        int checksum = fields.getInt();
        if (stored < 0 || original < 0 || original > BlockFormat.MOST_BYTES || stored > BlockFormat.MOST_BYTES) {
            return flawed("it is damaged");
        }
        byte[] content = in.readNBytes(stored);
        if (content.length < stored) {
            return flawed("it is cut off");
        }
        if (BlockFormat.checksum(frame, content, stored) != checksum || found != kind) {
            return flawed("it is damaged");
        }
        if (itsNumber != number) {
            lostBlocks += itsNumber - number;
        }
        number = itsNumber + 1;
        position += BlockFormat.FRAME + (long) stored;
        return inflated(content, original);
    }

    private Optional<byte[]> inflated(byte[] content, int length) {
        byte[] original = new byte[length];
        inflater.reset();
        inflater.setInput(content);
        try {
            int at = 0;
            while (at < length) {
                int more = inflater.inflate(original, at, length - at);
                if (more == 0) {
                    return flawed("it is damaged");
                }
                at += more;
            }
            return Optional.of(original);
        } catch (DataFormatException damaged) {
            return flawed("it is damaged");
        }
    }

    private Optional<byte[]> flawed(String what) {
        flaw = Optional.of(what + " at byte " + position);
        return Optional.empty();
    }

    /** What is wrong behind what could be read, as the rest of a sentence about the file. */
    Optional<String> flaw() {
        return flaw;
    }

    /** How many blocks are missing from what has been read: those that a ring has given up. */
    long lostBlocks() {
        return lostBlocks;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
