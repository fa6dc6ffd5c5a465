package io.myelin.engine.component;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a child ended.
 *
 * @param child which
 * @param failed whether one of its components failed for good
 * @param unread the messages that were left in its inboxes, oldest first, by the name of the inbox; no entry where none
 *     was left
 */
public record ChildEnd(Child child, boolean failed, Map<String, List<Object>> unread) {
    /** Copies the map and the lists. */
    public ChildEnd {
        unread = unread.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, left -> List.copyOf(left.getValue())));
    }
}
