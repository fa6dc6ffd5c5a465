package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings documents of older formats up to the newest, version by version. A step takes a whole document and gives the
 * one of the next version; it needs not set {@code format}.
 *
 * @param oldest the oldest version that is read
 * @param steps the step from {@code oldest} to the next version, and so on
 */
record GraphMigrations(int oldest, List<UnaryOperator<DataRecord>> steps) {
    /** The steps of this version of Myelin; the first format has none before it. */
    static final GraphMigrations KNOWN = new GraphMigrations(GraphFile.VERSION, List.of());

    GraphMigrations {
        steps = List.copyOf(steps);
    }

    int newest() {
        return oldest + steps.size();
    }

    DataRecord migrate(DataRecord document, int version) {
        DataRecord migrated = document;
        for (UnaryOperator<DataRecord> step : steps.subList(version - oldest, steps.size())) {
            migrated = step.apply(migrated);
        }
        return migrated;
    }
}
