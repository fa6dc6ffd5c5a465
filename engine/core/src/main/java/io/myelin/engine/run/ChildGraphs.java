package io.myelin.engine.run;

import io.myelin.engine.component.Child;
import io.myelin.engine.component.ChildEnd;
import io.myelin.engine.component.Fragment;
import io.myelin.engine.plan.PlannedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The children of one component that have not ended. Made and told of ends by the component's own thread. */
final class ChildGraphs {
    private final RunningComponent maker;
    private final List<ChildGraph> running = new ArrayList<>();

    ChildGraphs(RunningComponent maker) {
        this.maker = maker;
    }

    Child make(String name, Fragment fragment, Consumer<? super ChildEnd> whenEnded) {
        if (!(fragment instanceof PlannedFragment planned)) {
            throw new IllegalArgumentException("the child '" + name + "' of '" + maker.path() + "' is to be made of a "
                    + fragment.getClass().getName() + "; only what the planner has made ready can be run");
        }
        String path = maker.path() + "/" + name;
        maker.throwIfStopped();
        synchronized (this) {
            if (running.stream().anyMatch(child -> child.path().equals(path))) {
                throw new IllegalArgumentException("'" + path + "' has not ended yet");
            }
            ChildGraph made = new ChildGraph(maker, path, planned, end -> {
                ended(end);
                whenEnded.accept(end);
            });
            running.add(made);
            return made;
        }
    }

    private synchronized void ended(ChildEnd end) {
        running.removeIf(child -> child.equals(end.child()));
    }

    synchronized boolean haveEnded() {
        return running.isEmpty();
    }

    /** The maker ends: so do they. Any thread. */
    void stop() {
        List<ChildGraph> left;
        synchronized (this) {
            left = List.copyOf(running);
        }
        left.forEach(ChildGraph::stop);
    }
}
