package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The progress line and what is written beside it. */
class ScreenLineTest {
    private static final String ERASE = "\r\u001B[K";

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(seen, true, StandardCharsets.UTF_8);

    @Test
    void output_on_the_same_screen_takes_the_line_away_first() throws Exception {
        ScreenLine line = new ScreenLine(terminal, true, true);
        line.draw("half");
        line.makeWay(() -> terminal.print("result\n"));
        line.draw("done");
        line.erase();

        assertThat(seen.toString(StandardCharsets.UTF_8))
                .isEqualTo(ERASE + "half" + ERASE + "result\n" + ERASE + "done" + ERASE);
    }

    @Test
    void output_to_a_file_leaves_the_line_alone() throws Exception {
        ScreenLine line = new ScreenLine(terminal, true, false);
        line.draw("half");
        line.makeWay(() -> {});

        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualTo(ERASE + "half");
    }

    @Test
    void nothing_is_drawn_where_there_is_no_terminal() {
        ScreenLine line = new ScreenLine(terminal, false, false);
        line.draw("half");
        line.erase();

        assertThat(seen.size()).isZero();
    }
}
