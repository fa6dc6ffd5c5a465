package io.myelin.app.command;

import io.myelin.engine.component.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A run's standard streams, UTF-8. Lines are gathered and brought out when there are many, or when none has come for a
 * moment, so that a million lines are fast and a single one is still seen at once. All methods may be called from any
 * thread.
 */
final class StandardConsole implements Console, AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration LINGER = Duration.ofMillis(20);

    private final StandardInput input;
    private final OutputStream output;
    private final ScreenLine screen;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Thread flusher;
    private int filled;
    private boolean closed;
    private @Nullable IOException failure;
    private Runnable onFailure = () -> {};

    /** Writes to {@code output}, making way on {@code screen} for it; needs {@link #start}. */
    StandardConsole(InputStream input, OutputStream output, ScreenLine screen) {
        this.input = new StandardInput(input);
        this.output = output;
        this.screen = screen;
        this.flusher =
                Thread.ofPlatform().daemon().name("myelin-standard-output").unstarted(this::flushWhenIdle);
    }

    /** From now on lingering lines are brought out. */
    void start() {
        flusher.start();
    }

    /** Lets {@code action} be called, once, when output cannot be written any more; at once if that is so already. */
    void whenFailed(Runnable action) {
        boolean already;
        lock.lock();
        try {
            onFailure = action;
            already = failure != null;
        } finally {
            lock.unlock();
        }
        if (already) {
            action.run();
        }
    }

    /** Why output could not be written any more; empty while it can. */
    Optional<IOException> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable String readLine() throws IOException {
        return input.readLine();
    }

    @Override
    public void printLine(String line) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
            if (bytes.length + 1 > buffer.length - filled) {
                writeOut();
            }
            if (bytes.length + 1 > buffer.length) {
                write(bytes, bytes.length);
                write(new byte[] {'\n'}, 1);
                return;
            }
            if (filled == 0) {
                changed.signal();
            }
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
            buffer[filled++] = '\n';
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() throws IOException {
        lock.lock();
        try {
            if (failure != null) {
                throw failure;
            }
            writeOut();
        } finally {
            lock.unlock();
        }
    }

    private void writeOut() throws IOException {
        if (filled > 0) {
            int length = filled;
            filled = 0;
            write(buffer, length);
        }
    }

    private void write(byte[] bytes, int length) throws IOException {
        try {
            screen.makeWay(() -> {
                output.write(bytes, 0, length);
                output.flush();
            });
        } catch (IOException thrown) {
            IOException explained = OutputClosedException.of(thrown);
            failure = explained;
            // Not on this thread, which may be a component's and holds the lock.
            Thread.startVirtualThread(onFailure);
            throw explained;
        }
    }

    private void flushWhenIdle() {
        lock.lock();
        try {
            while (!closed && failure == null) {
                if (filled == 0) {
                    changed.await();
                } else if (changed.await(LINGER.toNanos(), TimeUnit.NANOSECONDS)) {
                    continue;
                } else {
                    writeOut();
                }
            }
        } catch (IOException _) {
            // Kept, and told to whom it concerns, where it was thrown.
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Brings out what is left; what goes wrong with it is in {@link #failure}. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
            if (failure == null) {
                writeOut();
            }
        } catch (IOException _) {
            // Kept where it was thrown, and asked for by whoever closes.
            return;
        } finally {
            lock.unlock();
        }
    }
}
