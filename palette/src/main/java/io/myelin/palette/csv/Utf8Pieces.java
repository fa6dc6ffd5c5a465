package io.myelin.palette.csv;

import io.myelin.engine.message.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 that comes in pieces which may cut a character in two. What is not UTF-8 becomes U+FFFD, and its place is
 * told. Used by one thread at a time.
 */
final class Utf8Pieces {
    private static final String REPLACEMENT = "\uFFFD";

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final Sink sink;
    private ByteBuffer cut = ByteBuffer.allocate(0);
    private long done;

    Utf8Pieces(Sink sink) {
        this.sink = sink;
    }

    /** Takes what is decoded, in order. */
    interface Sink {
        /** Some characters; valid during the call only. */
        void text(CharSequence piece);

        /** The byte at {@code offset} from the start of all input is not UTF-8; U+FFFD follows as text. */
        void malformed(long offset);
    }

    /** Gives on all characters that are whole by now. */
    void decode(Bytes piece) {
        // The decoder is several times as fast over an array as over a read-only view.
        ByteBuffer in = cut.hasRemaining() ? joined(piece) : ByteBuffer.wrap(piece.toArray());
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = decode(in, out);
        while (result.isError()) {
            sink.malformed(done);
            sink.text(REPLACEMENT);
            in.position(in.position() + result.length());
            done += result.length();
            result = decode(in, out);
        }
        cut = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }

    private CoderResult decode(ByteBuffer in, CharBuffer out) {
        int from = in.position();
        CoderResult result = decoder.decode(in, out.clear(), false);
        done += in.position() - from;
        sink.text(out.flip());
        return result;
    }

    private ByteBuffer joined(Bytes piece) {
        return ByteBuffer.allocate(cut.remaining() + piece.length())
                .put(cut)
                .put(piece.asBuffer())
                .flip();
    }

    /** The end of input: half a character that is left over is not UTF-8. */
    void end() {
        if (cut.hasRemaining()) {
            sink.malformed(done);
            sink.text(REPLACEMENT);
            cut = ByteBuffer.allocate(0);
        }
    }
}
