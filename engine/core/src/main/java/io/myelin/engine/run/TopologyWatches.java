package io.myelin.engine.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who observe what a run consists of. While there are none, a change costs a look at an empty list. */
final class TopologyWatches {
    private final List<TopologyWatch> watches = new CopyOnWriteArrayList<>();

    /** Begins with {@code watch}: it misses nothing that changes from now on. */
    void add(TopologyWatch watch) {
        watches.add(watch);
        watch.start();
    }

    void remove(TopologyWatch watch) {
        watches.remove(watch);
    }

    /** Something has changed; any thread, under any lock. */
    void changed() {
        for (TopologyWatch watch : watches) {
            watch.changed();
        }
    }
}
