package io.myelin.app.command;

import java.io.IOException;
import java.io.PrintStream;

/**
 * A line at the bottom of a terminal that is drawn over and over, and makes way for whatever else is written there.
 * Where there is no terminal it is never drawn. All methods may be called from any thread.
 */
final class ScreenLine {
    /** Back to the start of the line, and erase it. */
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream terminal;
    private final boolean drawable;
    private final boolean sharedWithOutput;
    private String shown = "";

    /** A line on {@code terminal}, if that is {@code drawable}; output goes to the same screen if that is shared. */
    ScreenLine(PrintStream terminal, boolean drawable, boolean sharedWithOutput) {
        this.terminal = terminal;
        this.drawable = drawable;
        this.sharedWithOutput = sharedWithOutput;
    }

    /** Whether it can be drawn at all. */
    boolean isDrawable() {
        return drawable;
    }

    /** Draws {@code line}, without line breaks, in place of what stood there. */
    synchronized void draw(String line) {
        if (drawable && !line.equals(shown)) {
            terminal.print(ERASE + line);
            terminal.flush();
            shown = line;
        }
    }

    /** Takes the line away. */
    synchronized void erase() {
        if (!shown.isEmpty()) {
            terminal.print(ERASE);
            terminal.flush();
            shown = "";
        }
    }

    /** Lets {@code writing} write whole lines of output while nothing is drawn. */
    void makeWay(Writing writing) throws IOException {
        if (!drawable || !sharedWithOutput) {
            writing.write();
            return;
        }
        synchronized (this) {
            erase();
            writing.write();
        }
    }

    /** Writes something. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }
}
