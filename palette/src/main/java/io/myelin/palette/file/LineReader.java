package io.myelin.palette.file;

import io.myelin.engine.component.ItemException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes a file, which may be growing, apart into lines. For one thread at a time. */
sealed interface LineReader extends Closeable permits ByteLineReader, DecodedLineReader {
    /** How long a line may be, in bytes: more is no text, and would fill the memory. */
    int LONGEST_LINE = 64 << 20;

    /** Opens {@code path} at its beginning. */
    static LineReader open(Path path, Charset charset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return breaksLinesByOneByte(charset)
                ? new ByteLineReader(path, channel, charset)
                : new DecodedLineReader(path, channel, charset);
    }

    /**
     * Whether the byte 10 is a line break wherever it stands: true of UTF-8 and of nearly all encodings but UTF-16,
     * UTF-32, EBCDIC and those that switch between character sets.
     */
    private static boolean breaksLinesByOneByte(Charset charset) {
        return charset.canEncode()
                && Arrays.equals("\n".getBytes(charset), new byte[] {'\n'})
                && !charset.name().contains("2022");
    }

    /** The error for a line that is not written in {@code charset}. */
    static ItemException malformed(Path path, long number, Charset charset, String detail, String text) {
        return new ItemException(
                "line " + number + " of " + path + " is not " + charset.name() + " (" + detail
                        + "): set `encoding` to what the file is written in, such as "
                        + (charset.name().equals("UTF-8") ? "ISO-8859-1 or windows-1252" : "UTF-8"),
                null,
                text);
    }

    /** The failure for a line without end. */
    static IOException tooLong(Path path, long number) {
        return new IOException("line " + number + " of " + path + " is longer than " + (LONGEST_LINE >> 20)
                + " MiB: it is hardly a text file; read its bytes with file.bytes");
    }

    /**
     * The next whole line of what has been read, without its break, or null where more has to be read first. Throws
     * ItemException for a line with malformed characters, its text as far as readable being the item; the next call goes
     * on behind it.
     */
    @Nullable
    String next() throws IOException;

    /** Reads more, which may take as long as the file makes one wait; false where there is nothing more for now. */
    boolean read() throws IOException;

    /** Whether a whole line has been read already, so that {@link #next} gives it. */
    boolean isNextBuffered();

    /** The beginning of a line that has no break yet, and goes no further; null where nothing is left. */
    @Nullable
    String rest();

    /** How many bytes have been read. */
    long position();
}
