package io.myelin.palette.file;

import io.myelin.engine.component.ItemException;
import io.myelin.engine.message.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Lines and bytes on their way into a file, gathered into large writes. For one thread at a time. */
final class TextOutput {
    private static final int SIZE = 64 << 10;
    /** Room for what an encoding may put around a line: a byte order mark, a change of character set. */
    private static final int AROUND = 32;

    private final OutputFile file;
    private final Charset charset;
    private final ByteBuffer buffer = ByteBuffer.allocate(SIZE);
    private CharsetEncoder encoder;
    private char[] characters = new char[1024];

    TextOutput(OutputFile file, Charset charset) throws IOException {
        this.file = file;
        this.charset = charset;
        this.encoder = (file.isEmpty() ? charset : withoutMark(charset)).newEncoder();
    }

    /** The same encoding for what follows the beginning, where the beginning has a byte order mark. */
    private static Charset withoutMark(Charset charset) {
        return switch (charset.name()) {
            case "UTF-16" -> StandardCharsets.UTF_16BE;
            case "x-UTF-16LE-BOM" -> StandardCharsets.UTF_16LE;
            case "X-UTF-32BE-BOM" -> StandardCharsets.UTF_32BE;
            case "X-UTF-32LE-BOM" -> StandardCharsets.UTF_32LE;
            default -> charset;
        };
    }

    /**
     * Writes {@code text} and a line break. Throws ItemException, with nothing of the text written, where the encoding
     * has no way to write one of its characters.
     */
    void line(String text) throws IOException {
        long most = (long) Math.ceil((text.length() + 1L) * (double) encoder.maxBytesPerChar()) + AROUND;
        if (most > buffer.remaining()) {
            flush();
        }
        if (most <= buffer.capacity()) {
            encode(text, buffer);
        } else if (most <= Integer.MAX_VALUE - 8) {
            ByteBuffer own = ByteBuffer.allocate((int) most);
            encode(text, own);
            file.write(own.flip());
        } else {
            throw new ItemException("the text has " + text.length() + " characters: too many for one line of a file");
        }
        encoder = withoutMark(encoder.charset()).equals(encoder.charset())
                ? encoder
                : withoutMark(encoder.charset()).newEncoder();
    }

    private void encode(String text, ByteBuffer target) {
        int length = text.length();
        if (characters.length <= length) {
            characters = new char[length + length / 2 + 1];
        }
        text.getChars(0, length, characters, 0);
        CharBuffer source = CharBuffer.wrap(characters, 0, length);
        int start = target.position();
        encoder.reset();
        CoderResult result = encoder.encode(source, target, false);
        if (result.isError() || source.hasRemaining()) {
            target.position(start);
            throw unencodable(text, source.position());
        }
        encoder.encode(CharBuffer.wrap("\n"), target, true);
        encoder.flush(target);
    }

    private ItemException unencodable(String text, int index) {
        int character = text.codePointAt(index);
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return new ItemException("character " + (index + 1) + " of the text, "
                + (half ? "half of a pair" : "'" + Character.toString(character) + "'")
                + " (U+%04X), can't be written in %s".formatted(character, charset.name())
                + (half ? ": the text was cut in the middle of a character" : ": set `encoding` to UTF-8"));
    }

    /** Writes {@code bytes} as they are. */
    void bytes(Bytes bytes) throws IOException {
        if (bytes.length() > buffer.remaining()) {
            flush();
        }
        if (bytes.length() > buffer.capacity()) {
            file.write(bytes.asBuffer());
        } else {
            buffer.put(bytes.asBuffer());
        }
    }

    /** Hands what has been gathered to the file. */
    void flush() throws IOException {
        file.write(buffer.flip());
        buffer.clear();
    }
}
