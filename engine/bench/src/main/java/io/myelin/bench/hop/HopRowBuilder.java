package io.myelin.bench.hop;

import io.myelin.bench.load.Load;
import io.myelin.bench.report.Goal;
import io.myelin.bench.report.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Puts a row together, entry by entry. */
final class HopRowBuilder {
    private final String id;
    private final String title;
    private final Map<String, HopRow.Entry> entries = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    HopRowBuilder(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** An entry whose rounds do {@code amount}, each of which is so many operations. */
    HopRowBuilder entry(String name, long amount, double operations, LongFunction<Load> load) {
        entries.put(name, new HopRow.Entry(amount, operations, load));
        return this;
    }

    HopRowBuilder goal(Goal goal) {
        goals.add(goal);
        return this;
    }

    HopRow build() {
        return new HopRow(new Row(id, title, "ns", goals), entries);
    }
}
