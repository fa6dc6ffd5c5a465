package io.myelin.engine.process;

import io.myelin.engine.message.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gathers entries into frames and writes them to a pipe. A frame goes out when it is full, when an entry is urgent, or
 * {@link #LINGER_NANOS} after its first entry. How much may be gathered is bounded by whoever adds entries.
 *
 * <p>Any thread may add entries; each is whole, and they go out in the order added. Those that are said aside go in frames
 * of their own, before what else goes out with them.
 *
 * <p>A thread of its own looks after what lingers. Whether it also writes what is urgent or full is its
 * {@link Writer}'s choice. Frames are written without the lock that entries are added under, by one thread at a time;
 * whoever finds another writing leaves its frames to that one.
 */
public final class FrameSender {
    private static final long LINGER_NANOS = 1_000_000;
    private static final long LONGEST_LOOK_NANOS = 64_000_000;
    private static final int KEPT = 4;

    /** Who writes frames that are due. */
    public enum Writer {
        /** Whoever has made them due: it may have to wait for the other end. */
        SPEAKER,
        /** The sender's own thread, so that nobody who has something to say waits for the other end. */
        OWN_THREAD
    }

    /** Adds what is to be said whenever something is sent. */
    public interface Report {
        /** Adds entries, if there is anything to say; true where there will be more soon. On the sender's thread. */
        boolean add(MessageWriter into);

        /** Adds what has to stand at the end of every frame; under the sender's lock, by whoever fills it. */
        void close(MessageWriter frame);
    }

    private final OutputStream out;
    private final Writer writer;
    private final Report report;
    private final Thread thread;

    /** Held by whoever writes. */
    private final ReentrantLock pipe = new ReentrantLock();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Under the lock.

    private final Deque<MessageWriter> full = new ArrayDeque<>();
    private final Deque<MessageWriter> spare = new ArrayDeque<>();
    private MessageWriter filling = head(new MessageWriter(), Frames.MAGIC);
    private MessageWriter aside = head(new MessageWriter(), Frames.MAGIC_ASIDE);

    /** Whether the thread has been told to write. */
    private boolean due;

    /** Whether the thread looks every {@link #look} nanoseconds. */
    private boolean looking;

    private long look = LINGER_NANOS;
    private boolean closing;
    private boolean broken;

    /** Writes to {@code out}, with a thread called {@code name}, once {@linkplain #start started}. */
    public FrameSender(OutputStream out, String name, Writer writer, Report report) {
        this.out = out;
        this.writer = writer;
        this.report = report;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** From now on frames go out. */
    public void start() {
        thread.start();
    }

    private static MessageWriter head(MessageWriter frame, int magic) {
        frame.truncate(0);
        frame.writeInt(magic);
        frame.writeInt(0);
        return frame;
    }

    /** Begins an entry, which is to be written to what is returned; {@link #end} must follow. */
    public MessageWriter begin() {
        lock.lock();
        return filling;
    }

    /** Begins an entry that is said aside; {@link #end} must follow. */
    public MessageWriter beginAside() {
        lock.lock();
        return aside;
    }

    /** Ends an entry; {@code now} sends it, and all before it, without waiting for more. */
    public void end(boolean now) {
        boolean goesOut;
        try {
            goesOut = now || filling.size() >= Frames.FULL_BYTES || aside.size() >= Frames.FULL_BYTES;
            if (broken) {
                forget();
                goesOut = false;
            } else if (goesOut) {
                goesOut = dispatch();
            } else {
                lookSoon();
            }
        } finally {
            lock.unlock();
        }
        if (goesOut) {
            writeDue();
        }
    }

    /** Sends what there is without waiting for more. Any thread. */
    public void flush() {
        lock.lock();
        end(true);
    }

    /** As {@link #flush}, and writes it here, whoever the writer is: for what certainly finds room in the pipe. */
    public void flushHere() {
        lock.lock();
        try {
            if (broken) {
                forget();
            }
            seal();
        } finally {
            lock.unlock();
        }
        writeDue();
    }

    /** Sends what there is and what the report has to say, soon. Any thread. */
    public void poke() {
        lock.lock();
        try {
            lookSoon();
        } finally {
            lock.unlock();
        }
    }

    /** Seals what there is; true where the caller is to write it. Under the lock. */
    private boolean dispatch() {
        seal();
        if (writer == Writer.SPEAKER) {
            return !full.isEmpty();
        }
        if (!due && !full.isEmpty()) {
            due = true;
            changed.signal();
        }
        return false;
    }

    private void lookSoon() {
        if (!looking || look > LINGER_NANOS) {
            looking = true;
            look = LINGER_NANOS;
            changed.signal();
        }
    }

    private void seal() {
        if (aside.size() > Frames.HEAD_BYTES) {
            addFull(aside);
            aside = head(next(), Frames.MAGIC_ASIDE);
        }
        if (filling.size() > Frames.HEAD_BYTES) {
            report.close(filling);
            addFull(filling);
            filling = head(next(), Frames.MAGIC);
        }
    }

    private void addFull(MessageWriter frame) {
        frame.setInt(Integer.BYTES, frame.size() - Frames.HEAD_BYTES);
        full.addLast(frame);
    }

    private MessageWriter next() {
        MessageWriter kept = spare.pollFirst();
        return kept == null ? new MessageWriter() : kept;
    }

    private void forget() {
        full.clear();
        head(filling, Frames.MAGIC);
        head(aside, Frames.MAGIC_ASIDE);
    }

    /** Sends what there is, then closes the pipe. Waits for {@code millis} at the most. */
    public void close(long millis) throws InterruptedException {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        thread.join(millis);
    }

    // ---- Its thread

    private void run() {
        try {
            while (awaitWork()) {
                writeDue();
            }
            writeDue();
            closePipe();
        } catch (InterruptedException _) {
            breakOff();
        }
    }

    /** Waits until there is something to write; false when it is to close. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = look;
            while (!closing && !due) {
                if (!looking) {
                    changed.await();
                    left = look;
                } else if (left > 0) {
                    left = Math.min(changed.awaitNanos(left), look);
                } else if (lookRound()) {
                    return true;
                } else {
                    left = look;
                }
            }
            due = false;
            if (closing && !broken) {
                boolean _ = report.add(filling);
                seal();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is something that has lingered, or to report. Where nothing comes of it, it is looked less often. */
    private boolean lookRound() {
        boolean moreSoon = report.add(filling);
        seal();
        if (!full.isEmpty()) {
            look = LINGER_NANOS;
            return true;
        }
        if (look < LONGEST_LOOK_NANOS) {
            look <<= 1;
        } else {
            looking = moreSoon;
        }
        return false;
    }

    // ---- Writing

    /** Writes what is due, unless somebody else does. */
    private void writeDue() {
        boolean isLeft = true;
        while (isLeft && pipe.tryLock()) {
            try {
                for (MessageWriter frame = nextDue(); frame != null; frame = nextDue()) {
                    frame.writeTo(out, 0);
                    keep(frame);
                }
                out.flush();
            } catch (IOException nobodyReads) {
                // The other end is gone; whoever reads from it hears of that.
                breakOff();
            } finally {
                pipe.unlock();
            }
            // Whoever came meanwhile has left its frames here.
            isLeft = hasDue();
        }
    }

    private @Nullable MessageWriter nextDue() {
        lock.lock();
        try {
            return full.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasDue() {
        lock.lock();
        try {
            return !full.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void keep(MessageWriter frame) {
        lock.lock();
        try {
            if (spare.size() < KEPT) {
                spare.addLast(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the pipe behind what another may still be writing. */
    private void closePipe() throws InterruptedException {
        pipe.lockInterruptibly();
        try {
            out.close();
        } catch (IOException nobodyReads) {
            breakOff();
        } finally {
            pipe.unlock();
        }
    }

    private void breakOff() {
        lock.lock();
        try {
            broken = true;
            forget();
        } finally {
            lock.unlock();
        }
    }
}
