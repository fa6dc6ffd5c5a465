package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is under way to one inbox of a child process, oldest first: the messages given and not taken yet, each with how
 * many bytes it is there. The component's current thread uses it; any thread may ask how many wait.
 */
final class ProcessLane {
    private static final int FIRST_SLOTS = 16;
    private static final VarHandle WAITING;

    static {
        try {
            WAITING = MethodHandles.lookup().findVarHandle(ProcessLane.class, "waiting", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final int number;
    final int window;

    // A ring: those given from number taken to before number given stand at their number modulo its size.
    private @Nullable Object[] given = new Object[FIRST_SLOTS];
    private int[] sizes = new int[FIRST_SLOTS];
    private long givenCount;
    private long takenCount;

    /** What the child before was given and was not through with: to be given again, before anything else. */
    private final Deque<Object> again = new ArrayDeque<>();

    private long bytes;
    private @Nullable Object inHand;
    private int waiting;

    /** Whether its stream has ended. */
    boolean ended;

    /** Whether the child knows. */
    boolean endSaid;

    ProcessLane(int number, int window) {
        this.number = number;
        this.window = window;
    }

    /** Whether no more may be given now. */
    boolean isFull() {
        return underWay() >= window || bytes >= ProcessEntry.WINDOW_BYTES;
    }

    /** How many were given and are not taken. */
    long underWay() {
        return givenCount - takenCount;
    }

    /** How many bytes those are. */
    long bytesUnderWay() {
        return bytes;
    }

    void give(Object message, int itsBytes) {
        if (underWay() == given.length) {
            grow();
        }
        int slot = slot(givenCount);
        given[slot] = message;
        sizes[slot] = itsBytes;
        givenCount++;
        bytes += itsBytes;
        count();
    }

    private int slot(long at) {
        return (int) at & (given.length - 1);
    }

    private void grow() {
        int before = given.length;
        int first = slot(takenCount);
        @Nullable Object[] more = new Object[before << 1];
        int[] moreSizes = new int[before << 1];
        for (int index = 0; index < before; index++) {
            int to = (int) (takenCount + index) & (more.length - 1);
            more[to] = given[first + index & before - 1];
            moreSizes[to] = sizes[first + index & before - 1];
        }
        given = more;
        sizes = moreSizes;
    }

    /** The component has taken as many as {@code count} since its child began; true where that is news. */
    boolean taken(long count) {
        if (count > givenCount) {
            throw new IllegalStateException("more was taken than given");
        }
        if (count <= takenCount) {
            return false;
        }
        for (long at = takenCount; at < count; at++) {
            int slot = slot(at);
            inHand = given[slot];
            given[slot] = null;
            bytes -= sizes[slot];
        }
        takenCount = count;
        count();
        return true;
    }

    /** The last that was taken, unless that is done with, or null. */
    @Nullable
    Object inHand() {
        return inHand;
    }

    /** What was taken is done with. */
    void done() {
        inHand = null;
    }

    /** How many have been taken. */
    long taken() {
        return takenCount;
    }

    /** The one under way behind {@code before} others, or null. */
    @Nullable
    Object underWay(long before) {
        return before < underWay() ? given[slot(takenCount + before)] : null;
    }

    /** That one is not to be given again, where it is there. */
    void drop(long before) {
        if (before >= underWay()) {
            return;
        }
        bytes -= sizes[slot(takenCount + before)];
        for (long at = takenCount + before; at < givenCount - 1; at++) {
            given[slot(at)] = given[slot(at + 1)];
            sizes[slot(at)] = sizes[slot(at + 1)];
        }
        givenCount--;
        given[slot(givenCount)] = null;
        count();
    }

    /** A new child begins: what the one before was not through with is to be given again. */
    void beginAnew() {
        Deque<Object> later = new ArrayDeque<>(again);
        again.clear();
        Object unfinished = inHand;
        if (unfinished != null) {
            again.addLast(unfinished);
            inHand = null;
        }
        for (long before = 0; before < underWay(); before++) {
            Object message = underWay(before);
            if (message != null) {
                again.addLast(message);
            }
        }
        again.addAll(later);
        Arrays.fill(given, null);
        givenCount = 0;
        takenCount = 0;
        bytes = 0;
        endSaid = false;
        count();
    }

    /** The same inbox of another instance: takes over what {@code before} has to give again. */
    void follow(ProcessLane before) {
        again.addAll(before.again);
        ended = before.ended;
        count();
    }

    /** The next one to be given again, or null. */
    @Nullable
    Object nextAgain() {
        return again.pollFirst();
    }

    boolean hasAgain() {
        return !again.isEmpty();
    }

    private void count() {
        // Others only look now and then: no fence for each message.
        WAITING.setOpaque(this, (int) underWay() + again.size());
    }

    /** How many messages left the inbox and were not taken yet; any thread. */
    int waiting() {
        return (int) WAITING.getOpaque(this);
    }
}
