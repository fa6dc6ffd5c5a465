package io.myelin.engine.process;

import io.myelin.engine.message.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gathers entries into frames and writes them to a pipe on a thread of its own, so that nobody who has something to say
 * waits for the other end. A frame goes out when it is full, when an entry is urgent, or {@link #LINGER_NANOS} after its
 * first entry. How much may be gathered is bounded by whoever adds entries.
 *
 * <p>Any thread may add entries; each is whole, and they go out in the order added.
 */
public final class FrameSender {
    private static final long LINGER_NANOS = 1_000_000;
    private static final long LONGEST_LOOK_NANOS = 64_000_000;
    private static final int KEPT = 4;

    /** Adds what is to be said whenever something is sent. */
    public interface Report {
        /** Adds entries, if there is anything to say; true where there will be more soon. On the sender's thread. */
        boolean add(MessageWriter into);

        /** Adds what has to stand at the end of every frame; under the sender's lock, by whoever fills it. */
        void close(MessageWriter frame);
    }

    private final OutputStream out;
    private final Report report;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<MessageWriter> full = new ArrayDeque<>();
    private final Deque<MessageWriter> spare = new ArrayDeque<>();
    private MessageWriter filling = head(new MessageWriter());
    private boolean urgent;
    private boolean looking;
    private boolean closing;
    private boolean broken;

    /** Writes to {@code out} from a thread called {@code name}, once {@linkplain #start started}. */
    public FrameSender(OutputStream out, String name, Report report) {
        this.out = out;
        this.report = report;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** From now on frames go out. */
    public void start() {
        thread.start();
    }

    private static MessageWriter head(MessageWriter frame) {
        frame.truncate(0);
        frame.writeInt(Frames.MAGIC);
        frame.writeInt(0);
        return frame;
    }

    /** Begins an entry, which is to be written to what is returned; {@link #end} must follow. */
    public MessageWriter begin() {
        lock.lock();
        return filling;
    }

    /** Ends an entry; {@code now} sends it, and all before it, without waiting for more. */
    public void end(boolean now) {
        try {
            int size = filling.size();
            if (broken) {
                head(filling);
            } else if (size >= Frames.FULL_BYTES) {
                seal();
                changed.signal();
            } else if (now && !urgent) {
                urgent = true;
                changed.signal();
            } else if (!looking && !urgent) {
                looking = true;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void seal() {
        report.close(filling);
        filling.setInt(Integer.BYTES, filling.size() - Frames.HEAD_BYTES);
        full.addLast(filling);
        MessageWriter next = spare.pollFirst();
        filling = next == null ? head(new MessageWriter()) : next;
    }

    /** Sends what there is and what the report has to say, soon; now where {@code now}. Any thread. */
    public void poke(boolean now) {
        lock.lock();
        try {
            if (now ? !urgent : !looking && !urgent) {
                urgent |= now;
                looking = true;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
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

    private void run() {
        try {
            Deque<MessageWriter> taken = new ArrayDeque<>();
            long look = LINGER_NANOS;
            while (awaitWork(look)) {
                // Where nothing has come of it, it is looked for less and less often.
                look = take(taken) ? LINGER_NANOS : Math.min(look << 1, LONGEST_LOOK_NANOS);
                write(taken);
            }
            take(taken);
            write(taken);
            out.close();
        } catch (IOException nobodyReads) {
            // The other end is gone; whoever reads from it hears of that.
            breakOff();
        } catch (InterruptedException _) {
            breakOff();
        }
    }

    private void breakOff() {
        lock.lock();
        try {
            broken = true;
            full.clear();
            head(filling);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to send, or to look for after {@code lookNanos}; false when it is to close. */
    private boolean awaitWork(long lookNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = lookNanos;
            while (!closing && full.isEmpty() && !urgent && left > 0) {
                boolean hasSome = filling.size() > Frames.HEAD_BYTES;
                if (looking || hasSome) {
                    left = changed.awaitNanos(hasSome ? Math.min(left, LINGER_NANOS) : left);
                } else {
                    changed.await();
                    left = LINGER_NANOS;
                }
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** Takes what there is to write; false where there is nothing. */
    private boolean take(Deque<MessageWriter> taken) {
        lock.lock();
        try {
            urgent = false;
            looking = report.add(filling);
            if (filling.size() > Frames.HEAD_BYTES) {
                seal();
            }
            taken.addAll(full);
            full.clear();
            return !taken.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void write(Deque<MessageWriter> taken) throws IOException {
        for (MessageWriter frame : taken) {
            frame.writeTo(out, 0);
        }
        if (!taken.isEmpty()) {
            out.flush();
        }
        lock.lock();
        try {
            for (MessageWriter frame : taken) {
                if (spare.size() < KEPT) {
                    spare.addLast(head(frame));
                }
            }
        } finally {
            lock.unlock();
        }
        taken.clear();
    }
}
