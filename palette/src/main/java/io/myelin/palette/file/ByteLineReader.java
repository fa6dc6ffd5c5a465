package io.myelin.palette.file;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file in an encoding in which the byte 10 is always a line break: they are found among the bytes, and each is
 * decoded at one go, which for plain ASCII is a copy.
 *
 * <p>What has been read and not given out stands in {@code buffer} from {@code start} to {@code end}; up to
 * {@code searched} there is no line break in it.
 */
final class ByteLineReader implements LineReader {
    private static final int FIRST_SIZE = 256 << 10;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;
    private static final long BREAKS = ONES * '\n';
    private static final char REPLACEMENT = '\uFFFD';

    private final Path path;
    private final FileChannel channel;
    private final Charset charset;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int start;
    private int searched;
    private int end;
    private long position;
    private long lines;

    ByteLineReader(Path path, FileChannel channel, Charset charset) {
        this.path = path;
        this.channel = channel;
        this.charset = charset;
    }

    @Override
    public @Nullable String next() {
        int lineBreak = findBreak();
        if (lineBreak < 0) {
            return null;
        }
        boolean carriageReturn = lineBreak > start && buffer[lineBreak - 1] == '\r';
        return take(carriageReturn ? lineBreak - 1 : lineBreak, lineBreak + 1);
    }

    @Override
    public boolean isNextBuffered() {
        int lineBreak = findBreak();
        searched = lineBreak < 0 ? searched : lineBreak;
        return lineBreak >= 0;
    }

    @Override
    public @Nullable String rest() {
        if (lines == 0) {
            skipByteOrderMark();
        }
        return start == end ? null : take(end, end);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Where the next line break stands, or below 0; looks at eight bytes at a time. */
    private int findBreak() {
        byte[] bytes = buffer;
        int limit = end;
        int at = searched;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            // A byte that is a line break is zero in here; the lowest bit then set is the top one of the first such
            // byte.
            long others = (long) EIGHT_BYTES.get(bytes, at) ^ BREAKS;
            long zeros = (others - ONES) & ~others & TOPS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < limit; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        searched = limit;
        return -1;
    }

    @Override
    public boolean read() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        }
        if (end == buffer.length) {
            if (end >= LONGEST_LINE) {
                throw LineReader.tooLong(path, lines + 1);
            }
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST_LINE, buffer.length * 2));
        }
        int count = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
        if (count <= 0) {
            return false;
        }
        end += count;
        position += count;
        return true;
    }

    private String take(int textEnd, int next) {
        if (lines == 0) {
            skipByteOrderMark();
        }
        int from = start;
        start = next;
        searched = next;
        lines++;
        String text = new String(buffer, from, textEnd - from, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkWellFormed(from, textEnd, text);
        }
        return text;
    }

    private void skipByteOrderMark() {
        if (charset.equals(StandardCharsets.UTF_8)
                && end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            start += 3;
        }
    }

    /** A replacement character may stand in the file as such; only decoding strictly tells. */
    private void checkWellFormed(int from, int to, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, from, to - from);
        CharBuffer ignored = CharBuffer.allocate(to - from + 1);
        CoderResult result = charset.newDecoder().decode(bytes, ignored, true);
        if (result.isError()) {
            int at = bytes.position();
            throw LineReader.malformed(
                    path, lines, charset, "byte 0x%02X at its byte %d".formatted(buffer[at], at - from + 1), text);
        }
    }
}
