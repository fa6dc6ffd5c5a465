package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Standard input and output as a run sees them. */
class StandardConsoleTest {
    private final ScreenLine screen = new ScreenLine(new PrintStream(OutputStream.nullOutputStream()), false, false);

    @Test
    void a_single_line_comes_out_at_once_without_being_flushed() throws Exception {
        PipedInputStream reader = new PipedInputStream();
        try (StandardConsole console = console(InputStream.nullInputStream(), new PipedOutputStream(reader))) {
            console.start();
            console.printLine("Grüße");
            assertThat(new String(reader.readNBytes(8), StandardCharsets.UTF_8)).isEqualTo("Grüße\n");
        }
    }

    @Test
    void lines_printed_by_many_threads_never_mix() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (StandardConsole console = console(InputStream.nullInputStream(), output)) {
            console.start();
            IntStream.range(0, 8)
                    .parallel()
                    .forEach(printer -> print(console, String.valueOf(printer).repeat(500)));
        }
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .hasSize(8 * 200)
                .allMatch(
                        line -> line.length() == 500 && line.chars().distinct().count() == 1);
    }

    private static void print(StandardConsole console, String line) {
        try {
            for (int i = 0; i < 200; i++) {
                console.printLine(line);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_line_longer_than_the_buffer_comes_out_whole_and_in_order() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String longLine = "x".repeat(300_000);
        try (StandardConsole console = console(InputStream.nullInputStream(), output)) {
            console.printLine("before");
            console.printLine(longLine);
            console.printLine("after");
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("before\n" + longLine + "\nafter\n");
    }

    @Test
    void a_closed_pipe_is_told_to_the_printer_and_to_the_run() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        StandardConsole console = console(InputStream.nullInputStream(), failing("Broken pipe"));
        console.whenFailed(told::countDown);
        console.printLine("one");

        assertThatThrownBy(console::flush).isInstanceOf(OutputClosedException.class);
        assertThatThrownBy(() -> console.printLine("two")).isInstanceOf(OutputClosedException.class);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        console.close();
        assertThat(console.failure()).containsInstanceOf(OutputClosedException.class);
    }

    @Test
    void a_full_disk_is_no_closed_pipe_but_a_failure() throws Exception {
        StandardConsole console = console(InputStream.nullInputStream(), failing("No space left on device"));
        console.printLine("one");
        console.close();

        assertThat(console.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isNotInstanceOf(OutputClosedException.class)
                        .hasMessage("No space left on device"));
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void input_comes_line_by_line_and_its_end_stays_the_end() throws Exception {
        InputStream input = new ByteArrayInputStream("eins\nzwölf\r\n\nlast".getBytes(StandardCharsets.UTF_8));
        try (StandardConsole console = console(input, OutputStream.nullOutputStream())) {
            assertThat(console.readLine()).isEqualTo("eins");
            assertThat(console.readLine()).isEqualTo("zwölf");
            assertThat(console.readLine()).isEmpty();
            assertThat(console.readLine()).isEqualTo("last");
            assertThat(console.readLine()).isNull();
            assertThat(console.readLine()).isNull();
        }
    }

    @Test
    void waiting_for_input_can_be_interrupted() throws Exception {
        try (PipedInputStream silent = new PipedInputStream(new PipedOutputStream());
                StandardConsole console = console(silent, OutputStream.nullOutputStream())) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread reader = Thread.ofVirtual().start(() -> {
                try {
                    console.readLine();
                } catch (IOException _) {
                    ended.countDown();
                }
            });
            reader.interrupt();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private StandardConsole console(InputStream input, OutputStream output) {
        return new StandardConsole(input, output, screen);
    }
}
