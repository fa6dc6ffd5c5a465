package io.myelin.app.editor.live.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The ticks of an axis. */
class NumberTicksTest {
    @Property
    void theyEncloseAllNumbersAndThereAreNoMoreOfThemThanThereIsRoomFor(
            @ForAll double one, @ForAll double other, @ForAll @IntRange(min = 2, max = 20) int intervals) {
        NumberTicks ticks = NumberTicks.of(one, other, intervals);

        assertThat(ticks.unit()).isPositive();
        assertThat((ticks.upper() - ticks.lower()) / ticks.unit()).isBetween(0.5, intervals + 0.5);
        if (Math.abs(one) < 1e300 && Math.abs(other) < 1e300) {
            double slack = ticks.unit() * 1e-6;
            assertThat(ticks.lower()).isLessThanOrEqualTo(Math.min(one, other) + slack);
            assertThat(ticks.upper()).isGreaterThanOrEqualTo(Math.max(one, other) - slack);
        }
    }

    @Example
    void theyAreRoundNumbers() {
        assertThat(NumberTicks.of(3, 97, 5)).isEqualTo(new NumberTicks(0, 100, 20));
        assertThat(NumberTicks.of(0, 1, 10)).isEqualTo(new NumberTicks(0, 1, 0.1));
        assertThat(NumberTicks.of(-1, 1, 2)).isEqualTo(new NumberTicks(-1, 1, 1));
        assertThat(NumberTicks.of(7, 7, 4).lower()).isLessThan(7);
        assertThat(NumberTicks.of(Double.NaN, Double.POSITIVE_INFINITY, 4).upper())
                .isFinite();
    }

    @Example
    void oneIsToldFromTheNextWithoutMoreDigitsThanThatTakes() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        try {
            assertThat(NumberTicks.of(0, 1, 10).format().format(0.30000000000000004))
                    .isEqualTo("0.3");
            assertThat(NumberTicks.of(0, 20_000, 4).format().format(15_000)).isEqualTo("15,000");
            assertThat(NumberTicks.of(0, 4e12, 4).format().format(2e12)).isEqualTo("2E12");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
