package io.myelin.engine.watch.recording;

/** What came to a run from outside, between two of its steps. */
enum EventKind {
    /** Time moved on to so many nanoseconds since the beginning. */
    TIME,
    /** Nothing ran, and the run was told so. */
    REST,
    /** A thread of an outside component's asked for a callback. */
    TASK,
    /** What an outside component had expected, by its number, was done by another thread. */
    DONE,
    /** A thread of an outside component's printed a line. */
    PRINT,
    /** An outside component that had taken long was given its turn back. */
    BACK,
    /** Somebody stopped the run. */
    STOP,
    /** Somebody paused it. */
    PAUSE,
    /** Somebody resumed it. */
    RESUME,
    /** Somebody looked at what components publish. */
    WATCH,
    /** Nobody looks any more. */
    UNWATCH,
    /** Somebody changed the graph: what came then is not recorded. */
    CHANGE,
    /** The run had ended, with this exit status, and so. */
    END,
    /** Somebody set how far apart the beats of slow motion are, in nanoseconds. */
    SLOW
}
