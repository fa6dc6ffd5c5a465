package io.myelin.palette.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.myelin.engine.message.Bytes;
import io.myelin.engine.message.DataRecord;
import io.myelin.engine.message.JsonNull;
import io.myelin.palette.Bench;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("console.print")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ConsoleComponentsTest {
    private static final Object[] MESSAGES = {
        "Grüße \"x\"",
        DataRecord.of("name", "Zoë", "n", new BigDecimal("1.50")),
        List.of(1L, true, JsonNull.NULL),
        Bytes.copyOf(new byte[] {1, 2, 3}),
        ""
    };

    @Test
    void prints_text_as_it_is_and_anything_else_as_compact_json() throws Exception {
        Bench bench = Bench.of(Print.class, "{}").start().send(MESSAGES).end();
        assertThat(bench.console().printed())
                .containsExactly("Grüße \"x\"", "{\"name\":\"Zoë\",\"n\":1.50}", "[1,true,null]", "\"AQID\"", "");
        assertThat(bench.isFinished()).isTrue();
    }

    @Test
    void prints_text_as_json_too_where_asked_to() throws Exception {
        Bench bench = Bench.of(Print.class, "{\"format\":\"json\"}").start().send("a\"b", "", 1L);
        assertThat(bench.console().printed()).containsExactly("\"a\\\"b\"", "\"\"", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed", "Stream closed"})
    void finishes_quietly_when_nobody_reads_any_more(String words) throws Exception {
        Bench bench = Bench.of(Print.class, "{}").start().send("a");
        bench.console().breakWith(words);
        bench.send("b", "c");
        assertThat(bench.isFinished()).isTrue();
        assertThat(bench.console().printed()).containsExactly("a");
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void a_full_disk_behind_standard_output_is_a_failure_and_not_quiet() throws Exception {
        Bench bench = Bench.of(Print.class, "{}").start();
        bench.console().breakWith("No space left on device");
        assertThatThrownBy(() -> bench.send("a"))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
