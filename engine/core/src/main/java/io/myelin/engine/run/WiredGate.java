package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A gate on a route. While it refuses a message the run expects something from outside, so that it is not stuck however
 * quiet it is. No wake is lost: the sender says that it is refused and then looks whether anything has changed since it
 * asked, and who changes the gate's mind says so and then looks who is refused. Nobody is woken who is still asking: a
 * gate that keeps its sender there, in a run whose order is recorded, changes nothing of that order.
 */
final class WiredGate {
    private static final VarHandle REFUSED;

    static {
        try {
            REFUSED = MethodHandles.lookup().findVarHandle(WiredGate.class, "refused", Route.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final RunningGraph run;
    private final LinkGate gate;
    private final Runnable whenEnded;

    /** The route whose message is not let through, else null. Set by its sender, taken by whoever ends it. */
    private volatile @Nullable Route refused;

    /** Whether it is on the route no more: a sender that has come here before that must not be held any more. */
    private volatile boolean off;

    /** How often it may have changed its mind. */
    private final AtomicInteger changes = new AtomicInteger();

    WiredGate(RunningGraph run, LinkGate gate) {
        this(run, gate, () -> {});
    }

    /** {@code whenEnded} is told each time that it holds no longer what it held, on whichever thread. */
    WiredGate(RunningGraph run, LinkGate gate, Runnable whenEnded) {
        this.run = run;
        this.gate = gate;
        this.whenEnded = whenEnded;
    }

    /** Whether {@code message} may go along {@code route}. By its sender's thread. */
    boolean admits(Route route, Object message, long sequence) {
        while (true) {
            int asked = changes.get();
            if (off || gate.admits(message, sequence)) {
                end();
                return true;
            }
            if (REFUSED.compareAndSet(this, null, route)) {
                run.outsideWork(1);
            }
            VarHandle.fullFence();
            // Either this sees the change, or whoever made it sees the route and wakes its sender.
            if (changes.get() == asked && !off) {
                return false;
            }
        }
    }

    boolean isHolding() {
        return refused != null;
    }

    /** What it held is let through, or let go. */
    void end() {
        if (REFUSED.getAndSet(this, null) != null) {
            run.outsideWork(-1);
            whenEnded.run();
        }
    }

    /** Has the sender ask again; any thread. */
    void lookAgain() {
        changes.incrementAndGet();
        VarHandle.fullFence();
        Route held = refused;
        if (held != null) {
            run.enter();
            held.current().wakeSender();
            run.leave();
        }
    }

    /** It is on the route no more: what it held may go. */
    void takenOff() {
        off = true;
        VarHandle.fullFence();
        Route held = refused;
        run.enter();
        end();
        if (held != null) {
            held.current().wakeSender();
        }
        run.leave();
    }
}
