package io.myelin.engine.message;

import org.jspecify.annotations.Nullable;

/**
 * The layouts of the records that were made last, found by their first field: the next record is mostly like one of them,
 * and then need not look for names that stand twice nor keep names of its own. Used by one thread at a time.
 */
final class LayoutMemory {
    private static final int PLACES = 16;
    private static final int WIDEST = 1_000;

    private final @Nullable RecordLayout[] remembered = new RecordLayout[PLACES];

    /** The one that was seen last of those that begin with {@code name}; the empty one where there is none. */
    RecordLayout beginningWith(String name) {
        RecordLayout layout = remembered[place(name)];
        return layout == null ? RecordLayout.EMPTY : layout;
    }

    /** Keeps one that has fields; not one of very many, which is hardly the shape of others. */
    void remember(RecordLayout layout) {
        if (layout.size() <= WIDEST) {
            remembered[place(layout.name(0))] = layout;
        }
    }

    private static int place(String name) {
        int hash = name.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
