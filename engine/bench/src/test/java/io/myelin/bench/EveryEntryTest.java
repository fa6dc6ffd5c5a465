package io.myelin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.myelin.bench.hop.HopRows;
import io.myelin.bench.load.Cargo;
import io.myelin.bench.load.Load;
import io.myelin.bench.load.Receipt;
import io.myelin.bench.load.Round;
import io.myelin.bench.probe.Probes;
import io.myelin.bench.row.MeasuredRow;
import io.myelin.bench.savina.SavinaRows;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each entry of each row, with little to do: it must get everything through, in order, twice, and end. */
class EveryEntryTest {
    private static final int FEW = 10;
    private static final long LITTLE = 20;

    @TestFactory
    Stream<DynamicTest> every_entry_gets_everything_through_round_after_round() {
        return Stream.concat(new HopRows(FEW).all().stream(), new SavinaRows(FEW).all().stream())
                .flatMap(row -> row.entries().entrySet().stream()
                        .map(entry ->
                                dynamicTest(row.row().id() + ": " + entry.getKey(), () -> run(entry.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> every_probe_takes_a_figure_for_each_of_its_rows() {
        return Probes.all().stream()
                .filter(probe -> !probe.id().equals("rest"))
                .flatMap(probe -> probe.entries().entrySet().stream()
                        .map(entry -> dynamicTest(
                                probe.id() + ": " + entry.getKey(),
                                () -> assertThat(entry.getValue().measure(1))
                                        .hasSize(probe.rows().size())
                                        .doesNotContain(Double.NaN))));
    }

    private static void run(MeasuredRow.Entry entry) throws InterruptedException {
        try (Load load = entry.load().apply(Math.min(entry.amount(), LITTLE))) {
            load.run();
            load.run();
        }
    }

    @Test
    void a_round_in_which_messages_came_in_the_wrong_order_fails() {
        Round round = Round.to(1, 2);
        Receipt receipt = round.ordered(2);

        receipt.take(Cargo.message(1));
        receipt.take(Cargo.message(0));

        assertThatThrownBy(round::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("order");
    }

    @Test
    void a_round_in_which_a_message_came_twice_instead_of_another_fails() {
        Round round = Round.from(2, 2);
        Receipt receipt = round.mixed(4);

        receipt.take(Cargo.message(0));
        receipt.take(Cargo.message(0));
        receipt.take(Cargo.message(0));
        receipt.take(Cargo.message(1));

        assertThatThrownBy(round::await)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sum");
    }
}
