package io.myelin.engine.run;

import io.myelin.engine.graph.OverflowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows every message of a simulated run. A message carries the outbox that sent it and its number there, so what is
 * taken from an inbox tells for each link into it whether anything was lost, doubled or overtaken, and whether it came
 * while there was no link. Any thread.
 */
final class SequenceOracle {
    /** A message that knows where it came from, and how many more hops it may cause. */
    record Tagged(String outbox, long number, int hopsLeft) {}

    /** A link, seen from its receiver. */
    private record Way(String outbox, String inbox) {}

    /**
     * A time for which a link was there.
     *
     * @param after the number sent last before it was made
     * @param last the number sent last when it was taken away; the largest there is while it has not been
     * @param owed whether it came in the place of another, so that what was owed along that may come along it
     */
    private record Linked(long after, long last, boolean owed) {
        boolean covers(long number) {
            return number <= last && (owed || number > after);
        }

        /** Whether {@code number} may be the first one that comes along it. */
        boolean mayBeginWith(long number) {
            return number == after + 1 || (owed && number <= after);
        }
    }

    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<Way, List<Linked>> links = new HashMap<>();
    private final Map<Way, Long> lastTaken = new HashMap<>();
    private final Map<Way, Long> lastOwed = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<String, OverflowPolicy> overflows = new LinkedHashMap<>();
    private final Map<String, Tagged> failedOn = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> leaving = new HashSet<>();
    private final Map<String, Long> receivedByLeaving = new HashMap<>();
    private final List<String> flaws = new ArrayList<>();
    private long hash = 1;

    /** What happens at a full inbox. */
    synchronized void expect(String inbox, OverflowPolicy overflow) {
        overflows.put(inbox, overflow);
    }

    /** A link is made now; {@code owed}: in the place of another one of that outbox. */
    synchronized void linked(String outbox, String inbox, boolean owed) {
        links.computeIfAbsent(new Way(outbox, inbox), _ -> new ArrayList<>())
                .add(new Linked(sent.getOrDefault(outbox, 0L), Long.MAX_VALUE, owed));
    }

    /** A link is taken away now. */
    synchronized void unlinked(String outbox, String inbox) {
        List<Linked> times = links.get(new Way(outbox, inbox));
        Linked now = times.removeLast();
        times.add(new Linked(now.after(), sent.getOrDefault(outbox, 0L), now.owed()));
        touched.add(inbox);
    }

    /** Links into {@code inbox} come or go while the run lasts. */
    synchronized void touched(String inbox) {
        touched.add(inbox);
    }

    /** The owner of {@code inbox} leaves. */
    synchronized void leaves(String inbox) {
        leaving.add(inbox);
    }

    /** The owner of {@code inbox} leaves, and nothing more than this will come in. */
    synchronized void hasReceived(String inbox, RunSnapshot.InboxCounts counts) {
        receivedByLeaving.put(inbox, counts.received() - evicted(inbox, counts));
    }

    private long evicted(String inbox, RunSnapshot.InboxCounts counts) {
        return overflows.get(inbox) == OverflowPolicy.DROP_OLDEST ? counts.dropped() : 0;
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
        if (message.number() <= before && isOwed(way, message.number())) {
            return;
        }
        if (!follows(way, before, message.number())) {
            flaws.add(inbox + " got " + message + " after number " + before + "; linked " + links.get(way));
        }
        lastTaken.put(way, message.number());
    }

    /**
     * Whether {@code number} was sent along another link that was taken away while it was owed there, so that it comes
     * along this one, made in its place: a second time, if an earlier link had led here too. Once and in order like any.
     */
    private boolean isOwed(Way way, long number) {
        boolean comesInPlace =
                links.getOrDefault(way, List.of()).stream().anyMatch(one -> one.owed() && number <= one.after());
        if (!comesInPlace || number <= lastOwed.getOrDefault(way, 0L)) {
            return false;
        }
        lastOwed.put(way, number);
        return true;
    }

    private boolean follows(Way way, long before, long number) {
        List<Linked> times = links.getOrDefault(way, List.of());
        if (number <= before || times.stream().noneMatch(one -> one.covers(number))) {
            return false;
        }
        return overflows.get(way.inbox()) != OverflowPolicy.BLOCK
                || (number == before + 1 && before > 0)
                || times.stream().anyMatch(one -> one.mayBeginWith(number));
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
            if (leaving.contains(inbox)) {
                return;
            }
            int dot = inbox.lastIndexOf('.');
            String path = inbox.substring(0, dot).replace("'", "");
            String name = inbox.substring(dot + 1);
            RunSnapshot.InboxCounts counts =
                    run.components().get(path).inboxes().get(name);
            boolean drops = overflow == OverflowPolicy.DROP_NEWEST || overflow == OverflowPolicy.DROP_OLDEST;
            boolean byLinks = !touched.contains(inbox);
            long came = byLinks ? delivered.getOrDefault(path + "." + name, 0L) : counts.received();
            long dropped = byLinks ? (drops ? counts.dropped() : 0) : evicted(inbox, counts);
            long told = taken.getOrDefault(inbox, 0L) + counts.unread() + dropped;
            if (came != told) {
                all.add(inbox + " was delivered " + came + " messages, of which " + told + " are accounted for: "
                        + taken.getOrDefault(inbox, 0L) + " taken, " + counts);
            }
        });
        return all;
    }

    /** What is wrong about those that left: {@code left} tells their inboxes by what {@code report} calls them. */
    synchronized List<String> flaws(ChangeReport report, Map<String, String> left) {
        List<String> all = new ArrayList<>();
        left.forEach((box, inbox) -> {
            long unread = report.unread().getOrDefault(box, 0L);
            long read = taken.getOrDefault(inbox, 0L);
            long received = receivedByLeaving.get(inbox);
            if (received != read + unread) {
                all.add(inbox + " of one that left had received " + received + ", of which " + read + " were read and "
                        + unread + " are said to be unread");
            }
        });
        return all;
    }

    /** A figure of all that was taken, in order: equal where two runs did the same. */
    synchronized long hash() {
        return hash;
    }
}
