package io.myelin.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said into a pipe comes out of it, and who waits for that and who never does. */
@Timeout(60)
class FrameSenderTest {
    private static final Predicate<Thread> NOBODY = _ -> false;
    private static final Predicate<Thread> ANYBODY = _ -> true;

    /** Something to report, and an end of each frame, where wanted. */
    private static final class Saying implements FrameSender.Report {
        private final String end;
        private String report = "";

        Saying(String end) {
            this.end = end;
        }

        @Override
        public boolean add(MessageWriter into) {
            if (!report.isEmpty()) {
                into.writeText(report);
                report = "";
            }
            return false;
        }

        @Override
        public void close(MessageWriter frame) {
            if (!end.isEmpty()) {
                frame.writeText(end);
            }
        }
    }

    private static FrameSender sender(OutputStream out, Predicate<Thread> mayWait) {
        return new FrameSender(out, "test-sender", mayWait, new Saying(""));
    }

    private static void say(FrameSender sender, String text, boolean now) {
        sender.begin().writeText(text);
        sender.end(now);
    }

    private static void sayAside(FrameSender sender, String text, boolean now) {
        sender.beginAside().writeText(text);
        sender.end(now);
    }

    /** The entries of the next frame, behind "aside" where it was said so. */
    private static List<String> next(FrameReader frames) throws IOException {
        Frame frame = frames.next().orElseThrow(() -> new AssertionError("no more frames"));
        MessageReader entries = frame.open(new MessageReader(MessageClasses.none()));
        List<String> texts = new ArrayList<>();
        if (frame.isAside()) {
            texts.add("aside");
        }
        while (entries.remaining() > 0) {
            texts.add(entries.readText());
        }
        return texts;
    }

    private static List<String> all(InputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        FrameReader frames = new FrameReader(in);
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            MessageReader entries = frame.get().open(new MessageReader(MessageClasses.none()));
            while (entries.remaining() > 0) {
                texts.add(entries.readText());
            }
        }
        return texts;
    }

    @Test
    void whatIsSaidAsideGoesInAFrameOfItsOwnBeforeWhatGoesOutWithIt() throws IOException {
        BoundedPipe pipe = new BoundedPipe(1 << 16);
        FrameSender sender = new FrameSender(pipe.out, "test-sender", ANYBODY, new Saying("end"));
        say(sender, "a", false);
        sayAside(sender, "b", false);
        say(sender, "c", false);
        sayAside(sender, "d", true);
        say(sender, "e", true);
        FrameReader frames = new FrameReader(pipe.in);

        assertThat(next(frames)).containsExactly("aside", "b", "d");
        assertThat(next(frames)).containsExactly("a", "c", "end");
        assertThat(next(frames)).containsExactly("e", "end");
    }

    @Test
    void whatIsNotUrgentGoesOutBySomeTimeThoughNothingFollows() throws IOException {
        BoundedPipe pipe = new BoundedPipe(1 << 16);
        Saying saying = new Saying("");
        FrameSender sender = new FrameSender(pipe.out, "test-sender", NOBODY, saying);
        sender.start();
        FrameReader frames = new FrameReader(pipe.in);
        for (int round = 0; round < 100; round++) {
            say(sender, "only " + round, false);
            assertThat(next(frames)).containsExactly("only " + round);
            sayAside(sender, "aside " + round, false);
            assertThat(next(frames)).containsExactly("aside", "aside " + round);
        }
        sender.begin();
        saying.report = "reported";
        sender.end(false);
        assertThat(next(frames)).containsExactly("reported");
        sender.abandon();
    }

    @Test
    void whoeverMayWaitWritesItselfAndWhoMayNotLeavesItToTheSender() throws IOException {
        BoundedPipe pipe = new BoundedPipe(1 << 16);
        Thread here = Thread.currentThread();
        // Not started: whatever comes out was written here.
        say(sender(pipe.out, ANYBODY), "written here", true);
        assertThat(next(new FrameReader(pipe.in))).containsExactly("written here");

        FrameSender sparing = sender(pipe.out, thread -> !thread.equals(here));
        say(sparing, "left to it", true);
        assertThat(pipe.in.available()).isZero();
        sparing.start();
        assertThat(next(new FrameReader(pipe.in))).containsExactly("left to it");
        sparing.abandon();
    }

    @Test
    void nobodyWhoMayNotWaitEverWaitsForAnOtherEndThatDoesNotRead() throws Exception {
        BoundedPipe pipe = new BoundedPipe(Frames.SMALLEST_PIPE);
        FrameSender sender = sender(pipe.out, NOBODY);
        sender.start();
        List<String> said = new ArrayList<>();
        for (int index = 0; index < 500; index++) {
            String text = index + "x".repeat(2100);
            said.add(text);
            say(sender, text, index % 7 == 0);
            // Nothing is known to have been read.
            sender.flushHere(0);
        }
        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                sender.close(60_000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            closed.countDown();
        });

        assertThat(all(pipe.in)).isEqualTo(said);
        closed.await();
    }

    @Test
    void whatFindsRoomInTheSmallestPipeIsWrittenHereAndNoMoreThanThat() throws IOException {
        BoundedPipe pipe = new BoundedPipe(1 << 16);
        FrameSender sender = sender(pipe.out, NOBODY);
        say(sender, "a".repeat(3000), false);
        long first = sender.flushHere(0);
        assertThat(first).isEqualTo(pipe.in.available());
        sayAside(sender, "b".repeat(1000), false);
        say(sender, "c".repeat(1000), false);
        // The two of them would be too much while the first may not have been read.
        long second = sender.flushHere(0);
        assertThat(pipe.in.available()).isEqualTo((int) first);
        say(sender, "d", false);
        long third = sender.flushHere(first);

        assertThat(pipe.in.available()).isEqualTo((int) third);
        assertThat(second).isBetween(first, third);
        FrameReader frames = new FrameReader(pipe.in);
        assertThat(next(frames)).containsExactly("a".repeat(3000));
        assertThat(next(frames)).containsExactly("aside", "b".repeat(1000));
        assertThat(next(frames)).containsExactly("c".repeat(1000));
        assertThat(next(frames)).containsExactly("d");
    }

    /** Where something else is said while something is being written, each time. */
    private static final class Interrupted extends OutputStream {
        private final OutputStream out;
        private FrameSender sender;
        private int more = 3;

        Interrupted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int oneByte) {
            throw new AssertionError("frames are written whole");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (more > 0) {
                more--;
                Thread other = Thread.ofPlatform().start(() -> sayAside(sender, "z".repeat(100_000), true));
                try {
                    other.join();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
            out.write(bytes, from, length);
        }
    }

    @Test
    void whatOthersSayWhileSomethingIsWrittenHereIsLeftToTheSender() throws Exception {
        BoundedPipe pipe = new BoundedPipe(Frames.SMALLEST_PIPE);
        Interrupted out = new Interrupted(pipe.out);
        out.sender = sender(out, NOBODY);
        say(out.sender, "short", false);
        long read = out.sender.flushHere(0);
        // It came back though nobody reads: the long one was not written here.
        assertThat(pipe.in.available()).isEqualTo((int) read);
        out.sender.start();
        FrameReader frames = new FrameReader(pipe.in);

        assertThat(next(frames)).containsExactly("short");
        for (int index = 0; index < 3; index++) {
            assertThat(next(frames)).containsExactly("aside", "z".repeat(100_000));
        }
        out.sender.abandon();
    }

    @Test
    void manyWhoSpeakAtOnceLoseNothingAndEachStaysInOrder() throws Exception {
        BoundedPipe pipe = new BoundedPipe(Frames.SMALLEST_PIPE);
        FrameSender sender = sender(pipe.out, ANYBODY);
        sender.start();
        int each = 2000;
        CountDownLatch done = new CountDownLatch(3);
        for (String name : List.of("a", "b", "c")) {
            Thread.ofPlatform().daemon().start(() -> {
                for (int index = 0; index < each; index++) {
                    String text = name + index + "x".repeat(index % 100);
                    if (name.equals("c")) {
                        sayAside(sender, text, index % 3 == 0);
                    } else {
                        say(sender, text, index % 5 == 0);
                    }
                }
                done.countDown();
            });
        }
        Thread.ofPlatform().daemon().start(() -> {
            try {
                done.await();
                sender.close(60_000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        List<String> heard = all(pipe.in);

        for (String name : List.of("a", "b", "c")) {
            List<String> wanted = new ArrayList<>();
            for (int index = 0; index < each; index++) {
                wanted.add(name + index + "x".repeat(index % 100));
            }
            assertThat(heard.stream().filter(text -> text.startsWith(name))).isEqualTo(wanted);
        }
    }

    /** A pipe that lets nobody go on before it is told to. */
    private static final class Slow extends OutputStream {
        final CountDownLatch writing = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        private final java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();

        @Override
        public void write(int oneByte) {
            throw new AssertionError("frames are written whole");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (closed.getCount() == 0) {
                throw new IOException("closed");
            }
            writing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            content.write(bytes, from, length);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void whatIsSaidLastComesOutBeforeThePipeIsClosedThoughAnotherIsStillWriting() throws Exception {
        Slow out = new Slow();
        FrameSender sender = sender(out, ANYBODY);
        sender.start();
        Thread speaker = Thread.ofPlatform().daemon().start(() -> say(sender, "first", true));
        out.writing.await();
        say(sender, "last", false);
        sender.close(1);
        out.goOn.countDown();
        out.closed.await();
        speaker.join();

        assertThat(all(new ByteArrayInputStream(out.content.toByteArray()))).containsExactly("first", "last");
    }

    @Test
    void whereNobodyReadsAnyMoreAllIsForgottenAndItsThreadEndsWhenItIsAbandoned() throws Exception {
        BoundedPipe pipe = new BoundedPipe(64);
        pipe.in.close();
        FrameSender sender = new FrameSender(pipe.out, "test-sender-abandoned", NOBODY, new Saying(""));
        sender.start();
        say(sender, "nobody hears it", true);
        for (int index = 0; index < 1000; index++) {
            say(sender, "x".repeat(10_000), index % 10 == 0);
        }
        sender.abandon();
        sender.close(60_000);

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("test-sender-abandoned"));
    }
}
