package io.myelin.bench.row;

import io.myelin.bench.load.Load;
import io.myelin.bench.report.Goal;
import io.myelin.bench.report.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Puts a row together, entry by entry. */
public final class RowBuilder {
    private final String id;
    private final String title;
    private final String unit;
    private final Map<String, MeasuredRow.Entry> entries = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();

    /** A row whose figures are nanoseconds an operation. */
    public RowBuilder(String id, String title) {
        this(id, title, "ns");
    }

    /** A row whose entries give their operations such that its figures are in {@code unit}. */
    public RowBuilder(String id, String title, String unit) {
        this.id = id;
        this.title = title;
        this.unit = unit;
    }

    /** An entry whose rounds do {@code amount}, each of which is so many operations. */
    public RowBuilder entry(String name, long amount, double operations, LongFunction<Load> load) {
        entries.put(name, new MeasuredRow.Entry(amount, operations, load));
        return this;
    }

    /** What one of its entries is held to. */
    public RowBuilder goal(Goal goal) {
        goals.add(goal);
        return this;
    }

    /** All of it. */
    public MeasuredRow build() {
        return new MeasuredRow(new Row(id, title, unit, goals), entries);
    }
}
