package io.myelin.engine.run;

import io.myelin.engine.graph.InboxLimit;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** In a child process: an owner of boxes at the border to the parent, which neither waits nor holds. */
final class ProcessBorder implements BoxOwner {
    private final String path;
    private final @Nullable Strand strand;

    /** Beside the component at {@code path}; {@code strand} is the place of whoever sends from its boxes. */
    ProcessBorder(String path, @Nullable Strand strand) {
        this.path = path;
        this.strand = strand;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public InboxLimit limit(String inbox) {
        return InboxLimit.DEFAULT;
    }

    @Override
    public @Nullable Strand strand() {
        return strand;
    }

    @Override
    public void outOfBand(Object message) {
        // It has no control.
    }

    @Override
    public void linksChanged() {
        // What closes and ends here is the parent's to see.
    }

    @Override
    public void hold(WiredOutbox outbox, Object message, Route[] routes, int from) {
        throw new IllegalStateException("the parent gives '" + outbox + "' more than there is room for");
    }

    @Override
    public boolean isReactive() {
        return true;
    }

    @Override
    public void holdAll(WiredOutbox outbox, Iterator<?> messages) {
        throw new IllegalStateException("gates send one message at a time");
    }

    @Override
    public boolean isHolding() {
        return false;
    }

    @Override
    public void beforeSend(WiredOutbox outbox, Object message) {
        // What the parent gives was checked there.
    }

    @Override
    public @Nullable Object receive(WiredInbox inbox) {
        throw new IllegalStateException("gates do not wait");
    }
}
