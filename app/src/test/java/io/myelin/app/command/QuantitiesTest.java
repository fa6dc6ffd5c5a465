package io.myelin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers for people. */
class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "950, 950", "999.6, 1.0 k", "1234, 1.2 k", "99949, 99.9 k", "123456, 123 k", "1.2e6, 1.2 M"})
    void counts_are_short(double count, String shown) {
        assertThat(Quantities.count(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"12, 12 bytes", "684768, 685 kB", "104857600, 105 MB"})
    void sizes_have_a_unit(long bytes, String shown) {
        assertThat(Quantities.bytes(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"PT0.25S, 0.3 s", "PT59.94S, 59.9 s", "PT3M7S, 3:07", "PT1H2M3S, 1:02:03"})
    void times_read_like_a_clock(Duration time, String shown) {
        assertThat(Quantities.time(time)).isEqualTo(shown);
    }
}
