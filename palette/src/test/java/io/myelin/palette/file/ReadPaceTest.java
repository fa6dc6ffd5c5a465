package io.myelin.palette.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadPaceTest {
    @Test
    void a_file_is_quick_until_one_of_its_reads_takes_long() {
        ReadPace pace = ReadPace.ofFile();
        assertThat(pace.isQuick()).isTrue();
        pace.took(ReadPace.LONGEST_NANOS);
        assertThat(pace.isQuick()).isTrue();
        pace.took(ReadPace.LONGEST_NANOS + 1);
        assertThat(pace.isQuick()).isFalse();
    }

    @Test
    void a_file_is_quick_again_when_its_reads_have_been_quick_for_a_while() {
        ReadPace pace = ReadPace.ofFile();
        pace.took(ReadPace.LONGEST_NANOS + 1);
        for (int read = 1; read < ReadPace.QUICK_ONES; read++) {
            pace.took(0);
            assertThat(pace.isQuick()).isFalse();
        }
        pace.took(0);
        assertThat(pace.isQuick()).isTrue();
    }

    @Test
    void a_pipe_never_is() {
        ReadPace pace = ReadPace.ofPipe();
        for (int read = 0; read < 2 * ReadPace.QUICK_ONES; read++) {
            pace.took(0);
            assertThat(pace.isQuick()).isFalse();
        }
    }
}
