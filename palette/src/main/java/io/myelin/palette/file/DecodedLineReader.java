package io.myelin.palette.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file in any encoding: all is decoded first, and the lines are found among the characters.
 *
 * <p>{@code decoded} is always ready to be taken from; {@code line} is the beginning of the line under way, and
 * {@code flaw} what was malformed in it.
 */
final class DecodedLineReader implements LineReader {
    private static final int SIZE = 64 << 10;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final Path path;
    private final FileChannel channel;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
    private final CharBuffer decoded = CharBuffer.allocate(SIZE).flip();
    private final StringBuilder line = new StringBuilder();
    private @Nullable String flaw;
    private long position;
    private long lines;

    DecodedLineReader(Path path, FileChannel channel, Charset charset) {
        this.path = path;
        this.channel = channel;
        this.charset = charset;
        this.decoder = charset.newDecoder();
    }

    @Override
    public @Nullable String next() throws IOException {
        String text = takeToBreak();
        while (text == null && decode(false)) {
            text = takeToBreak();
        }
        if (text == null && line.length() > LONGEST_LINE) {
            throw LineReader.tooLong(path, lines + 1);
        }
        return text;
    }

    @Override
    public boolean read() throws IOException {
        bytes.compact();
        int count = channel.read(bytes);
        bytes.flip();
        position += Math.max(count, 0);
        return count > 0;
    }

    @Override
    public boolean isNextBuffered() {
        // Looking would be as long as taking it.
        return false;
    }

    @Override
    public @Nullable String rest() {
        while (decode(true)) {
            line.append(decoded);
        }
        decoder.reset();
        return line.isEmpty() ? null : take(line.length());
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private @Nullable String takeToBreak() {
        while (decoded.hasRemaining()) {
            char character = decoded.get();
            if (character == '\n') {
                int length = line.length();
                return take(length > 0 && line.charAt(length - 1) == '\r' ? length - 1 : length);
            }
            line.append(character);
        }
        return null;
    }

    private String take(int to) {
        lines++;
        int from = lines == 1 && to > 0 && line.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        String text = line.substring(from, to);
        String found = flaw;
        line.setLength(0);
        flaw = null;
        if (found != null) {
            throw LineReader.malformed(path, lines, charset, found, text);
        }
        return text;
    }

    /** Decodes more, once all that was decoded has been taken; false where more has to be read first. */
    private boolean decode(boolean last) {
        while (true) {
            decoded.clear();
            CoderResult result = decoder.decode(bytes, decoded, last);
            decoded.flip();
            if (decoded.hasRemaining()) {
                return true;
            }
            if (result.isError()) {
                replaceMalformed(result.length());
            } else {
                return false;
            }
        }
    }

    private void replaceMalformed(int length) {
        if (flaw == null) {
            byte[] malformed = new byte[length];
            bytes.get(bytes.position(), malformed);
            flaw = "bytes " + HexFormat.ofDelimiter(" ").formatHex(malformed);
        }
        bytes.position(bytes.position() + length);
        line.append(REPLACEMENT);
    }
}
