package io.myelin.engine.component;

/** What of the world outside its graph a type of component can reach: declared, shown, and checked for trust. */
public enum Reach {
    /** Reads files or folders named in its settings. */
    READS_FILES,
    /** Writes, replaces or deletes files. */
    WRITES_FILES,
    /** Opens or accepts network connections. */
    NETWORK,
    /** Starts other programs. */
    PROCESSES,
    /** Runs code that stands in its settings. */
    SCRIPTS,
    /** Reads standard input or writes standard output. */
    CONSOLE
}
