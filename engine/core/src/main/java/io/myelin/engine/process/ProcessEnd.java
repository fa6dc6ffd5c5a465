package io.myelin.engine.process;

import io.myelin.engine.message.Bytes;
import java.util.List;

/**
 * How a child process has ended.
 *
 * @param exitStatus its exit status; on Unix 128 and the number of the signal that ended it
 * @param lastWords the last lines that it wrote to standard error
 * @param note what it left in the file {@link ChildProcess#NOTE}; may be empty
 */
public record ProcessEnd(int exitStatus, List<String> lastWords, Bytes note) {
    private static final int OUT_OF_MEMORY = 3;
    private static final int SIGNALS = 128;

    /** Copies {@code lastWords}. */
    public ProcessEnd {
        lastWords = List.copyOf(lastWords);
    }

    /** What became of it, in words: a part of a sentence. */
    public String inWords() {
        String how = switch (exitStatus) {
            case OUT_OF_MEMORY -> "exit status 3: not enough memory, perhaps";
            default ->
                exitStatus > SIGNALS ? "ended by the signal " + (exitStatus - SIGNALS) : "exit status " + exitStatus;
        };
        return lastWords.isEmpty() ? how : how + "; its last words: " + String.join(" / ", lastWords);
    }
}
