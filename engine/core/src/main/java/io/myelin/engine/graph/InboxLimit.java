package io.myelin.engine.graph;

import io.myelin.engine.message.DataRecord;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much an inbox holds and what it does when full.
 *
 * @param capacity messages, 0 and up; {@link #UNBOUNDED} for no bound; empty: 1024
 * @param overflow empty: block
 * @param unknown keys that this version does not know
 */
public record InboxLimit(OptionalInt capacity, Optional<OverflowPolicy> overflow, DataRecord unknown) {
    /** A capacity without bound, written {@code "unbounded"} in files. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** The capacity of an inbox that says nothing. */
    public static final int DEFAULT_CAPACITY = 1024;

    /** The limit of an inbox that says nothing. */
    public static final InboxLimit DEFAULT = new InboxLimit(OptionalInt.empty(), Optional.empty(), DataRecord.empty());

    /** The capacity that holds. */
    public int effectiveCapacity() {
        return capacity.orElse(DEFAULT_CAPACITY);
    }

    /** The policy that holds. */
    public OverflowPolicy effectiveOverflow() {
        return overflow.orElse(OverflowPolicy.BLOCK);
    }
}
