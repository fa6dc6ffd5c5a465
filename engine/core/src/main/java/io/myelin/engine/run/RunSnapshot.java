package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedLink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run's counters said at about one instant. Each figure is true of some moment during the look; together they
 * need not be of the very same one, since nothing is stopped for it.
 *
 * @param state what the run was doing
 * @param elapsed since the start, without pauses
 * @param components by path, in plan order
 * @param links in plan order
 */
public record RunSnapshot(
        RunState state, Duration elapsed, Map<String, ComponentCounts> components, List<LinkCount> links) {

    /**
     * One component.
     *
     * @param status what it was doing
     * @param received messages taken from its data inboxes
     * @param sent messages sent from its data outboxes, each once however many links it took
     * @param unlinked messages sent from outboxes that nothing was linked to
     * @param undelivered messages sent to components that had ended
     * @param skipped messages given up under the policy {@code skip}, or taken and dropped while muted
     * @param failures how often it failed
     * @param restarts how often it was started again
     * @param inboxes its inboxes by name
     * @param progressDone bytes a source has done
     * @param progressTotal bytes there are in all; below 0 where unknown
     * @param lastFailure the last failure
     */
    public record ComponentCounts(
            ComponentStatus status,
            long received,
            long sent,
            long unlinked,
            long undelivered,
            long skipped,
            long failures,
            long restarts,
            Map<String, InboxCounts> inboxes,
            long progressDone,
            long progressTotal,
            Optional<ComponentFailure> lastFailure) {}

    /**
     * One inbox.
     *
     * @param depth messages waiting
     * @param capacity messages it may hold
     * @param received messages it took in, ever
     * @param dropped messages its overflow policy dropped
     * @param unread messages left when its component ended
     */
    public record InboxCounts(int depth, int capacity, long received, long dropped, long unread) {}

    /**
     * One link.
     *
     * @param link which
     * @param delivered messages delivered along it
     */
    public record LinkCount(PlannedLink link, long delivered) {}
}
