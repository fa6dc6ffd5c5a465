package io.myelin.engine.run;

/** Hears what a run consists of. */
@FunctionalInterface
public interface TopologyObserver {
    /**
     * All that there is, or how it has changed since the call before. Called by a thread that is this observer's alone, one
     * call after the other; it holds up nobody, however long it takes. One that throws is told nothing more.
     */
    void changed(TopologyChange change);
}
