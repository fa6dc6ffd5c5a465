package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import io.myelin.engine.plan.PlannedComponent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A component as one that others tell things, whatever it is doing: each sets a bit of {@link #attention}, fences fully
 * and wakes its strand. While the word is nought, the way of a message looks at nothing else.
 */
abstract class AttentiveComponent extends CountingComponent {
    static final int CONTROL = 1;
    static final int TASKS = 1 << 1;
    static final int LINKS = 1 << 2;
    static final int STOP = 1 << 3;
    static final int PAUSE = 1 << 4;
    static final int FINISH = 1 << 5;
    static final int TOLD_TO_FINISH = 1 << 6;
    static final int TAKE_DOWN = 1 << 7;
    static final int BEGIN_AGAIN = 1 << 8;

    /** It is to get a new instance. */
    static final int RENEW = 1 << 9;

    /** What it is has changed, but for its instance. */
    static final int ADJUST = 1 << 10;

    /** It runs in slow motion. As long as it stands there, it gets one message a step and is not called directly. */
    static final int SLOW = 1 << 11;

    private static final VarHandle ATTENTION;

    static {
        try {
            ATTENTION = MethodHandles.lookup().findVarHandle(AttentiveComponent.class, "attention", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    volatile PlannedComponent plan;
    final RunningGraph run;
    private @Nullable Strand strand;
    private volatile int attention;

    /** What has to be seen to before it sends, a bit each; mostly nought. */
    private byte beforeSending;

    private static final byte MAY_BLOCK = 1;
    private static final byte CHECKS_MESSAGES = 1 << 1;

    AttentiveComponent(PlannedComponent plan, RunningGraph run) {
        super(plan);
        this.plan = plan;
        this.run = run;
        this.beforeSending = run.checksMessages() ? CHECKS_MESSAGES : 0;
    }

    // ---- Its place in the scheduler

    /** Makes its strand. */
    abstract Strand makeStrand(Scheduler scheduler);

    final void prepare(Scheduler scheduler) {
        Strand made = makeStrand(scheduler);
        strand = made;
        if (made.mayBlock()) {
            beforeSending |= MAY_BLOCK;
        }
    }

    @Override
    public final Strand strand() {
        Strand made = strand;
        if (made == null) {
            throw new IllegalStateException("'" + path() + "' has not been made ready");
        }
        return made;
    }

    @Override
    public final String path() {
        return plan.path();
    }

    @Override
    public final InboxLimit limit(String name) {
        return plan.limit(name);
    }

    /** Whether it may wait inside a call, as one with a thread of its own. */
    final boolean mayBlock() {
        return (beforeSending & MAY_BLOCK) != 0;
    }

    /** Whether what it sends is looked at first. */
    final boolean checksMessages() {
        return (beforeSending & CHECKS_MESSAGES) != 0;
    }

    /** Whether there is nothing to see to before it sends. */
    final boolean justSends() {
        return beforeSending == 0;
    }

    // ---- What others tell it; any thread

    final void attend(int bit) {
        ATTENTION.getAndBitwiseOr(this, bit);
        VarHandle.fullFence();
        strand().wake();
    }

    /** It need not attend to that any more, and goes on. */
    private void release(int bit) {
        clear(bit);
        VarHandle.fullFence();
        strand().wake();
    }

    final void pause() {
        attend(PAUSE);
    }

    final void resume() {
        release(PAUSE);
    }

    /** The run's slow motion has begun, has changed or is over. Any thread. */
    final void slowMotionChanged(boolean isOn) {
        if (isOn) {
            attend(SLOW);
        } else {
            release(SLOW);
        }
    }

    /** Whether it has nothing to attend to but what messages bring; any thread. */
    final boolean isUndisturbed() {
        return (attention & ~SLOW) == 0;
    }

    // ---- What it has been told; for its own thread

    final int attention() {
        return attention;
    }

    final boolean attends(int bit) {
        return (attention & bit) != 0;
    }

    final void clear(int bit) {
        ATTENTION.getAndBitwiseAnd(this, ~bit);
    }

    final void note(int bit) {
        ATTENTION.getAndBitwiseOr(this, bit);
    }
}
