package io.myelin.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one component counts: plain fields written by its current thread, read opaquely by whoever watches. */
final class ComponentCounters {
    private static final VarHandle STATUS;
    private static final VarHandle SKIPPED;
    private static final VarHandle RESTARTS;
    private static final VarHandle DONE;
    private static final VarHandle TOTAL;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATUS = lookup.findVarHandle(ComponentCounters.class, "status", ComponentStatus.class);
            SKIPPED = lookup.findVarHandle(ComponentCounters.class, "skipped", long.class);
            RESTARTS = lookup.findVarHandle(ComponentCounters.class, "restarts", long.class);
            DONE = lookup.findVarHandle(ComponentCounters.class, "progressDone", long.class);
            TOTAL = lookup.findVarHandle(ComponentCounters.class, "progressTotal", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private ComponentStatus status = ComponentStatus.NEW;
    private long skipped;
    private long restarts;
    private long progressDone;
    private long progressTotal = -1;
    private volatile long failures;
    private volatile @Nullable ComponentFailure lastFailure;
    private volatile @Nullable Object published;

    ComponentStatus status() {
        return (ComponentStatus) STATUS.getOpaque(this);
    }

    void status(ComponentStatus now) {
        if (status != now) {
            STATUS.setOpaque(this, now);
        }
    }

    long skipped() {
        return (long) SKIPPED.getOpaque(this);
    }

    void skipped(long more) {
        SKIPPED.setOpaque(this, skipped + more);
    }

    long restarts() {
        return (long) RESTARTS.getOpaque(this);
    }

    void restarted() {
        RESTARTS.setOpaque(this, restarts + 1);
    }

    long failures() {
        return failures;
    }

    Optional<ComponentFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    void failed(ComponentFailure failure) {
        lastFailure = failure;
        long before = failures;
        failures = before + 1;
    }

    long progressDone() {
        return (long) DONE.getOpaque(this);
    }

    long progressTotal() {
        return (long) TOTAL.getOpaque(this);
    }

    void progress(long done, long total) {
        DONE.setOpaque(this, done);
        TOTAL.setOpaque(this, total);
    }

    Optional<Object> published() {
        return Optional.ofNullable(published);
    }

    void publish(Object content) {
        published = content;
    }
}
