package io.myelin.bench.probe;

import io.myelin.bench.report.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that one program takes in a JVM of its own.
 *
 * @param id its name
 * @param rows a row for each of the figures
 * @param entries by name, in the order measured
 */
public record Probe(String id, List<Row> rows, Map<String, Body> entries) {
    /** Keeps the order. */
    public Probe {
        rows = List.copyOf(rows);
        entries = new LinkedHashMap<>(entries);
    }

    /** Takes the figures of one entry, one for each row; {@code size} is how thoroughly, 1 and up. */
    @FunctionalInterface
    public interface Body {
        /** Measures. */
        double[] measure(int size) throws InterruptedException;
    }
}
