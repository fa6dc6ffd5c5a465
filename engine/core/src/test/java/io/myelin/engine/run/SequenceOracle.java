package io.myelin.engine.run;

import io.myelin.engine.graph.OverflowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows every message of a simulated run. A message carries the outbox that sent it and its number there, so what is
 * taken from an inbox tells for each link into it whether anything was lost, doubled or overtaken. Any thread.
 */
final class SequenceOracle {
    /** A message that knows where it came from, and how many more hops it may cause. */
    record Tagged(String outbox, long number, int hopsLeft) {}

    /** A link, seen from its receiver. */
    private record Way(String outbox, String inbox) {}

    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<Way, Long> lastTaken = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, OverflowPolicy> overflows = new HashMap<>();
    private final Map<String, Tagged> failedOn = new HashMap<>();
    private final List<String> flaws = new ArrayList<>();
    private long hash = 1;

    /** What happens at a full inbox. */
    void expect(String inbox, OverflowPolicy overflow) {
        overflows.put(inbox, overflow);
    }

    /** The next message from {@code outbox}. */
    synchronized Tagged next(String outbox, int hopsLeft) {
        return new Tagged(outbox, sent.merge(outbox, 1L, Long::sum), hopsLeft);
    }

    /** A component has got {@code message} on {@code inbox}. */
    synchronized void taken(String inbox, Tagged message) {
        hash = hash * 31 + inbox.hashCode();
        hash = hash * 31 + message.hashCode();
        if (message.equals(failedOn.remove(inbox))) {
            // Given again to the next instance of a component that failed on it.
            return;
        }
        taken.merge(inbox, 1L, Long::sum);
        Way way = new Way(message.outbox(), inbox);
        long before = lastTaken.getOrDefault(way, 0L);
        boolean follows = overflows.get(inbox) == OverflowPolicy.BLOCK
                ? message.number() == before + 1
                : message.number() > before;
        if (!follows) {
            flaws.add(inbox + " got " + message + " after number " + before);
        }
        lastTaken.put(way, message.number());
    }

    /** The component is about to fail on {@code message}, and may be given it again. */
    synchronized void failsOn(String inbox, Tagged message) {
        failedOn.put(inbox, message);
    }

    /** All that was wrong, {@code run} having ended: empty where every message is accounted for. */
    synchronized List<String> flaws(RunSnapshot run) {
        List<String> all = new ArrayList<>(flaws);
        Map<String, Long> delivered = new HashMap<>();
        for (RunSnapshot.LinkCount link : run.links()) {
            delivered.merge(link.link().toPath() + "." + link.link().inbox(), link.delivered(), Long::sum);
        }
        overflows.forEach((inbox, overflow) -> {
            int dot = inbox.lastIndexOf('.');
            RunSnapshot.InboxCounts counts =
                    run.components().get(inbox.substring(0, dot)).inboxes().get(inbox.substring(dot + 1));
            boolean drops = overflow == OverflowPolicy.DROP_NEWEST || overflow == OverflowPolicy.DROP_OLDEST;
            long came = delivered.getOrDefault(inbox, 0L);
            long told = taken.getOrDefault(inbox, 0L) + counts.unread() + (drops ? counts.dropped() : 0);
            if (came != told) {
                all.add(inbox + " was delivered " + came + " messages, of which " + told + " are accounted for: "
                        + taken.getOrDefault(inbox, 0L) + " taken, " + counts);
            }
        });
        return all;
    }

    /** A figure of all that was taken, in order: equal where two runs did the same. */
    synchronized long hash() {
        return hash;
    }
}
