package io.myelin.palette.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few of many items. Used by one thread at a time. */
final class RecentItems<T> {
    private final int keep;
    private final Deque<T> items = new ArrayDeque<>();
    private long received;

    /** Keeps the last {@code keep}, 1 and up. */
    RecentItems(int keep) {
        this.keep = keep;
    }

    void add(T item) {
        if (items.size() == keep) {
            items.removeFirst();
        }
        items.addLast(item);
        received++;
    }

    /** How many were added, ever. */
    long received() {
        return received;
    }

    /** Those that are kept, oldest first. */
    List<T> list() {
        return List.copyOf(items);
    }
}
