package io.myelin.app.editor.live.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The standard input and output of a run in the editor")
@Timeout(20)
class ConsoleBufferTest {
    private final ConsoleBuffer console = new ConsoleBuffer();

    @Test
    void linesAreTakenOnceInTheirOrder() {
        console.printLine("a");
        console.printLine("b");
        assertThat(console.take().lines()).containsExactly("a", "b");
        assertThat(console.take().lines()).isEmpty();
    }

    @Test
    void ofTooManyLinesTheNewestAreKeptAndTheRestCounted() {
        IntStream.rangeClosed(1, ConsoleBuffer.MOST_LINES + 5).forEach(line -> console.printLine("line " + line));
        ConsoleBuffer.Output output = console.take();
        assertThat(output.dropped()).isEqualTo(5);
        assertThat(output.lines()).hasSize(ConsoleBuffer.MOST_LINES).startsWith("line 6");
    }

    @Test
    void hugeLinesAreCutAndDoNotFillTheMemory() {
        String huge = "x".repeat(ConsoleBuffer.LONGEST_LINE + 7);
        for (int line = 0; line < 2_000; line++) {
            console.printLine(huge);
        }
        ConsoleBuffer.Output output = console.take();
        assertThat(output.lines()).allMatch(line -> line.endsWith("(7 more characters)"));
        assertThat(output.lines().stream().mapToInt(String::length).sum())
                .isLessThanOrEqualTo(ConsoleBuffer.MOST_CHARS);
        assertThat(output.dropped() + output.lines().size()).isEqualTo(2_000);
    }

    @Test
    void whatIsTypedIsReadAndThenItsEnd() throws Exception {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(this::read);
        console.type("hello");
        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("hello");
        console.type("last");
        console.endInput();
        console.type("too late");
        assertThat(console.readLine()).isEqualTo("last");
        assertThat(console.readLine()).isNull();
    }

    private String read() {
        try {
            return console.readLine();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
