package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedComponent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What a component is to become at the next place where it is in the midst of nothing: the change of its plan, by its
 * own thread.
 *
 * @param plan what it is from then on
 * @param restarts whether it gets a new instance
 * @param inboxesGone data inboxes that it has no more from then on
 * @param outboxesGone data outboxes that it has no more from then on
 * @param done told once, with false where the component ended first
 */
record Renewal(
        PlannedComponent plan,
        boolean restarts,
        List<WiredInbox> inboxesGone,
        List<WiredOutbox> outboxesGone,
        BiConsumer<RunningComponent, Boolean> done) {
    /** This one and {@code later} at once. */
    Renewal andThen(Renewal later) {
        return new Renewal(
                later.plan,
                restarts || later.restarts,
                Stream.concat(inboxesGone.stream(), later.inboxesGone.stream()).toList(),
                Stream.concat(outboxesGone.stream(), later.outboxesGone.stream())
                        .toList(),
                done.andThen(later.done));
    }
}
