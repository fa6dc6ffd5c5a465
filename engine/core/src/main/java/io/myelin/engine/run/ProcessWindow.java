package io.myelin.engine.run;

import io.myelin.engine.plan.PlannedComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a component in a child process has been sent and is not known to be through with, oldest first: the
 * part of its inboxes that lies in the pipe. It outlives the child, so that the next one gets them again.
 *
 * <p>The component's current thread uses it; any thread may ask how many wait.
 */
final class ProcessWindow {
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<String, Lane> byName = new HashMap<>();
    private @Nullable Lane lastTaken;
    private boolean hasInHand;

    ProcessWindow(PlannedComponent plan) {
        plan.inboxes().forEach(inbox -> {
            Lane lane = new Lane(
                    lanes.size(), ProcessEntry.window(plan.limit(inbox.name()).effectiveCapacity()));
            lanes.add(lane);
            byName.put(inbox.name(), lane);
        });
    }

    /** {@code next} for the next child, with what {@code before} had not got through for inboxes that are still there. */
    static ProcessWindow after(ProcessWindow before, ProcessWindow next) {
        before.beginAnew();
        before.byName.forEach((name, lane) -> {
            Lane same = next.byName.get(name);
            if (same != null) {
                same.again.addAll(lane.again);
                same.ended = lane.ended;
                same.count();
            }
        });
        return next;
    }

    /** One message under way and how many bytes it is. */
    record Given(Object message, long bytes) {}

    /** What is under way to one inbox. */
    static final class Lane {
        final int number;
        final int window;
        private final Deque<Given> given = new ArrayDeque<>();
        /** What the child before was given and was not through with: to be given again, before anything else. */
        private final Deque<Object> again = new ArrayDeque<>();

        private long taken;
        private long bytes;
        private volatile int waiting;
        /** Whether its stream has ended. */
        boolean ended;

        /** Whether the child knows. */
        boolean endSaid;

        private Lane(int number, int window) {
            this.number = number;
            this.window = window;
        }

        /** Whether no more may be given now. */
        boolean isFull() {
            return given.size() >= window || bytes >= ProcessEntry.WINDOW_BYTES;
        }

        void give(Object message, long itsBytes) {
            given.addLast(new Given(message, itsBytes));
            bytes += itsBytes;
            count();
        }

        /** The next one to be given again, or null. */
        @Nullable
        Object nextAgain() {
            return again.pollFirst();
        }

        boolean hasAgain() {
            return !again.isEmpty();
        }

        private void count() {
            waiting = given.size() + again.size();
        }

        private @Nullable Object inHand;
    }

    Lane lane(String inbox) {
        Lane lane = byName.get(inbox);
        if (lane == null) {
            throw new IllegalArgumentException("nothing goes to a child process by '" + inbox + "'");
        }
        return lane;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** The component has taken {@code count} messages out of inbox {@code number} since its child began. */
    void taken(int number, long count) {
        Lane lane = lanes.get(number);
        for (long more = count - lane.taken; more > 0; more--) {
            Given first = lane.given.pollFirst();
            if (first == null) {
                throw new IllegalStateException("more was taken than given");
            }
            lane.bytes -= first.bytes();
            lane.taken++;
            lane.inHand = first.message();
            lastTaken = lane;
            hasInHand = true;
        }
        lane.count();
    }

    /** It is through with all that it has taken. */
    void done() {
        hasInHand = false;
        if (lastTaken != null) {
            lastTaken.inHand = null;
        }
    }

    /** What it is handling, as far as is known, or null. */
    @Nullable
    Object inHand() {
        Lane lane = lastTaken;
        return hasInHand && lane != null ? lane.inHand : null;
    }

    /** The message that the child wrote down as in hand when it died, or null. */
    @Nullable
    Object find(ProcessTally.InHand inHand) {
        if (inHand.inbox() < 0) {
            return null;
        }
        Lane lane = lanes.get(inHand.inbox());
        long before = inHand.count() - lane.taken - 1;
        if (before < 0) {
            return lane.equals(lastTaken) ? inHand() : null;
        }
        return lane.given.stream().skip(before).map(Given::message).findFirst().orElse(null);
    }

    /** That message is not to be given again. */
    void drop(ProcessTally.InHand inHand) {
        Lane lane = lanes.get(Math.max(0, inHand.inbox()));
        long before = inHand.count() - lane.taken - 1;
        if (before < 0) {
            done();
            return;
        }
        Iterator<Given> given = lane.given.iterator();
        for (long skipped = 0; skipped < before && given.hasNext(); skipped++) {
            given.next();
        }
        if (given.hasNext()) {
            given.next();
            given.remove();
            lane.count();
        }
    }

    /** A new child begins: what the one before was not through with is to be given again. */
    void beginAnew() {
        for (Lane lane : lanes) {
            Deque<Object> unfinished = new ArrayDeque<>();
            Object inHand = inHand();
            if (lane.equals(lastTaken) && inHand != null) {
                unfinished.addLast(inHand);
            }
            lane.given.forEach(one -> unfinished.addLast(one.message()));
            unfinished.addAll(lane.again);
            lane.again.clear();
            lane.again.addAll(unfinished);
            lane.given.clear();
            lane.bytes = 0;
            lane.taken = 0;
            lane.endSaid = false;
            lane.count();
        }
        done();
        lastTaken = null;
    }

    /** How many messages that left the inbox {@code name} the component has not taken yet; any thread. */
    int waiting(String name) {
        Lane lane = byName.get(name);
        return lane == null ? 0 : lane.waiting;
    }
}
