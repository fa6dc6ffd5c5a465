package io.myelin.engine.run;

/** What a component of a run is doing. */
public enum ComponentStatus {
    /** Not started yet. */
    NEW,
    /** Has something to do, or is doing it. */
    WORKING,
    /** Waits for a message, a timer or something outside. */
    WAITING,
    /** Waits for room in a full inbox further on. */
    BLOCKED,
    /** Waits to be started again after a failure. */
    RESTARTING,
    /** Has come to its end. */
    FINISHED,
    /** Was stopped from outside before its end. */
    STOPPED,
    /** Ended by a failure. */
    FAILED
}
