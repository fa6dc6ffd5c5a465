package io.myelin.app.editor.live.run;

/** Where the run of a document stands. */
public enum RunPhase {
    /** Nothing runs; what the last run left may still be looked at. */
    IDLE,
    /** The graph is being checked and made ready. */
    PREPARING,
    /** Messages move. */
    RUNNING,
    /** Held. */
    PAUSED,
    /** Components are being ended. */
    STOPPING
}
