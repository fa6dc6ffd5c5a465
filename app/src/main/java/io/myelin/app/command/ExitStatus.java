package io.myelin.app.command;

/** What the process says of itself to whoever started it. */
public final class ExitStatus {
    /** The graph finished, or what was asked for is done. */
    public static final int DONE = 0;

    /** A component failed the graph, or something was left undone. */
    public static final int FAILED = 1;

    /** Two graphs that were compared are not the same, or two that were merged are at odds. */
    public static final int DIFFERENT = 1;

    /** Wrong usage, or a graph with problems. */
    public static final int WRONG = 2;

    /** Ended by Ctrl+C or another request to end. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
