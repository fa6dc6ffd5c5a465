package io.myelin.engine.process;

import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who speaks into a pipe and who writes what was said, in every interleaving that a model checker tries: what is urgent is
 * out when all have returned, and so is whatever was said before it, in that order.
 */
@Tag("lincheck")
public class FrameSenderLincheckTest {
    private static final FrameSender.Report NOTHING = new FrameSender.Report() {
        @Override
        public boolean add(MessageWriter into) {
            return false;
        }

        @Override
        public void close(MessageWriter frame) {
            // It needs no end.
        }
    };

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final FrameSender sender = new FrameSender(new Pipe(), "never-started", _ -> true, NOTHING);

    // Under the sender's lock.
    private int said;
    private int urgent;

    /** Two writers at once would garble frames. */
    private final class Pipe extends OutputStream {
        private volatile boolean isWriting;

        @Override
        public void write(int oneByte) {
            throw new IllegalStateException("frames are written whole");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (isWriting) {
                throw new IllegalStateException("two write at once");
            }
            isWriting = true;
            written.write(bytes, from, length);
            isWriting = false;
        }
    }

    /** Says something that may linger. */
    @Operation
    public void say() {
        sender.begin().writeByte(said++);
        sender.end(false);
    }

    /** Says something that is to go out now. */
    @Operation
    public void sayNow() {
        sender.begin().writeByte(said++);
        urgent = said;
        sender.end(true);
    }

    /** All that was urgent is out, and all that was said before. */
    @Validate
    public void whatIsUrgentIsOutInOrder() throws IOException {
        FrameReader frames = new FrameReader(new ByteArrayInputStream(written.toByteArray()));
        int heard = 0;
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            MessageReader entries = frame.get().open(new MessageReader(MessageClasses.none()));
            while (entries.remaining() > 0) {
                int entry = entries.readByte();
                if (entry != heard++) {
                    throw new IllegalStateException("out of order: " + entry);
                }
            }
        }
        if (heard < urgent) {
            throw new IllegalStateException(heard + " of " + urgent + " came out");
        }
    }

    @Test
    void howeverSpeakersMeetWhatIsUrgentComesOutWithAllThatWasSaidBeforeInOrder() {
        new ModelCheckingOptions()
                .iterations(Integer.getInteger("myelin.lincheck", 6))
                .invocationsPerIteration(300)
                .threads(3)
                .actorsPerThread(2)
                .check(FrameSenderLincheckTest.class);
    }
}
