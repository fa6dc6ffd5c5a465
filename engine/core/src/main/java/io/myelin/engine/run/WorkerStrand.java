package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A microprocess on the real scheduler: always run by the worker it is pinned to. It has its home there, but may visit
 * another for a while: see {@link #invite}. Only the thread of its worker moves it, between two activations, while it
 * still counts as running; so nobody else runs it or calls it meanwhile, and the compare-and-set that lets it go publishes
 * all it did to whoever runs it next.
 */
final class WorkerStrand extends Strand {
    /** What takes long gains nothing by being run where others wait for it. */
    private static final int REFUSALS_AFTER_SLOW_WORK = 64;

    private static final VarHandle SELDOM;

    static {
        try {
            SELDOM = MethodHandles.lookup().findVarHandle(WorkerStrand.class, "seldom", Seldom.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Runnable activation;

    /** Where it is run; its home too, as long as {@link #seldom} has not been made. */
    private volatile @Nullable Worker worker;

    private volatile @Nullable Seldom seldom;

    /** The worker that is going to see what storage it can give back, by its number from 1; 0 where none is. */
    private short tidiedBy;

    /** What few strands need: made with the first invitation, refusal or deadline. */
    private static final class Seldom {
        final Worker home;
        long deadline = NEVER;

        /** The worker that it is asked to visit. */
        volatile @Nullable Worker invitation;

        /** How many invitations more it declines; those who invite it count down, exactly enough. */
        byte refusals;

        Seldom(Worker home) {
            this.home = home;
        }
    }

    /** The one woken before it, while it stands in its worker's stack of those woken by others. */
    @Nullable
    WorkerStrand wokenBefore;

    WorkerStrand(Runnable activation) {
        this.activation = activation;
    }

    /** Gives it its home, before it starts. */
    void pin(Worker to) {
        worker = to;
    }

    private Worker worker() {
        Worker pinned = worker;
        if (pinned == null) {
            throw new IllegalStateException("a microprocess was woken before it had a worker");
        }
        return pinned;
    }

    /** Any thread: it goes nowhere before this has been made, so where it is run is its home. */
    private Seldom seldom() {
        Seldom made = seldom;
        while (made == null) {
            Seldom fresh = new Seldom(worker());
            made = SELDOM.compareAndSet(this, null, fresh) ? fresh : seldom;
        }
        return made;
    }

    private boolean isInvited() {
        Seldom made = seldom;
        return made != null && made.invitation != null;
    }

    @Override
    void becomeReady() {
        worker().enqueue(this);
    }

    @Override
    void start() {
        worker().enqueue(this);
    }

    /** One activation, or several while nobody else wants to run; by its worker. */
    void run() {
        Worker pinned = worker();
        boolean goesOn;
        do {
            // An interrupt that was meant for the activation before came too late.
            Thread.interrupted();
            markRunning();
            activation.run();
            if (!pinned.isCurrentThread()) {
                return;
            }
            pinned.fused().settle();
            pinned.flushWakes(!isWokenAgain());
            goesOn = pinned.hasNobodyElse() && (isWokenAgain() || !isInvited());
            if (goesOn && !isWokenAgain() && !pinned.linger(this)) {
                // It is idle, and so belongs to whoever wakes it: nothing of it may be looked at any more.
                return;
            }
        } while (goesOn);
        leave(pinned);
    }

    /** Its turn is over: it waits, or has to run once more, here or where it goes to from here. */
    private void leave(Worker pinned) {
        Worker next = nextPlace(pinned);
        worker = next;
        if (!tryIdle()) {
            markReady();
            next.enqueue(this);
        }
    }

    private Worker nextPlace(Worker pinned) {
        Seldom made = seldom;
        if (made == null) {
            return pinned;
        }
        Worker wished = made.invitation;
        if (wished != null) {
            made.invitation = null;
        }
        if (made.deadline != NEVER) {
            return pinned;
        }
        if (wished != null) {
            return wished;
        }
        return made.home != pinned && pinned.sendsVisitorsHome() ? made.home : pinned;
    }

    /**
     * Asks it to visit {@code waker}, which has just woken it from rest and has nobody else to run: two threads do what
     * one could do without waiting for the other. So that two do not change places, it visits only one whose number is
     * lower than its own. By the waker's thread, which may be one of several.
     */
    void invite(Worker waker) {
        if (waker.number() < worker().number()) {
            Seldom making = seldom();
            if (making.refusals > 0) {
                making.refusals--;
            } else {
                making.invitation = waker;
            }
        }
    }

    @Override
    void wakeReceiver(Strand receiver) {
        Worker here = workerHere();
        if (here == null) {
            // Not started yet, or given up as stuck and replaced: it may be sending all the same.
            super.wakeReceiver(receiver);
        } else {
            here.wakeLater(receiver);
        }
    }

    @Override
    void flushWakes() {
        Worker pinned = worker();
        if (pinned.isCurrentThread()) {
            pinned.flushWakes(false);
        }
    }

    /** The worker whose current thread this is, where that is the one it is pinned to; else null. */
    @Nullable
    Worker workerHere() {
        Worker pinned = worker;
        return pinned != null && pinned.isCurrentThread() ? pinned : null;
    }

    @Override
    void keepsStorage() {
        Worker here = workerHere();
        if (here != null && tidiedBy != here.number() + 1) {
            tidiedBy = (short) (here.number() + 1);
            here.tidyAtRest(this);
        }
    }

    /**
     * {@code resting}, where it was run last, has nobody to run. By that one's thread: while it is pinned there, nobody
     * else runs it, moves it or calls it.
     */
    void tidy(Worker resting) {
        if (worker == resting) {
            tidiedBy = 0;
            if (activation instanceof Activation keeper) {
                keeper.giveBackStorage(resting);
            }
        }
    }

    /** Whether it is pinned to {@code one}; an answer that stays true only for the thread of that worker. */
    boolean isPinnedTo(Worker one) {
        return worker == one;
    }

    @Override
    void distrustFused() {
        Seldom making = seldom();
        making.refusals = REFUSALS_AFTER_SLOW_WORK;
        making.invitation = null;
        Worker here = workerHere();
        if (here != null) {
            here.fused().distrust();
        }
    }

    @Override
    boolean shouldYield() {
        Worker here = workerHere();
        return here != null && here.fused().foundOneBusy();
    }

    @Override
    boolean hasOthersToRun() {
        Worker pinned = worker;
        return pinned != null && pinned.hasOthersToRun();
    }

    @Override
    boolean mayBlock() {
        return false;
    }

    @Override
    void await(long until) {
        throw new IllegalStateException("a microprocess can't wait inside a call");
    }

    @Override
    void wakeAt(long until) {
        Seldom made = seldom;
        if (until == (made == null ? NEVER : made.deadline)) {
            return;
        }
        Seldom making = seldom();
        if (making.deadline == NEVER) {
            worker().scheduler().deadlineSet();
        } else if (until == NEVER) {
            worker().scheduler().deadlineGone();
        }
        making.deadline = until;
        if (until != NEVER) {
            worker().wakeAt(this, until);
        }
    }

    /**
     * The time {@code passed}, of which {@code at} keeps note, has come; wakes it unless it has wished otherwise since, or
     * has gone elsewhere without that wish. By the thread of {@code at}.
     */
    void deadlinePassed(Worker at, long passed) {
        Seldom made = seldom;
        if (worker == at && made != null && passed == made.deadline) {
            made.deadline = NEVER;
            at.scheduler().deadlineGone();
            wake();
        }
    }

    @Override
    void interrupt() {
        worker().interrupt(this);
    }

    @Override
    boolean isRunning() {
        return worker().isRunning(this);
    }

    @Override
    StackTraceElement[] stackTrace() {
        return worker().stackTrace();
    }

    @Override
    void abandon() {
        worker().replace(this);
    }
}
