package io.myelin.app.editor.live.run;

import io.myelin.app.text.Texts;
import io.myelin.engine.component.Console;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standard input and output of a run in the editor. Output lines are kept until the window takes them, the newest
 * {@value #MOST_LINES} and {@value #MOST_CHARS} characters at the most, so that a run which prints without end costs
 * bounded memory and never waits for the window; the ones that had to go are counted. Safe from any thread.
 */
public final class ConsoleBuffer implements Console {
    private static final Texts TEXTS = Texts.of(ConsoleBuffer.class);

    /** How many lines wait for the window at the most. */
    public static final int MOST_LINES = 10_000;

    /** How many characters wait for the window at the most. */
    public static final int MOST_CHARS = 8_000_000;

    /** How many characters of one line are kept. */
    public static final int LONGEST_LINE = 10_000;

    private ArrayDeque<String> printed = new ArrayDeque<>();
    private final ArrayDeque<String> typed = new ArrayDeque<>();
    private long chars;
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

    /** Takes what was printed since the last call. Never waits long: what it took is copied after it lets go. */
    public Output take() {
        ArrayDeque<String> taken;
        long gone;
        synchronized (this) {
            taken = printed;
            gone = dropped;
            printed = new ArrayDeque<>();
            chars = 0;
            dropped = 0;
        }
        return new Output(List.copyOf(taken), gone);
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

    /** Whether the standard input goes on. */
    public synchronized boolean isInputOpen() {
        return !inputEnded;
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
    public void printLine(String line) {
        String kept = shortened(line);
        synchronized (this) {
            printed.add(kept);
            chars += kept.length();
            while (printed.size() > MOST_LINES || chars > MOST_CHARS) {
                chars -= printed.remove().length();
                dropped++;
            }
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE) + "… " + TEXTS.get("console.cut", line.length() - LONGEST_LINE);
    }

    /** Does nothing: the window looks by itself. */
    @Override
    public void flush() {}
}
