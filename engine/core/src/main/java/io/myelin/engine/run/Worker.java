package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the microprocesses pinned to it, one at a time, first woken first run. Its own wakes go to a queue that no other
 * thread touches; others' wakes go to a stack that it empties between two activations. With nothing to do it spins a
 * little, then parks until woken or until its next deadline; an idle one uses no CPU.
 *
 * <p>Its thread starts with the first strand. Should a component block in spite of its promise, {@link #replace} gives
 * the others another thread.
 */
final class Worker extends WorkerGap {
    private static final long SPIN_NANOS = 20_000;
    private static final int SPINS_BETWEEN_LOOKS = 32;

    /** How often it has to hand over before others are asked to visit: a chance meeting is no reason. */
    private static final int HAND_OVERS_BEFORE_VISITS = 8;

    /** How long it is crowded before visitors go home: at first, and at the most. */
    private static final long FIRST_PATIENCE_NANOS = 2_000_000;

    private static final long LONGEST_PATIENCE_NANOS = 50_000_000;
    private static final int ROUNDS_BETWEEN_LOOKS = 128;

    /** How long it rests before it tidies: what has just been used may be wanted again, and has grown to what is needed. */
    private static final long REST_BEFORE_TIDYING_NANOS = 50_000_000;

    /** How many strands are tidied before it looks whether somebody has been woken. */
    private static final int TIDIED_AT_ONCE = 256;

    /** How many places its queues may keep while it rests. */
    private static final int PLACES_AT_REST = 1024;

    /** How many wakes are put off at the most: looking through them has to stay cheap. A power of two. */
    private static final int MOST_PUT_OFF = 32;

    private static final int AWAKE = 1;
    private static final int PARKED = 2;

    private static final VarHandle REST;
    private static final VarHandle WOKEN;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            REST = lookup.findVarHandle(WorkerDoor.class, "rest", int.class);
            WOKEN = lookup.findVarHandle(WorkerDoor.class, "woken", WorkerStrand.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private record Deadline(WorkerStrand strand, long nanos) {}

    private final WorkerScheduler scheduler;
    private final int number;
    private ArrayDeque<WorkerStrand> runnable = new ArrayDeque<>();

    /** How many it has seen waiting for their turn since it rested last, at the most. */
    private int mostRunnable;

    /** Those it has run since it rested last that keep storage which they can do without at rest. */
    private List<WorkerStrand> toTidy = new ArrayList<>(4);

    private int mostToTidy;

    /** Whether a thread of its is stuck in a component's code, and may still be sending from there. */
    private volatile boolean wasReplaced;

    private final PriorityQueue<Deadline> deadlines = new PriorityQueue<>(Comparator.comparingLong(Deadline::nanos));
    private volatile @Nullable Thread thread;
    private volatile @Nullable WorkerStrand inHand;

    /** Strands elsewhere that were sent to and are not awake for sure, the first {@link #putOff}; of its thread alone. */
    private final @Nullable Strand[] sentTo = new Strand[MOST_PUT_OFF];

    private int putOff;

    /** Whether it has just spun for as long as it does before it rests. */
    private boolean hasLingered;

    /** How often one after the other it has handed over to one at rest elsewhere and then had nothing to do. */
    private int handOvers;

    private int crowdedRounds;
    private long crowdedSince;
    private boolean crowded;
    private long patience = FIRST_PATIENCE_NANOS;

    private final FusedCalls fused = new FusedCalls();

    Worker(WorkerScheduler scheduler, int number) {
        this.scheduler = scheduler;
        this.number = number;
    }

    WorkerScheduler scheduler() {
        return scheduler;
    }

    /** Its place among the workers, from 0. */
    int number() {
        return number;
    }

    /** A strand of its has been woken; any thread. */
    void enqueue(WorkerStrand strand) {
        if (Thread.currentThread() == thread) {
            runnable.add(strand);
            return;
        }
        WorkerStrand top;
        do {
            top = woken;
            strand.wokenBefore = top;
            // The compare-and-set publishes the link and is the full fence before the look at whether it rests.
        } while (!WOKEN.compareAndSet(this, top, strand));
        rouse();
    }

    /**
     * Puts off waking {@code receiver}, which something has been sent to from here, until {@link #flushWakes}: one fence
     * and one wake serve many messages, and the receiver finds several when it comes. Where it has taken note of that,
     * for {@link #hasPutOff}. Only from its own thread.
     */
    int wakeLater(Strand receiver) {
        for (int at = 0; at < putOff; at++) {
            if (hasPutOff(receiver, at)) {
                return at;
            }
        }
        if (putOff == MOST_PUT_OFF) {
            flushWakes(false);
        }
        sentTo[putOff] = receiver;
        return putOff++;
    }

    /** Whether it has put off waking {@code receiver}, and {@code at} is where it has noted that. Only from its own thread. */
    boolean hasPutOff(Strand receiver, int at) {
        return receiver.equals(sentTo[at & MOST_PUT_OFF - 1]);
    }

    /**
     * Wakes all those that were put off; {@code andRests} where the one that sent to them has nothing more to do. Only
     * from its own thread.
     */
    void flushWakes(boolean andRests) {
        if (putOff > 0) {
            VarHandle.fullFence();
            boolean hasNothingElse = andRests && !hasOthersToRun();
            if (!hasNothingElse) {
                handOvers = 0;
            }
            for (int at = 0; at < putOff; at++) {
                Strand receiver = sentTo[at];
                sentTo[at] = null;
                if (receiver != null
                        && receiver.wake()
                        && hasNothingElse
                        && ++handOvers > HAND_OVERS_BEFORE_VISITS
                        && receiver instanceof WorkerStrand strand) {
                    strand.invite(this);
                }
            }
            putOff = 0;
        }
    }

    /** {@code strand} has storage to give back when this worker rests; only from its own thread. */
    void tidyAtRest(WorkerStrand strand) {
        toTidy.add(strand);
    }

    /**
     * Gives back what its strands and its queues can do without, while it rests; looks now and then whether it has been
     * roused or somebody is due, and leaves what is left for later then. True where that was all.
     */
    private boolean tidy() {
        mostToTidy = Math.max(mostToTidy, toTidy.size());
        while (!toTidy.isEmpty()) {
            int count = toTidy.size();
            List<WorkerStrand> some = toTidy.subList(Math.max(0, count - TIDIED_AT_ONCE), count);
            if (!wasReplaced) {
                some.forEach(strand -> strand.tidy(this));
            }
            some.clear();
            if (rest != PARKED || isAnyDue()) {
                return false;
            }
        }
        if (mostToTidy > PLACES_AT_REST) {
            toTidy = new ArrayList<>(4);
        }
        mostToTidy = 0;
        if (mostRunnable > PLACES_AT_REST) {
            runnable = new ArrayDeque<>();
        }
        mostRunnable = 0;
        return true;
    }

    private boolean isAnyDue() {
        Deadline first = deadlines.peek();
        return first != null && first.nanos() - System.nanoTime() <= 0;
    }

    /** Whom it may call directly just now; only from its own thread. */
    FusedCalls fused() {
        return fused;
    }

    /** Whether somebody waits for a turn; only from its own thread. */
    boolean hasOthersToRun() {
        return !runnable.isEmpty() || woken != null;
    }

    /** Whether it has nobody to run or to wake, as far as it knows; only from its own thread. */
    boolean hasNobodyElse() {
        return !hasOthersToRun() && deadlines.isEmpty();
    }

    /** Sees that its thread looks round again; any thread. */
    void rouse() {
        int seen = rest;
        if (seen == AWAKE) {
            return;
        }
        scheduler.enlist();
        if (!REST.compareAndSet(this, seen, AWAKE)) {
            scheduler.retire();
        } else if (seen == NEW) {
            startThread();
        } else {
            LockSupport.unpark(thread);
        }
    }

    private void startThread() {
        Thread started = Thread.ofPlatform()
                .daemon()
                .name("myelin-worker-" + (number + 1))
                .unstarted(this::run);
        thread = started;
        started.start();
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /** Wakes {@code strand} when the time has come; only from its own thread. */
    void wakeAt(WorkerStrand strand, long nanos) {
        deadlines.add(new Deadline(strand, nanos));
    }

    private void run() {
        int sinceDeadlines = 0;
        // Where it takes over from a thread that is stuck: whoever was called or sent to from there is to be looked at.
        fused.settle();
        flushWakes(false);
        while (isCurrentThread()) {
            takeWoken();
            if (!deadlines.isEmpty() && (runnable.isEmpty() || ++sinceDeadlines >= SPINS_BETWEEN_LOOKS)) {
                sinceDeadlines = 0;
                wakeDue();
            }
            WorkerStrand next = runnable.poll();
            lookRound();
            if (next != null) {
                inHand = next;
                hasLingered = false;
                next.run();
                if (!isCurrentThread()) {
                    // Given up as blocked and replaced: what there is to run is another's now.
                    return;
                }
                inHand = null;
                // One that was meant for this component, and came late, must not reach the next.
                Thread.interrupted();
            } else if (scheduler.isClosed()) {
                scheduler.retire();
                return;
            } else if (hasLingered || !spin()) {
                hasLingered = false;
                rest();
            }
        }
    }

    /** Takes note of whether there has been somebody else to run all the time for long: then it is crowded. */
    private void lookRound() {
        if (runnable.isEmpty()) {
            crowdedRounds = 0;
            crowded = false;
        } else if (++crowdedRounds % ROUNDS_BETWEEN_LOOKS == 0) {
            mostRunnable = Math.max(mostRunnable, runnable.size());
            long now = System.nanoTime();
            if (crowdedRounds == ROUNDS_BETWEEN_LOOKS) {
                crowdedSince = now;
            } else if (!crowded && now - crowdedSince > patience) {
                crowded = true;
                // They come back soon where they are better off here; then they are left here for longer.
                patience = Math.min(patience * 2, LONGEST_PATIENCE_NANOS);
            }
        }
    }

    /** Whether it has been crowded for so long that visitors had better go home; only from its own thread. */
    boolean sendsVisitorsHome() {
        return crowded;
    }

    private void takeWoken() {
        if (woken == null) {
            return;
        }
        WorkerStrand last = (WorkerStrand) WOKEN.getAndSet(this, null);
        WorkerStrand first = null;
        while (last != null) {
            WorkerStrand before = last.wokenBefore;
            last.wokenBefore = first;
            first = last;
            last = before;
        }
        while (first != null) {
            WorkerStrand after = first.wokenBefore;
            first.wokenBefore = null;
            runnable.add(first);
            first = after;
        }
    }

    private void wakeDue() {
        long now = System.nanoTime();
        Deadline first = deadlines.peek();
        while (first != null && first.nanos() - now <= 0) {
            deadlines.remove();
            first.strand().deadlinePassed(this, first.nanos());
            first = deadlines.peek();
        }
    }

    private boolean spin() {
        long end = System.nanoTime() + SPIN_NANOS;
        do {
            for (int i = 0; i < SPINS_BETWEEN_LOOKS; i++) {
                if (woken != null) {
                    return true;
                }
                Thread.onSpinWait();
            }
            // Where others want the core (a tasklet, say, whose messages are waited for), it is theirs.
            Thread.yield();
        } while (System.nanoTime() - end < 0);
        return false;
    }

    /**
     * Stays with {@code strand}, which has nothing to do just now, while there is nobody else to run: one that is woken
     * while it lingers costs its waker one word and is at work at once. False where it is idle now: then it may be anybody's
     * already. Only from its own thread.
     */
    boolean linger(WorkerStrand strand) {
        if (!strand.tryLinger()) {
            return true;
        }
        long end = System.nanoTime() + SPIN_NANOS;
        do {
            for (int i = 0; i < SPINS_BETWEEN_LOOKS; i++) {
                if (strand.isWokenAgain()) {
                    return true;
                }
                if (woken != null) {
                    return !strand.tryIdleAfterLingering();
                }
                Thread.onSpinWait();
            }
            // Where others want the core (a tasklet, say, whose messages are waited for), it is theirs.
            Thread.yield();
        } while (System.nanoTime() - end < 0);
        hasLingered = strand.tryIdleAfterLingering();
        return !hasLingered;
    }

    private void rest() {
        Deadline first = deadlines.peek();
        // A full fence, so that either we see what was woken or the waker sees that we rest.
        REST.setVolatile(this, PARKED);
        VarHandle.fullFence();
        if (woken != null || scheduler.isClosed()) {
            if (!REST.compareAndSet(this, PARKED, AWAKE)) {
                // Somebody roused us and counted us a second time.
                scheduler.retire();
            }
            return;
        }
        scheduler.retire();
        long began = System.nanoTime();
        boolean tidied = toTidy.isEmpty() && mostRunnable <= PLACES_AT_REST;
        while (rest == PARKED) {
            long rested = System.nanoTime() - began;
            long left = first == null ? Long.MAX_VALUE : first.nanos() - began - rested;
            if (left <= 0) {
                rouse();
            } else if (tidied) {
                park(left);
            } else if (rested < REST_BEFORE_TIDYING_NANOS) {
                park(Math.min(left, REST_BEFORE_TIDYING_NANOS - rested));
            } else {
                tidied = tidy();
            }
        }
    }

    private void park(long atMost) {
        if (atMost == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, atMost);
        }
    }

    /** Interrupts the component that it runs just now. */
    void interrupt(WorkerStrand strand) {
        Thread running = thread;
        if (inHand == strand && running != null) {
            running.interrupt();
        }
    }

    boolean isRunning(WorkerStrand strand) {
        return inHand == strand;
    }

    StackTraceElement[] stackTrace() {
        Thread running = thread;
        return running == null ? new StackTraceElement[0] : running.getStackTrace();
    }

    /** Gives everything but {@code blocked}, which its thread is stuck in, to a new thread. */
    void replace(WorkerStrand blocked) {
        if (inHand == blocked) {
            inHand = null;
            wasReplaced = true;
            // The stuck thread's place in the count of those awake passes to the new one.
            startThread();
        }
    }
}

/** What other threads write in a worker: whom they have woken, and whether it is to look. */
abstract class WorkerDoor {
    /** Its thread has not been started. */
    static final int NEW = 0;

    volatile int rest = NEW;
    volatile @Nullable WorkerStrand woken;
}

/** Two cache lines of nothing, so that what others write is not on one with what the worker itself uses all the time. */
abstract class WorkerGap extends WorkerDoor {
    @SuppressWarnings("unused")
    private long gap0, gap1, gap2, gap3, gap4, gap5, gap6, gap7, gap8, gap9, gap10, gap11, gap12, gap13;
}
