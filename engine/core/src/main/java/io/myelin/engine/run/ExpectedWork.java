package io.myelin.engine.run;

import io.myelin.engine.component.OutsideWork;
import org.jspecify.annotations.Nullable;

/** Something that a component expects from outside, until it is done. Safe from any thread. */
final class ExpectedWork implements OutsideWork {
    private final WaitingComponent component;
    private final String what;

    // The component's own, under its monitor: all that it expects leads from one to the other.

    /** What it began to expect before this, or null. Read by any thread. */
    volatile @Nullable ExpectedWork before;

    /** What it began to expect after this, or null; itself once it is done. */
    @Nullable
    ExpectedWork after;

    ExpectedWork(WaitingComponent component, String what) {
        this.component = component;
        this.what = what;
    }

    @Override
    public void done() {
        component.expectedDone(this);
    }

    @Override
    public String toString() {
        return what;
    }
}
