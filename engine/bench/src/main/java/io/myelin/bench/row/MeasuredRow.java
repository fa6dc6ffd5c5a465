package io.myelin.bench.row;

import io.myelin.bench.load.Load;
import io.myelin.bench.report.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A row whose entries are loads that repeat the same work.
 *
 * @param row what the table knows of it
 * @param entries its entries by name, in the order measured
 */
public record MeasuredRow(Row row, Map<String, Entry> entries) {
    /** Keeps the order. */
    public MeasuredRow {
        entries = new LinkedHashMap<>(entries);
    }

    /**
     * One entry.
     *
     * @param amount how much one round is to do: messages, or laps
     * @param operations how many operations of the row's unit there are for each of the amount
     * @param load sets up a load of the amount given
     */
    public record Entry(long amount, double operations, LongFunction<Load> load) {
        /** Ready to run, for measuring. */
        public Load open() {
            return load.apply(amount);
        }

        /** Operations a round. */
        public double operationsARound() {
            return amount * operations;
        }
    }

    /** The entry of this name. */
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}
