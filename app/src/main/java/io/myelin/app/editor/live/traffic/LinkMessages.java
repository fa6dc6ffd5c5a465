package io.myelin.app.editor.live.traffic;

import java.util.List;

/**
 * What was seen on a link lately.
 *
 * @param deliveries the messages, oldest first
 * @param delivered how many went along the link in all
 * @param every whether {@code deliveries} are all of the last ones, none between them left out
 */
public record LinkMessages(List<Delivery> deliveries, long delivered, boolean every) {
    /** No messages. */
    public static final LinkMessages NONE = new LinkMessages(List.of(), 0, true);

    /** Copies {@code deliveries}. */
    public LinkMessages {
        deliveries = List.copyOf(deliveries);
    }

    /** Whether there are as many as are ever kept, or all. */
    static boolean isEvery(List<Delivery> deliveries, long delivered) {
        return deliveries.isEmpty()
                ? delivered == 0
                : deliveries.getLast().sequence() >= delivered
                        && deliveries.getLast().sequence()
                                        - deliveries.getFirst().sequence()
                                == deliveries.size() - 1;
    }
}
