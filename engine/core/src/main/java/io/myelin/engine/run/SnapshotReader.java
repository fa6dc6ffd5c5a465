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
import org.jspecify.annotations.Nullable;

/** Reads all counters of a run without disturbing it. */
final class SnapshotReader {
    private SnapshotReader() {}

    static RunSnapshot read(
            RunState state,
            Duration elapsed,
            Collection<RunningComponent> components,
            List<WiredLink> links,
            Wiring wiring,
            Map<RunningComponent, ProcessWindow> windows) {
        Map<String, RunSnapshot.ComponentCounts> byPath = new LinkedHashMap<>();
        for (RunningComponent component : components) {
            // One that is about to go stands behind the one that has its path now.
            byPath.putIfAbsent(component.path(), counts(component, windows.get(component)));
        }
        List<RunSnapshot.LinkCount> linkCounts = new ArrayList<>(links.size());
        for (WiredLink link : links) {
            PlannedLink planned = link.planned();
            if (planned != null) {
                linkCounts.add(new RunSnapshot.LinkCount(planned, wiring.delivered(link)));
            }
        }
        return new RunSnapshot(
                state, elapsed, Collections.unmodifiableMap(byPath), Collections.unmodifiableList(linkCounts));
    }

    private static RunSnapshot.ComponentCounts counts(RunningComponent component, @Nullable ProcessWindow window) {
        Boxes boxes = component.boxes();
        long received = 0;
        for (WiredInbox inbox : boxes.dataInboxes()) {
            received += inbox.taken() - underWay(inbox, window);
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
                            inbox.isClosed() ? 0 : inbox.size() + underWay(inbox, window),
                            inbox.capacity(),
                            inbox.received(),
                            inbox.dropped(),
                            inbox.unread() + (inbox.isClosed() ? underWay(inbox, window) : 0)));
        }
        inboxes.computeIfAbsent(
                ComponentType.CONTROL.name(),
                control ->
                        new RunSnapshot.InboxCounts(0, component.limit(control).effectiveCapacity(), 0, 0, 0));
        return new RunSnapshot.ComponentCounts(
                component.status(),
                received,
                sent,
                unlinked,
                undelivered,
                component.skipped(),
                component.failures(),
                component.restarts(),
                Collections.unmodifiableMap(inboxes),
                component.progressDone(),
                component.progressTotal(),
                component.lastFailure());
    }

    /** Messages that have left the inbox for a child process whose component has not taken them yet. */
    private static int underWay(WiredInbox inbox, @Nullable ProcessWindow window) {
        return window == null ? 0 : window.waiting(inbox.name());
    }
}
