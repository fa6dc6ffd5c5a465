package io.myelin.engine.run;

import static io.myelin.engine.run.TestGraph.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.process.Frame;
import io.myelin.engine.process.FrameReader;
import io.myelin.engine.run.ProcessComponents.SequentialEcho;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The far end of the link to a process, here in one with the test, which says and hears entries as the parent does. */
@Timeout(120)
class ProcessHostTest {
    private static final int WINDOW = 64;
    private static final int MESSAGES = Integer.getInteger("myelin.moves", 1000) * 20;

    private static final int LONGEST_PAUSE = 1000;

    private final CountDownLatch left = new CountDownLatch(1);
    private final Answers answers = new Answers();
    private final ProcessHost host = new ProcessHost(start(), answers, _ -> left.countDown());
    private final MessageReader reader = new MessageReader(MessageClasses.none());
    private final MessageWriter frame = new MessageWriter();
    private int entries;
    private int given;
    private int credit = WINDOW;

    private static ProcessStart start() {
        return new ProcessStart(
                "e",
                SequentialEcho.class.getName(),
                DataRecord.empty(),
                ".",
                true,
                TimeUnit.SECONDS.toNanos(10),
                ProcessHandle.current().pid(),
                List.of(new ProcessStart.Window("inbox", WINDOW)),
                List.of(new ProcessStart.Window("outbox", WINDOW)));
    }

    /** What the process says, in the order that it comes out in. */
    private static final class Answers extends OutputStream implements ProcessArrivals.Listener {
        /** How many messages had been given, and how many might be answered, when so many entries had been said. */
        private final List<Integer> givenBy = new ArrayList<>();

        private final List<Integer> creditBy = new ArrayList<>();

        private final ProcessArrivals arrivals = new ProcessArrivals(MessageClasses.none());
        private final List<Object> sent = new ArrayList<>();
        private final List<String> untrue = new ArrayList<>();
        private long taken;
        private long quietAfter;
        private boolean hasEnded;

        @Override
        public void write(int oneByte) {
            throw new AssertionError("frames are written whole");
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            Frame frame = new FrameReader(new ByteArrayInputStream(bytes, from, length))
                    .next()
                    .orElseThrow();
            if (!frame.isAside()) {
                arrivals.add(frame);
                boolean isMore = true;
                while (isMore) {
                    isMore = arrivals.handleNext(this);
                }
            }
        }

        synchronized void said(int given, int credit) {
            givenBy.add(given);
            creditBy.add(credit);
        }

        synchronized int sentSoFar() {
            return sent.size();
        }

        synchronized long quietAfter() {
            return quietAfter;
        }

        @Override
        public void sent(int outbox, Object message) {
            sent.add(message);
        }

        @Override
        public void taken(int inbox, long count) {
            taken = count;
        }

        @Override
        public void quiet(long heard) {
            int given = givenBy.get((int) heard - 1);
            // One that waits for credit rests too.
            if (sent.size() < Math.min(given, creditBy.get((int) heard - 1))) {
                untrue.add("at rest after " + given + " messages, of which it took " + taken + " and answered "
                        + sent.size());
            }
            quietAfter = Math.max(quietAfter, heard);
        }

        @Override
        public void ended() {
            hasEnded = true;
        }

        @Override
        public void done() {
            // It may say that at any time.
        }

        @Override
        public void failed(Object description) {
            untrue.add("failed: " + description);
        }

        @Override
        public void unlinked(int outbox, long count) {
            untrue.add(count + " sent unlinked");
        }

        @Override
        public void published(Object content) {
            untrue.add("published " + content);
        }

        @Override
        public void progress(long done, long total) {
            untrue.add("progress " + done);
        }

        @Override
        public void notice(String text) {
            untrue.add(text);
        }

        @Override
        public void canNotStart(String why) {
            untrue.add(why);
        }
    }

    private MessageWriter say(int kind) {
        entries++;
        answers.said(given, credit);
        frame.writeByte(kind);
        return frame;
    }

    private void give(long message) {
        given++;
        say(ProcessEntry.GIVE).writeNumber(0);
        frame.writeMessage(message);
    }

    private void giveBack() throws IOException {
        int more = answers.sentSoFar() + WINDOW - credit;
        if (more >= WINDOW / 2) {
            credit += more;
            say(ProcessEntry.CREDIT).writeNumber(0);
            frame.writeNumber(more);
            send();
        }
    }

    private void send() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frame.writeTo(out, 0);
        frame.truncate(0);
        byte[] bytes = out.toByteArray();
        host.hear(reader.over(bytes, 0, bytes.length), 0);
    }

    private void begin() throws IOException {
        entries++;
        answers.said(given, credit);
        host.begin();
        host.hear(reader.over(new byte[0], 0, 0), 1);
        say(ProcessEntry.LINKS);
        for (int state : new int[] {ProcessEntry.LINKED, ProcessEntry.FREE, ProcessEntry.LINKED}) {
            frame.writeByte(state);
        }
        send();
    }

    private void until(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            giveBack();
            Thread.onSpinWait();
        }
    }

    @Test
    void f20_it_says_that_it_rests_behind_all_that_it_was_given_before_however_that_meets_what_it_is_given_next()
            throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        begin();
        for (int message = 0; message < MESSAGES; message++) {
            until(() -> given - answers.sentSoFar() < WINDOW);
            give(message);
            if (random.nextInt(4) > 0) {
                send();
                // Now and then the next one meets it just when it comes to rest.
                for (int pause = random.nextInt(LONGEST_PAUSE); pause > 0; pause--) {
                    Thread.onSpinWait();
                }
            }
        }
        send();
        until(() -> answers.sentSoFar() == MESSAGES);
        // When all is done it has said that it rests, if it has not said so before.
        until(() -> answers.quietAfter() == entries);
        say(ProcessEntry.END).writeNumber(0);
        frame.writeByte(0);
        send();
        left.await();

        assertThat(answers.untrue).isEmpty();
        assertThat(answers.sent).isEqualTo(numbers(MESSAGES));
        assertThat(answers.hasEnded).isTrue();
    }
}
