package io.myelin.engine.run;

import io.myelin.engine.component.ComponentType;
import io.myelin.engine.plan.PlannedLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all counters of a run without disturbing it. */
final class SnapshotReader {
    private SnapshotReader() {}

    static RunSnapshot read(
            RunState state,
            Duration elapsed,
            Collection<RunningComponent> components,
            Map<PlannedLink, WiredLink> links,
            Wiring wiring) {
        Map<String, RunSnapshot.ComponentCounts> byPath = new LinkedHashMap<>();
        for (RunningComponent component : components) {
            // One that is about to go stands behind the one that has its path now.
            byPath.putIfAbsent(component.path(), counts(component));
        }
        List<RunSnapshot.LinkCount> linkCounts = new ArrayList<>(links.size());
        links.forEach((planned, wired) -> linkCounts.add(new RunSnapshot.LinkCount(planned, wiring.delivered(wired))));
        return new RunSnapshot(
                state, elapsed, Collections.unmodifiableMap(byPath), Collections.unmodifiableList(linkCounts));
    }

    private static RunSnapshot.ComponentCounts counts(RunningComponent component) {
        Boxes boxes = component.boxes;
        long received = 0;
        for (WiredInbox inbox : boxes.dataInboxes()) {
            received += inbox.taken();
        }
        long sent = 0;
        long unlinked = 0;
        long undelivered = 0;
        for (WiredOutbox outbox : boxes.dataOutboxes()) {
            sent += outbox.sent();
            unlinked += outbox.unlinked();
            undelivered += outbox.undelivered();
        }
        Map<String, RunSnapshot.InboxCounts> inboxes = new LinkedHashMap<>();
        for (WiredInbox inbox : boxes.madeInboxes()) {
            inboxes.put(
                    inbox.name(),
                    new RunSnapshot.InboxCounts(
                            inbox.isClosed() ? 0 : inbox.size(),
                            inbox.capacity(),
                            inbox.received(),
                            inbox.dropped(),
                            inbox.unread()));
        }
        inboxes.computeIfAbsent(
                ComponentType.CONTROL.name(),
                control ->
                        new RunSnapshot.InboxCounts(0, component.limit(control).effectiveCapacity(), 0, 0, 0));
        ComponentCounters counters = component.counters;
        return new RunSnapshot.ComponentCounts(
                counters.status(),
                received,
                sent,
                unlinked,
                undelivered,
                counters.skipped(),
                counters.failures(),
                counters.restarts(),
                Collections.unmodifiableMap(inboxes),
                counters.progressDone(),
                counters.progressTotal(),
                counters.lastFailure());
    }
}
