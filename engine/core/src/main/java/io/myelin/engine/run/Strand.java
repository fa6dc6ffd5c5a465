package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One component's place in a scheduler: what runs it, and what wakes it.
 *
 * <p>The protocol that no wake is lost: whoever makes something possible (a message, room, an end) publishes it, then
 * fences fully, then calls {@link #wake}; the strand fences fully between marking itself running and looking at what
 * there is. So either the strand sees the event or the waker sees that the strand has to run again.
 */
abstract class Strand {
    /** Waits for a wake. */
    static final byte IDLE = 0;
    /** Woken, and not running yet. */
    static final byte READY = 1;
    /** Running. */
    static final byte RUNNING = 2;
    /** Running, and woken since. */
    static final byte AGAIN = 3;
    /** Has nothing to do, but its thread stays with it for a while. */
    static final byte LINGERING = 4;

    /** No deadline. */
    static final long NEVER = Long.MAX_VALUE;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Strand.class, "state", byte.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Ready from the beginning: wakes before the start have nothing to add to it. */
    private volatile byte state = READY;

    /**
     * Makes it run, or run once more where it is running; true where it had nothing to do. Any thread, after a full
     * fence.
     */
    final boolean wake() {
        while (true) {
            byte seen = state;
            if (seen == READY || seen == AGAIN) {
                return false;
            }
            if (STATE.compareAndSet(this, seen, seen == IDLE ? READY : AGAIN)) {
                if (seen == IDLE) {
                    becomeReady();
                }
                return seen != RUNNING;
            }
        }
    }

    /** From ready to running, with the full fence that the protocol needs. */
    final void markRunning() {
        STATE.setOpaque(this, RUNNING);
        VarHandle.fullFence();
    }

    /** From running to ready, where it is to run again at once. */
    final void markReady() {
        state = READY;
    }

    /** From running to idle; false where it was woken meanwhile, and then it is still running. */
    final boolean tryIdle() {
        if (STATE.compareAndSet(this, RUNNING, IDLE)) {
            return true;
        }
        markRunning();
        return false;
    }

    /** From running to lingering; false where it was woken meanwhile. */
    final boolean tryLinger() {
        return STATE.compareAndSet(this, RUNNING, LINGERING);
    }

    /** From lingering to idle; false where it was woken meanwhile, and then it is still running. */
    final boolean tryIdleAfterLingering() {
        return STATE.compareAndSet(this, LINGERING, IDLE);
    }

    /** From idle to ready by the strand itself, at a deadline; false where a wake came first. */
    final boolean tryReady() {
        return STATE.compareAndSet(this, IDLE, READY);
    }

    final int state() {
        return state;
    }

    /** Whether it is running and has been woken since. */
    final boolean isWokenAgain() {
        return state == AGAIN;
    }

    final boolean isIdle() {
        return state == IDLE;
    }

    /** Has been woken from idle: see that it runs. */
    abstract void becomeReady();

    /** Makes it run for the first time. */
    abstract void start();

    /** Wakes {@code receiver}, to which it has sent; at once, or with the next {@link #flushWakes}. Only by itself. */
    void wakeReceiver(Strand receiver) {
        VarHandle.fullFence();
        receiver.wake();
    }

    /** From now on it may put off waking whoever it sends to, until {@link #flushWakes}. Only by itself. */
    void putOffWakes() {
        // Each is woken at once, unless a scheduler does better.
    }

    /** Makes sure that whoever it sent to is awake. Only by itself, now and then. */
    void flushWakes() {
        // Nothing is put off, unless a scheduler does better.
    }

    /** It keeps storage that can be given back while its worker rests: see {@link Activation}. Only by itself. */
    void keepsStorage() {
        // Given back by nobody, unless a scheduler does so.
    }

    /** What it has done took long: components that were called directly meanwhile are to run by themselves. */
    void distrustFused() {
        // None are, unless a scheduler does so.
    }

    /** Whether others should have their turn soon, so that they can be called directly afterwards. */
    boolean shouldYield() {
        return false;
    }

    /** Whether others wait for the thread that it runs on, as far as that is known. Only by itself. */
    boolean hasOthersToRun() {
        return false;
    }

    /** Whether its component may wait inside a call. */
    abstract boolean mayBlock();

    /** Waits for a wake, or until {@code deadline} (nanoseconds; {@link #NEVER}). Only by itself, where it may block. */
    abstract void await(long deadline);

    /** Sees that it is woken at {@code deadline} or soon after; replaces the one before. Only by itself. */
    abstract void wakeAt(long deadline);

    /** Interrupts its thread if that runs a component's code elsewhere than at a box. */
    abstract void interrupt();

    /** Whether it is running just now: if it should have ended, it is stuck in its component's code. */
    abstract boolean isRunning();

    /** Where its thread stands, for people who look into a component that does not end. */
    abstract StackTraceElement[] stackTrace();

    /** Its thread is not to be relied on any more: whatever else it runs has to be run by another. */
    abstract void abandon();
}
