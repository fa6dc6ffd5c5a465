package io.myelin.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/**
 * A pipe in memory that holds so many bytes. Whoever wrote to it last may end, which the pipes of the library take for
 * the end of all writing.
 */
final class BoundedPipe {
    final InputStream in = new Reading();
    final OutputStream out = new Writing();

    // All under this object's monitor.
    private final byte[] bytes;
    private int from;
    private int count;
    private boolean closed;

    /** An empty one with room for {@code room} bytes. */
    BoundedPipe(int room) {
        bytes = new byte[room];
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted at a pipe");
        }
    }

    private synchronized void put(byte one) throws IOException {
        while (count == bytes.length && !closed) {
            await();
        }
        if (closed) {
            throw new IOException("the pipe is closed");
        }
        bytes[(from + count++) % bytes.length] = one;
        notifyAll();
    }

    private synchronized int take(byte[] into, int offset, int most) throws IOException {
        while (count == 0 && !closed) {
            await();
        }
        if (count == 0) {
            return -1;
        }
        int taken = Math.min(most, count);
        for (int i = 0; i < taken; i++) {
            into[offset + i] = bytes[from];
            from = (from + 1) % bytes.length;
        }
        count -= taken;
        notifyAll();
        return taken;
    }

    private synchronized int waiting() {
        return count;
    }

    private synchronized void end() {
        closed = true;
        notifyAll();
    }

    private final class Reading extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return take(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return length == 0 ? 0 : take(into, offset, length);
        }

        @Override
        public int available() {
            return waiting();
        }

        @Override
        public void close() {
            end();
        }
    }

    private final class Writing extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            put((byte) one);
        }

        @Override
        public void write(byte[] all, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
                put(all[i]);
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
