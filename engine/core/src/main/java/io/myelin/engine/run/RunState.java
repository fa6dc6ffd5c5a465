package io.myelin.engine.run;

/** What a run as a whole is doing. */
public enum RunState {
    /** Messages move. */
    RUNNING,
    /** Held by {@link GraphRun#pause}: nothing is delivered to components. */
    PAUSED,
    /** Components are being ended. */
    STOPPING,
    /** All have ended. */
    ENDED
}
