package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a component in a child process has been sent and is not known to be through with: the part of its
 * inboxes that lies in the pipe. It outlives the child, so that the next one gets them again.
 *
 * <p>The component's current thread uses it; any thread may ask how many wait.
 */
final class ProcessWindow {
    private final List<ProcessLane> lanes = new ArrayList<>();
    private final Map<String, ProcessLane> byName = new HashMap<>();
    private final @Nullable ProcessLane only;
    private @Nullable ProcessLane lastTaken;

    ProcessWindow(PlannedComponent plan) {
        plan.inboxes().forEach(inbox -> {
            ProcessLane lane = new ProcessLane(
                    lanes.size(), ProcessEntry.window(plan.limit(inbox.name()).effectiveCapacity()));
            lanes.add(lane);
            byName.put(inbox.name(), lane);
        });
        only = lanes.size() == 1 ? lanes.getFirst() : null;
    }

    /** {@code next} for the next child, with what {@code before} had not got through for inboxes that are still there. */
    static ProcessWindow after(ProcessWindow before, ProcessWindow next) {
        before.beginAnew();
        before.byName.forEach((name, lane) -> {
            ProcessLane same = next.byName.get(name);
            if (same != null) {
                same.follow(lane);
            }
        });
        return next;
    }

    ProcessLane lane(String inbox) {
        ProcessLane lane = only != null ? only : byName.get(inbox);
        if (lane == null) {
            throw new IllegalArgumentException("nothing goes to a child process by '" + inbox + "'");
        }
        return lane;
    }

    List<ProcessLane> lanes() {
        return lanes;
    }

    /** How many messages were given and are not taken. */
    long underWay() {
        if (only != null) {
            return only.underWay();
        }
        long all = 0;
        for (ProcessLane lane : lanes) {
            all += lane.underWay();
        }
        return all;
    }

    /** How many bytes those are. */
    long bytesUnderWay() {
        if (only != null) {
            return only.bytesUnderWay();
        }
        long all = 0;
        for (ProcessLane lane : lanes) {
            all += lane.bytesUnderWay();
        }
        return all;
    }

    /** The component has taken {@code count} messages out of inbox {@code number} since its child began. */
    void taken(int number, long count) {
        ProcessLane lane = lanes.get(number);
        if (lane.taken(count)) {
            if (lastTaken != null && lastTaken != lane) {
                lastTaken.done();
            }
            lastTaken = lane;
        }
    }

    /** It is through with all that it has taken. */
    void done() {
        if (lastTaken != null) {
            lastTaken.done();
        }
    }

    /** What it is handling, as far as is known, or null. */
    @Nullable
    Object inHand() {
        return lastTaken == null ? null : lastTaken.inHand();
    }

    /** The message that the child wrote down as in hand when it died, or null. */
    @Nullable
    Object find(ProcessTally.InHand inHand) {
        if (inHand.inbox() < 0) {
            return null;
        }
        ProcessLane lane = lanes.get(inHand.inbox());
        long before = inHand.count() - lane.taken() - 1;
        if (before < 0) {
            return lane == lastTaken ? inHand() : null;
        }
        return lane.underWay(before);
    }

    /** That message is not to be given again. */
    void drop(ProcessTally.InHand inHand) {
        ProcessLane lane = lanes.get(Math.max(0, inHand.inbox()));
        long before = inHand.count() - lane.taken() - 1;
        if (before < 0) {
            done();
        } else {
            lane.drop(before);
        }
    }

    /** A new child begins: what the one before was not through with is to be given again. */
    void beginAnew() {
        lanes.forEach(ProcessLane::beginAnew);
        lastTaken = null;
    }

    /** How many messages that left the inbox {@code name} the component has not taken yet; any thread. */
    int waiting(String name) {
        ProcessLane lane = byName.get(name);
        return lane == null ? 0 : lane.waiting();
    }
}
