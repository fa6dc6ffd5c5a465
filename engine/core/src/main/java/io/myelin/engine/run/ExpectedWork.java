package io.myelin.engine.run;

import io.myelin.engine.component.OutsideWork;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that a component expects from outside, until it is done. Safe from any thread. */
final class ExpectedWork implements OutsideWork {
    private final WaitingComponent component;
    private final String what;
    private final AtomicBoolean done = new AtomicBoolean();

    ExpectedWork(WaitingComponent component, String what) {
        this.component = component;
        this.what = what;
    }

    @Override
    public void done() {
        if (done.compareAndSet(false, true)) {
            component.expectedDone(this);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
