package io.myelin.engine.process;

import io.myelin.engine.message.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gathers entries into frames and writes them to a pipe. A frame goes out when it is full, when an entry is urgent, or
 * {@link #LINGER_NANOS} after its first entry. How much may be gathered is bounded by whoever adds entries.
 *
 * <p>Any thread may add entries; each is whole, and they go out in the order added. Those that are said aside go in frames
 * of their own, before what else goes out with them.
 *
 * <p>A thread of its own looks after what lingers. What is urgent or full is written by whoever has made it so, where
 * that one may wait for the other end, else by the sender's own thread too. Frames are written without the lock that
 * entries are added under, by one thread at a time; whoever finds another writing leaves its frames to that one.
 */
public final class FrameSender {
    private static final long LINGER_NANOS = 1_000_000;
    private static final long LONGEST_LOOK_NANOS = 64_000_000;
    private static final int KEPT = 4;

    /** What finds room in any pipe whose other end has read all before; on other systems one may hold next to nothing. */
    private static final int SURE_BYTES =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux") ? Frames.SMALLEST_PIPE : 0;

    /** Adds what is to be said whenever something is sent. */
    public interface Report {
        /** Adds entries, if there is anything to say; true where there will be more soon. On the sender's thread. */
        boolean add(MessageWriter into);

        /** Adds what has to stand at the end of every frame; under the sender's lock, by whoever fills it. */
        void close(MessageWriter frame);
    }

    private final OutputStream out;
    private final Predicate<Thread> mayWait;
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

    /** How many bytes of frames there have been that were full or due. */
    private long sealed;

    /** How many there had been when the last of those not aside was. */
    private long sealedInOrder;

    /**
     * Writes to {@code out}, with a thread called {@code name}, once {@linkplain #start started}. Threads that
     * {@code mayWait} for the other end write themselves what they have made due.
     */
    public FrameSender(OutputStream out, String name, Predicate<Thread> mayWait, Report report) {
        this.out = out;
        this.mayWait = mayWait;
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

    /**
     * As {@link #flush}, but writes it here, without the way by another thread, where that can't wait for the other end:
     * where all that it is not known to have read finds room in the smallest pipe. {@code read} bytes are known to have
     * been read. Returns how many will be once it has read the last frame that is not aside.
     */
    public long flushHere(long read) {
        int here = 0;
        long behind;
        lock.lock();
        try {
            if (broken) {
                forget();
            }
            seal();
            behind = sealedInOrder;
            if (full.isEmpty()) {
                return behind;
            }
            if (sealed - read <= SURE_BYTES && pipe.tryLock()) {
                here = full.size();
            } else {
                leaveDue();
            }
        } finally {
            lock.unlock();
        }
        if (here > 0) {
            try {
                // No more than that: what others add meanwhile need not find room.
                write(here);
            } finally {
                pipe.unlock();
            }
            leaveRest();
        }
        return behind;
    }

    private void leaveRest() {
        lock.lock();
        try {
            if (!full.isEmpty()) {
                leaveDue();
            }
        } finally {
            lock.unlock();
        }
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
        if (full.isEmpty()) {
            return false;
        }
        if (mayWait.test(Thread.currentThread())) {
            return true;
        }
        leaveDue();
        return false;
    }

    /** Has the thread write what is due. Under the lock. */
    private void leaveDue() {
        if (!due) {
            due = true;
            changed.signal();
        }
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
            sealedInOrder = sealed;
            filling = head(next(), Frames.MAGIC);
        }
    }

    private void addFull(MessageWriter frame) {
        frame.setInt(Integer.BYTES, frame.size() - Frames.HEAD_BYTES);
        full.addLast(frame);
        sealed += frame.size();
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

    /** Nobody reads any more: forgets what there is, and ends its thread. Any thread; waits for nothing. */
    public void abandon() {
        lock.lock();
        try {
            breakOff();
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    // ---- Its thread

    private void run() {
        try {
            while (awaitWork()) {
                writeDue();
            }
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
                write(Integer.MAX_VALUE);
            } finally {
                pipe.unlock();
            }
            // Whoever came meanwhile has left its frames here.
            isLeft = hasDue();
        }
    }

    /** Writes at most {@code most} of the frames that are due. By whoever holds the pipe. */
    private void write(int most) {
        try {
            int left = most;
            MessageWriter frame = nextDue();
            while (frame != null) {
                frame.writeTo(out, 0);
                keep(frame);
                frame = --left > 0 ? nextDue() : null;
            }
            out.flush();
        } catch (IOException nobodyReads) {
            // The other end is gone; whoever reads from it hears of that.
            breakOff();
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
        frame.truncate(0);
        lock.lock();
        try {
            if (spare.size() < KEPT) {
                spare.addLast(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes the rest, behind what another may still be writing, and closes the pipe. */
    private void closePipe() throws InterruptedException {
        pipe.lockInterruptibly();
        try {
            write(Integer.MAX_VALUE);
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
