package io.myelin.app.editor.live.panel;

/**
 * A line of the console panel.
 *
 * @param kind who wrote it
 * @param text without a line break
 */
public record ConsoleLine(Kind kind, String text) {
    /** Who wrote a line. */
    public enum Kind {
        /** The graph, on its standard output. */
        OUTPUT,
        /** The person at the keyboard. */
        INPUT,
        /** The editor, about the run. */
        NOTE,
        /** The editor, about something that went wrong. */
        FAILURE
    }
}
