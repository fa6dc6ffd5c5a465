package io.myelin.bench;

import io.myelin.bench.hop.HopRows;
import io.myelin.bench.row.MeasuredRow;
import io.myelin.bench.savina.SavinaRows;
import java.util.List;
import java.util.stream.Stream;

/** All rows that JMH measures. */
final class Rows {
    private Rows() {}

    /** What a hop costs. */
    static List<MeasuredRow> hops() {
        return new HopRows().all();
    }

    /** In the order of the table. */
    static List<MeasuredRow> all() {
        return Stream.concat(hops().stream(), new SavinaRows().all().stream()).toList();
    }

    /** One entry; throws IllegalArgumentException where there is none such. */
    static MeasuredRow.Entry entry(String row, String entry) {
        return all().stream()
                .filter(one -> one.row().id().equals(row))
                .findFirst()
                .flatMap(one -> one.entry(entry))
                .orElseThrow(() -> new IllegalArgumentException("there is no '" + entry + "' in a row '" + row + "'"));
    }
}
