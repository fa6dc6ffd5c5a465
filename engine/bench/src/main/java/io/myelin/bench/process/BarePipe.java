package io.myelin.bench.process;

import io.myelin.engine.message.MessageClasses;
import io.myelin.engine.message.MessageReader;
import io.myelin.engine.message.MessageWriter;
import io.myelin.engine.process.ChildCommand;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Two Java machines and the pipes between them, with the same codec and frames of so many messages, and nothing else: no
 * engine, no credit, one thread there and two here. The child sends every message back.
 */
final class BarePipe implements AutoCloseable {
    private final Process child;
    private final int messagesPerFrame;

    BarePipe(int messagesPerFrame) throws IOException {
        this.messagesPerFrame = messagesPerFrame;
        this.child = new ProcessBuilder(ChildCommand.of(BarePipe.class, BarePipe.class, 256L << 20))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The child: sends back what comes, frame by frame. */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            Frames frames = new Frames(new FileInputStream(FileDescriptor.in));
            MessageWriter back = new MessageWriter();
            while (frames.next()) {
                begin(back);
                while (frames.reader.remaining() > 0) {
                    back.writeMessage(frames.reader.readMessage());
                }
                send(back, out);
            }
        }
    }

    private static void begin(MessageWriter frame) {
        frame.truncate(0);
        frame.writeInt(0);
    }

    private static void send(MessageWriter frame, OutputStream out) throws IOException {
        frame.setInt(0, frame.size() - Integer.BYTES);
        frame.writeTo(out, 0);
        out.flush();
    }

    /** Sends {@code count} messages and waits until as many have come back. */
    void roundTrips(Object message, int count) throws InterruptedException {
        Thread sender = Thread.ofPlatform().start(() -> sendAll(message, count));
        try {
            Frames frames = new Frames(child.getInputStream());
            int back = 0;
            while (back < count && frames.next()) {
                while (frames.reader.remaining() > 0) {
                    frames.reader.readMessage();
                    back++;
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        sender.join();
    }

    private void sendAll(Object message, int count) {
        try {
            MessageWriter frame = new MessageWriter();
            OutputStream out = child.getOutputStream();
            int left = count;
            while (left > 0) {
                begin(frame);
                for (int i = 0; i < messagesPerFrame && left > 0; i++) {
                    frame.writeMessage(message);
                    left--;
                }
                send(frame, out);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        child.destroyForcibly();
    }

    private static final class Frames {
        private final DataInputStream in;
        private byte[] content = new byte[1 << 17];
        final MessageReader reader = new MessageReader(MessageClasses.none());

        Frames(InputStream in) {
            this.in = new DataInputStream(in);
        }

        boolean next() throws IOException {
            byte[] length = new byte[Integer.BYTES];
            if (in.readNBytes(length, 0, length.length) < length.length) {
                return false;
            }
            int bytes = reader.over(length, 0, length.length).readInt();
            if (content.length < bytes) {
                content = new byte[bytes];
            }
            in.readFully(content, 0, bytes);
            reader.over(content, 0, bytes);
            return true;
        }
    }
}
