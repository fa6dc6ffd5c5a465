package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables on a terminal. */
class TextTableTest {
    @Test
    void numbers_stand_to_the_right_and_words_to_the_left() {
        TextTable table = new TextTable(List.of("component", "in", "note"));
        table.add(List.of("read", "1,024", "first"));
        table.add(List.of("a-long-name", "7", ""));

        assertThat(table.lines())
                .containsExactly("component       in  note", "read         1,024  first", "a-long-name      7");
    }
}
