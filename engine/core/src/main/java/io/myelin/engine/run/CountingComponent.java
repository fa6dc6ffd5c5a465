package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedComponent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component as one that counts: in plain fields written by its current thread, read opaquely by whoever watches. */
abstract class CountingComponent extends Boxes {
    private static final VarHandle STATUS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATUS = lookup.findVarHandle(CountingComponent.class, "status", byte.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private static final ComponentStatus[] STATUSES = ComponentStatus.values();

    /** By its place in {@link #STATUSES}, so that it takes a byte. */
    private byte status = (byte) ComponentStatus.NEW.ordinal();

    /** What most components never count: made with the first of it. */
    static final class Seldom {
        private static final Seldom NONE = new Seldom();

        private static final VarHandle SKIPPED;
        private static final VarHandle RESTARTS;
        private static final VarHandle DONE;
        private static final VarHandle TOTAL;

        static {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                SKIPPED = lookup.findVarHandle(Seldom.class, "skipped", long.class);
                RESTARTS = lookup.findVarHandle(Seldom.class, "restarts", long.class);
                DONE = lookup.findVarHandle(Seldom.class, "progressDone", long.class);
                TOTAL = lookup.findVarHandle(Seldom.class, "progressTotal", long.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        private long skipped;
        private long restarts;
        private long progressDone;
        private long progressTotal = -1;
        private volatile long failures;
        private volatile @Nullable ComponentFailure lastFailure;
        private volatile @Nullable Object published;
    }

    final ComponentStatus status() {
        return STATUSES[(byte) STATUS.getOpaque(this)];
    }

    final void status(ComponentStatus now) {
        byte next = (byte) now.ordinal();
        if (status != next) {
            STATUS.setOpaque(this, next);
        }
    }

    CountingComponent(PlannedComponent plan) {
        super(plan.inboxes(), plan.outboxes(), plan::limit);
    }

    private Seldom seen() {
        RareState state = rareStateIfAny();
        Seldom made = state == null ? null : state.counts();
        return made == null ? Seldom.NONE : made;
    }

    private Seldom counting() {
        return rareState().counting();
    }

    final long skipped() {
        return (long) Seldom.SKIPPED.getOpaque(seen());
    }

    final void skipped(long more) {
        Seldom counting = counting();
        Seldom.SKIPPED.setOpaque(counting, counting.skipped + more);
    }

    final long restarts() {
        return (long) Seldom.RESTARTS.getOpaque(seen());
    }

    final void restarted() {
        Seldom counting = counting();
        Seldom.RESTARTS.setOpaque(counting, counting.restarts + 1);
    }

    final long failures() {
        return seen().failures;
    }

    final Optional<ComponentFailure> lastFailure() {
        return Optional.ofNullable(seen().lastFailure);
    }

    final void failed(ComponentFailure failure) {
        Seldom counting = counting();
        counting.lastFailure = failure;
        long before = counting.failures;
        counting.failures = before + 1;
    }

    final long progressDone() {
        return (long) Seldom.DONE.getOpaque(seen());
    }

    final long progressTotal() {
        return (long) Seldom.TOTAL.getOpaque(seen());
    }

    final void progress(long done, long total) {
        Seldom counting = counting();
        Seldom.DONE.setOpaque(counting, done);
        Seldom.TOTAL.setOpaque(counting, total);
    }

    final Optional<Object> published() {
        return Optional.ofNullable(seen().published);
    }

    final void publish(Object content) {
        counting().published = content;
    }
}
