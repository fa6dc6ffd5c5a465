package io.myelin.app.editor.live;

import io.myelin.engine.component.Console;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard input and output of a run in the editor. Output lines are kept until the window takes them, the newest
 * {@value #KEPT} at the most, so that a run which prints without end costs bounded memory and never waits for the
 * window; the ones that had to go are counted. Safe from any thread.
 */
public final class ConsoleBuffer implements Console {
    /** How many lines wait for the window at the most. */
    public static final int KEPT = 10_000;

    private final ArrayDeque<String> printed = new ArrayDeque<>();
    private final ArrayDeque<String> typed = new ArrayDeque<>();
    private long dropped;
    private boolean inputEnded;

    /**
     * What was printed since the last look.
     *
     * @param lines in their order
     * @param dropped how many lines before them were let go unseen
     */
    public record Output(List<String> lines, long dropped) {
        /** Copies {@code lines}. */
        public Output {
            lines = List.copyOf(lines);
        }
    }

    /** Takes what was printed since the last call. Never waits. */
    public synchronized Output take() {
        Output output = new Output(new ArrayList<>(printed), dropped);
        printed.clear();
        dropped = 0;
        return output;
    }

    /** Gives the run a line of standard input. */
    public synchronized void type(String line) {
        if (!inputEnded) {
            typed.add(line);
            notifyAll();
        }
    }

    /** Ends the standard input: whoever reads gets what was typed and then its end. */
    public synchronized void endInput() {
        inputEnded = true;
        notifyAll();
    }

    @Override
    public synchronized @Nullable String readLine() throws IOException {
        while (typed.isEmpty() && !inputEnded) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("reading standard input was stopped");
            }
        }
        return typed.poll();
    }

    @Override
    public synchronized void printLine(String line) {
        if (printed.size() == KEPT) {
            printed.poll();
            dropped++;
        }
        printed.add(line);
    }

    /** Does nothing: the window looks by itself. */
    @Override
    public void flush() {}
}
