package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;

/**
 * Where the editor draws a component.
 *
 * @param x of its left edge, in canvas units, finite
 * @param y of its top edge, in canvas units, finite
 * @param unknown keys that this version does not know
 */
public record Position(double x, double y, DataRecord unknown) {
    /** A position without unknown keys. */
    public Position(double x, double y) {
        this(x, y, DataRecord.empty());
    }
}
