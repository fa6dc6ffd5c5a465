package io.myelin.engine.run;

import java.util.List;

/**
 * How what a run consists of has changed. Whoever takes away what is {@code removed} and then adds what is {@code added},
 * each in its order, never has a link without its boxes, nor a box without its component.
 *
 * @param isWhole whether it is the first: nothing is removed, and what is added is all there is
 * @param removed what is not there any more: links, then boxes, components and topics
 * @param added what is there now: topics, then components, boxes and links
 */
public record TopologyChange(boolean isWhole, List<TopologyElement> removed, List<TopologyElement> added) {
    /** Copies the lists. */
    public TopologyChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
