package io.myelin.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.message.DamagedMessageException;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames read from a pipe, however the pipe hands out their bytes. */
class FrameReaderTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private void frame(int magic, String text) throws IOException {
        MessageWriter frame = new MessageWriter();
        frame.writeInt(magic);
        frame.writeInt(0);
        frame.writeText(text);
        frame.setInt(Integer.BYTES, frame.size() - Frames.HEAD_BYTES);
        frame.writeTo(written, 0);
    }

    private void head(int magic, int length) throws IOException {
        MessageWriter head = new MessageWriter();
        head.writeInt(magic);
        head.writeInt(length);
        head.writeTo(written, 0);
    }

    private FrameReader reader() {
        return new FrameReader(new ByteArrayInputStream(written.toByteArray()));
    }

    private static String text(Frame frame) {
        return frame.open(new MessageReader(MessageClasses.none())).readText();
    }

    /** A pipe that hands out as few bytes as it likes; it knows the least that it was asked for. */
    private static final class Pieces extends InputStream {
        private final byte[] content;
        private final Random random;
        private int at;
        private int leastAsked = Integer.MAX_VALUE;
        private final Set<byte[]> readInto = Collections.newSetFromMap(new IdentityHashMap<>());

        Pieces(byte[] content, long seed) {
            this.content = content;
            this.random = new Random(seed);
        }

        @Override
        public int read() {
            throw new AssertionError("one byte at a time would be slow");
        }

        @Override
        public int read(byte[] into, int from, int length) {
            leastAsked = Math.min(leastAsked, length);
            readInto.add(into);
            if (at == content.length) {
                return -1;
            }
            int most = random.nextBoolean() ? 3 : 60_000;
            int given = Math.min(Math.min(length, content.length - at), 1 + random.nextInt(most));
            System.arraycopy(content, at, into, from, given);
            at += given;
            return given;
        }
    }

    @Test
    void framesComeWholeAndInOrderHoweverTheirBytesComeAndStayAsTheyAre() throws IOException {
        List<String> texts = new ArrayList<>();
        Random random = new Random(7);
        for (int index = 0; index < 400; index++) {
            int length = index % 97 == 0 ? 300_000 : random.nextInt(index % 5 == 0 ? 20_000 : 40);
            texts.add(index + String.valueOf((char) ('a' + index % 26)).repeat(length));
            frame(index % 3 == 0 ? Frames.MAGIC_ASIDE : Frames.MAGIC, texts.getLast());
        }
        for (long seed = 0; seed < 5; seed++) {
            Pieces pieces = new Pieces(written.toByteArray(), seed);
            FrameReader reader = new FrameReader(pieces);
            List<Frame> frames = new ArrayList<>();
            for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
                frames.add(frame.get());
            }

            // Opened only now: nothing has been written over since.
            assertThat(frames).extracting(FrameReaderTest::text).isEqualTo(texts);
            for (int index = 0; index < frames.size(); index++) {
                assertThat(frames.get(index).isAside()).isEqualTo(index % 3 == 0);
            }
            // A read that could not take all that a small pipe holds would leave it smaller still.
            assertThat(pieces.leastAsked).isGreaterThanOrEqualTo(Frames.SMALLEST_PIPE);
        }
    }

    @Test
    void aFrameStaysAsItIsUntilItIsDoneWithWhateverOthersAreDoneWithMeanwhile() throws IOException {
        List<String> texts = new ArrayList<>();
        Random random = new Random(11);
        for (int index = 0; index < 2000; index++) {
            int length = index % 397 == 0 ? 300_000 : random.nextInt(index % 5 == 0 ? 20_000 : 400);
            texts.add(index + String.valueOf((char) ('a' + index % 26)).repeat(length));
            frame(Frames.MAGIC, texts.getLast());
        }
        FrameReader reader = new FrameReader(new Pieces(written.toByteArray(), 3));
        Map<Integer, Frame> kept = new LinkedHashMap<>();
        for (int index = 0; index < texts.size(); index++) {
            kept.put(index, reader.next().orElseThrow());
            // Sometimes none is left, mostly some are, and not always the latest.
            while (!kept.isEmpty() && random.nextInt(4) > 0) {
                int done = List.copyOf(kept.keySet()).get(random.nextInt(kept.size()));
                Frame frame = kept.remove(done);
                assertThat(text(frame)).isEqualTo(texts.get(done));
                frame.done();
                frame.done();
            }
        }
        kept.forEach((index, frame) -> assertThat(text(frame)).isEqualTo(texts.get(index)));
    }

    @Test
    void whereFramesAreDoneWithBeforeTheNextIsReadTheSameMemoryIsUsedAgainAndAgain() throws IOException {
        for (int index = 0; index < 1000; index++) {
            frame(Frames.MAGIC, "frame " + index + " ".repeat(10_000));
        }
        Pieces pieces = new Pieces(written.toByteArray(), 5);
        FrameReader reader = new FrameReader(pieces);
        reader.next().orElseThrow().done();
        Frame behind = reader.next().orElseThrow();
        for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) {
            // One is always being read, as by another thread.
            behind.done();
            behind = frame.get();
        }

        assertThat(pieces.readInto).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPipeThatEndsBetweenFramesIsAtItsEndAndOneThatEndsInTheMidstIsCutOff() throws IOException {
        frame(Frames.MAGIC, "whole");
        FrameReader whole = reader();
        assertThat(whole.next()).get().extracting(FrameReaderTest::text).isEqualTo("whole");
        assertThat(whole.next()).isEmpty();

        written.write(new byte[] {'M', 'y', 'e'}, 0, 3);
        FrameReader inHead = reader();
        assertThat(inHead.next()).isPresent();
        assertThatThrownBy(inHead::next).isInstanceOf(EOFException.class);

        written.reset();
        head(Frames.MAGIC, 5);
        written.write(1);
        assertThatThrownBy(reader()::next).isInstanceOf(EOFException.class);
    }

    @Test
    void whatIsNoFrameIsRefused() throws IOException {
        head(0x0A0A0A0A, 3);
        assertThatThrownBy(reader()::next).isInstanceOf(DamagedMessageException.class);

        written.reset();
        head(Frames.MAGIC, -1);
        assertThatThrownBy(reader()::next).isInstanceOf(DamagedMessageException.class);

        written.reset();
        head(Frames.MAGIC_ASIDE, Integer.MAX_VALUE);
        assertThatThrownBy(reader()::next).isInstanceOf(DamagedMessageException.class);
    }
}
